/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.planning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.planning.PlanningSession;
import org.recourse.assistant.planning.PlanningSource;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.imports.DicomImport;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.planning.engine.ContributedDoseEngines;
import org.recourse.planning.plan.BeamInfluences;

/** A DICOM folder that is planned on without making a case of it. Stateless. */
public final class DicomCase {

  private DicomCase() {}

  /**
   * Reads a DICOM folder and prepares its patient.
   *
   * @param copy empty folder for the imported files
   */
  public static PlanningSession open(
      Path folder, Path copy, double spacingMm, SliceExecutor executor, IProgressMonitor monitor)
      throws DicomReadException {
    var imported = new DicomImport().importFolder(folder, copy, executor, monitor);
    OpenCase opened = OpenCase.of(copy, imported.patientCase(), executor);
    PlanningSource source =
        PlanningSource.of(opened.patientCase(), opened.patientCase().getStructureSets().getFirst());
    return PlanningSession.open(
        source,
        opened.voxels(),
        spacingMm,
        new BeamInfluences(ContributedDoseEngines.standard()),
        executor,
        monitor);
  }

  /** Deletes a folder with everything in it. */
  public static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
