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
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.cohort.cases.TableFormatException;
import org.recourse.cohort.extraction.CohortExtraction;
import org.recourse.cohort.extraction.ExtractionRequest;
import org.recourse.cohort.extraction.FolderExtraction;
import org.recourse.cohort.extraction.RegionFeatures;
import org.recourse.cohort.extraction.SignatureFeatures;
import org.recourse.cohort.recurrence.DeepFeatureException;
import org.recourse.cohort.recurrence.DeepFeaturePackage;
import org.recourse.cohort.recurrence.DeepRegionFeatures;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.engine.GraphRuntime;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.ui.cohort.internal.Services;

/** Extracts features and dose volumes into the folder of a cohort, then opens it again. */
final class ExtractJob extends Job {

  private final Path folder;
  private final ExtractOptions options;

  ExtractJob(Path folder, ExtractOptions options) {
    super("Extracting features of " + folder.getFileName());
    this.folder = folder;
    this.options = options;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try (SliceExecutor executor = SliceExecutor.ofAllCores()) {
      FolderExtraction done;
      if (options.deepFeatures().isPresent()) {
        try (DeepRegionFeatures deep = deep(options.deepFeatures().get())) {
          done = FolderExtraction.run(request(Optional.of(deep)), executor, monitor);
        }
      } else {
        done = FolderExtraction.run(request(Optional.empty()), executor, monitor);
      }
      new OpenCohortJob(folder).schedule();
      return status(done);
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS; // what is done is kept
    } catch (IOException
        | TableFormatException
        | DeepFeatureException
        | IllegalArgumentException e) {
      return Status.error("No features were extracted: " + e.getMessage(), e);
    }
  }

  private static DeepRegionFeatures deep(Path folder) throws DeepFeatureException {
    GraphRuntime runtime =
        Services.optional(GraphRuntime.class)
            .orElseThrow(() -> new DeepFeatureException("no engine that runs ONNX is installed."));
    return new DeepRegionFeatures(DeepFeaturePackage.read(folder), runtime);
  }

  private ExtractionRequest request(Optional<RegionFeatures> deep) {
    return new ExtractionRequest(
        folder,
        folder,
        options.structureName(),
        new CohortExtraction(
            Services.find(FeatureCatalogue.class), SignatureFeatures.parameters(), 1),
        deep,
        options.doses());
  }

  private static IStatus status(FolderExtraction done) {
    List<Finding> failed =
        done.findings().stream()
            .filter(finding -> finding.severity() == Finding.Severity.ERROR)
            .toList();
    return failed.isEmpty()
        ? Status.OK_STATUS
        : Status.warning(
            "%d cases or values are errors, first %s: %s"
                .formatted(failed.size(), failed.getFirst().affected(), failed.getFirst().text()));
  }
}
