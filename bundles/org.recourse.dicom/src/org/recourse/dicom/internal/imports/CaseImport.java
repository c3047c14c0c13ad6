/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.toolkit.SopClass;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.StructureSet;

/** The steps of an import up to the copying of files, in their order. */
public final class CaseImport {

  private final ImportContext context;

  public CaseImport(ImportContext context) {
    this.context = context;
  }

  /** Scans the folder and fills case, files and findings. */
  public void run(Path source, Path caseFolder, SliceExecutor executor, SubMonitor progress)
      throws DicomReadException {
    progress.setWorkRemaining(1);
    List<SourceFile> scanned =
        new SourceScan(source, caseFolder, context.findings()).run(executor, progress);
    progress.worked(1);
    List<SourceFile> files = new PatientImport(context).run(scanned);
    List<ImageSeriesImport.Imported> images =
        new ImageSeriesImport(context)
            .run(files.stream().filter(f -> f.sopClass().isImage()).toList());
    Map<String, StructureSet> structureSets =
        new StructureSetImport(context, images).run(of(files, SopClass.STRUCTURE_SET));
    List<PlanImport.Imported> plans =
        new PlanImport(context, structureSets).run(of(files, SopClass.PLAN));
    List<PlanImport.Imported> withDoses =
        new DoseImport(context, plans).run(of(files, SopClass.DOSE));
    List<PlanImport.Imported> planned = new CourseImport(context).run(withDoses);
    new RegistrationImport(context).run(of(files, SopClass.REGISTRATION));
    new DeformableImport(context).run(of(files, SopClass.DEFORMABLE_REGISTRATION));
    new ImageRoles(context).run(images, planned);
    new FrameCheck(context).run();
  }

  private static List<SourceFile> of(List<SourceFile> files, SopClass sopClass) {
    return files.stream().filter(f -> f.sopClass() == sopClass).toList();
  }
}
