/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.patients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PlatformUI;
import org.recourse.cohort.cases.CohortCheck;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.cohort.cases.TableFormatException;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.extraction.CohortCases;
import org.recourse.cohort.tables.CohortFolder;
import org.recourse.ui.cohort.internal.CohortDesk;
import org.recourse.ui.cohort.internal.OpenCohort;
import org.recourse.ui.cohort.internal.Services;

/** Reads the table of a cohort, checks it and puts it on the desk. */
public final class OpenCohortJob extends Job {

  private final Path folder;

  public OpenCohortJob(Path folder) {
    super("Opening cohort " + folder.getFileName());
    this.folder = folder;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      CohortFolder read =
          Files.exists(folder.resolve("features.csv")) || !single()
              ? CohortFolder.read(folder)
              : withoutFeatures(CohortTable.read(folder.resolve("cohort.csv")));
      CohortTable table = read.cohort().patients();
      var opened =
          new OpenCohort(
              folder,
              read,
              new CohortCheck().check(table, CohortCases.imageDigests(table, folder)));
      CohortDesk desk = Services.find(CohortDesk.class);
      PlatformUI.getWorkbench().getDisplay().asyncExec(() -> desk.open(opened));
      return Status.OK_STATUS;
    } catch (IOException e) {
      return Status.error(
          folder + " could not be read: " + e.getMessage() + ". Choose the folder of a cohort.", e);
    } catch (TableFormatException e) {
      return Status.error(e.getMessage(), e);
    }
  }

  private boolean single() {
    return Files.exists(folder.resolve("cohort.csv"));
  }

  /** A cohort whose features were not extracted yet. */
  private static CohortFolder withoutFeatures(CohortTable table) {
    List<String> ids = table.patients().stream().map(CohortPatient::id).distinct().toList();
    var none = new FeatureTable(ids, List.of(), new double[ids.size()][0]);
    var distinct = new LinkedHashMap<String, CohortPatient>();
    table.patients().forEach(patient -> distinct.putIfAbsent(patient.id(), patient));
    boolean synthetic = ids.stream().allMatch(id -> id.startsWith("synthetic-"));
    return new CohortFolder(
        new PreparedCohort(
            new CohortTable(List.copyOf(distinct.values())), none, List.of(), synthetic),
        Optional.empty(),
        Map.of());
  }
}
