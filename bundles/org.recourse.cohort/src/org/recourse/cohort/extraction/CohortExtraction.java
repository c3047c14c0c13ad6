/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.ExtractionResult;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.settings.ExtractionParameters;

/**
 * Extracts features of every patient of a cohort. Immutable and thread-safe.
 *
 * <p>Patients are spread over the threads and each is done by one thread, so that the result does
 * not depend on their number. What is done is kept on disk patient by patient ({@link
 * ExtractionParts}); a run that was killed goes on with the patients that are missing. A case that
 * fails makes a finding and is tried again by the next run.
 */
public final class CohortExtraction {

  /** Patients between two reports of progress, per thread. */
  private static final int BATCH_PER_THREAD = 4;

  private final RegionFeatures features;
  private final int readers;

  /**
   * Makes an extraction of radiomic features.
   *
   * @param parameters what is extracted from every image
   * @param readers how many readers' regions are used, at least one
   */
  public CohortExtraction(
      FeatureCatalogue catalogue, ExtractionParameters parameters, int readers) {
    this(new HandcraftedFeatures(catalogue, parameters), readers);
  }

  /**
   * Makes an extraction of any features.
   *
   * @param features what is extracted
   * @param readers how many readers' regions are used, at least one
   */
  public CohortExtraction(RegionFeatures features, int readers) {
    this.features = Objects.requireNonNull(features, "features");
    this.readers = readers;
    if (readers < 1) {
      throw new IllegalArgumentException("at least one reader is needed: " + readers);
    }
  }

  /**
   * Extracts what is not yet in the folder and returns all.
   *
   * @param folder where the parts are kept; parts of other parameters or another source are refused
   * @param executor patients are spread over its threads
   * @throws IOException if a part cannot be written, or the folder holds parts of another
   *     extraction
   * @throws OperationCanceledException if the monitor is cancelled; what is done is kept
   */
  public CohortFeatures run(
      ImageSource source, Path folder, SliceExecutor executor, IProgressMonitor monitor)
      throws IOException {
    var parts = ExtractionParts.open(folder, source.fingerprint() + "\n" + features.fingerprint());
    List<String> missing =
        source.patientIds().stream().filter(id -> !parts.holds(id, readers)).toList();
    int before = source.patientIds().size() - missing.size();
    SubMonitor progress =
        SubMonitor.convert(monitor, "Extracting features", Math.max(1, missing.size()));
    Outcome[] outcomes = new Outcome[missing.size()];
    int batch = BATCH_PER_THREAD * executor.threadCount();
    for (int start = 0; start < missing.size(); start += batch) {
      int from = start;
      int count = Math.min(batch, missing.size() - start);
      progress.subTask("Patient " + (before + start + 1) + " of " + source.patientIds().size());
      executor.forEachSlice(
          count,
          progress,
          i -> outcomes[from + i] = one(source, missing.get(from + i), parts, progress));
      progress.worked(count);
    }
    List<Finding> findings = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      findings.addAll(outcome.findings());
      if (outcome.failure().isPresent()) {
        throw outcome.failure().get();
      }
    }
    return parts.collect(source.patientIds(), readers, findings);
  }

  /** What became of one patient; a failure is one of the disk, not of the case. */
  private record Outcome(List<Finding> findings, Optional<IOException> failure) {}

  private Outcome one(
      ImageSource source, String patientId, ExtractionParts parts, IProgressMonitor monitor) {
    List<Finding> findings = new ArrayList<>();
    try (SliceExecutor single = SliceExecutor.ofThreads(1)) {
      var unseen = new WatchedMonitor(monitor);
      List<ImagedRegion> images = source.load(patientId, readers, unseen);
      List<ExtractionParts.Row> rows = new ArrayList<>();
      for (ImagedRegion image : images) {
        if (features.takes(image.sequence())) {
          rows.add(row(patientId, image, single, unseen, findings));
        }
      }
      if (rows.isEmpty()) {
        throw new CaseFailure("No image is of a sequence from which these features are taken.");
      }
      if (rows.stream().allMatch(row -> row.features().size() > 0)) {
        parts.write(patientId, rows, readers);
      }
    } catch (CaseFailure e) {
      findings.add(Finding.error(e.getMessage(), patientId));
    } catch (IOException e) {
      return new Outcome(findings, Optional.of(e));
    }
    return new Outcome(findings, Optional.empty());
  }

  private ExtractionParts.Row row(
      String patientId,
      ImagedRegion image,
      SliceExecutor single,
      IProgressMonitor monitor,
      List<Finding> findings)
      throws CaseFailure {
    String affected = patientId + " " + image.sequence() + " reader " + image.reader();
    try {
      ExtractionResult result = features.of(image, single, monitor);
      for (Finding finding : result.findings()) {
        if (finding.severity() != Finding.Severity.INFO) {
          findings.add(new Finding(finding.severity(), finding.text(), affected));
        }
      }
      return new ExtractionParts.Row(image.sequence(), image.reader(), result.features());
    } catch (OperationCanceledException e) {
      throw e;
    } catch (IllegalArgumentException e) { // the image does not fit the parameters
      findings.add(
          Finding.error(
              "No features: " + e.getMessage() + ". Check image and region of this case.",
              affected));
      return new ExtractionParts.Row(
          image.sequence(), image.reader(), FeatureVector.builder().build());
    }
  }
}
