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
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.cohort.cases.TableFormatException;
import org.recourse.cohort.extraction.CohortExtraction;
import org.recourse.cohort.extraction.DoseVolumeGrid;
import org.recourse.cohort.extraction.ExtractionRequest;
import org.recourse.cohort.extraction.FolderExtraction;
import org.recourse.cohort.extraction.SignatureFeatures;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.ui.cohort.internal.Services;

/** Extracts features into the folder of a cohort, then opens it again. */
final class ExtractJob extends Job {

  private final Path folder;
  private final String structureName;

  ExtractJob(Path folder, String structureName) {
    super("Extracting features of " + folder.getFileName());
    this.folder = folder;
    this.structureName = structureName;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try (SliceExecutor executor = SliceExecutor.ofAllCores()) {
      var extraction =
          new CohortExtraction(
              Services.find(FeatureCatalogue.class), SignatureFeatures.parameters(), 1);
      FolderExtraction done =
          FolderExtraction.run(
              new ExtractionRequest(
                  folder,
                  folder,
                  structureName,
                  extraction,
                  Optional.empty(),
                  Optional.of(DoseVolumeGrid.STANDARD)),
              executor,
              monitor);
      new OpenCohortJob(folder).schedule();
      long failed =
          done.findings().stream()
              .filter(finding -> finding.severity() == Finding.Severity.ERROR)
              .count();
      return failed == 0
          ? Status.OK_STATUS
          : Status.warning(failed + " findings are errors; the view Cohort lists them.");
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS; // what is done is kept
    } catch (IOException | TableFormatException | IllegalArgumentException e) {
      return Status.error("No features were extracted: " + e.getMessage(), e);
    }
  }
}
