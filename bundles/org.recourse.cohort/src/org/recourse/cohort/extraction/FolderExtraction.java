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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.cases.CohortCheck;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.cohort.cases.TableFormatException;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * What an extraction left in the folder of a cohort. Immutable.
 *
 * @param table the patients
 * @param features features of the first reader's structures
 * @param findings what the import check and the extraction found
 */
public record FolderExtraction(CohortTable table, FeatureTable features, List<Finding> findings) {

  public FolderExtraction {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(features, "features");
    findings = List.copyOf(findings);
  }

  /**
   * Checks a cohort, extracts what is asked for from its cases and writes {@code features.csv}, one
   * more table per further reader, the dose volumes, and {@code cohort.csv} where there is none. A
   * run that was killed goes on where it was.
   *
   * @throws IOException if a file cannot be read or written
   * @throws TableFormatException if the table of the cohort is none
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled; what
   *     is done is kept
   */
  public static FolderExtraction run(
      ExtractionRequest request, SliceExecutor executor, IProgressMonitor monitor)
      throws IOException, TableFormatException {
    SubMonitor progress = SubMonitor.convert(monitor, 100);
    CohortTable table = CohortCases.table(request.cohort());
    Path target = request.target();
    var check = new CohortCheck();
    List<Finding> findings =
        new ArrayList<>(check.check(table, CohortCases.imageDigests(table, request.cohort())));
    var source = new CaseFolderSource(table, request.cohort(), request.structureName());
    CohortFeatures extracted =
        request.features().run(source, target.resolve("parts"), executor, progress.split(60));
    findings.addAll(extracted.findings());
    findings.addAll(check.checkFeatures(table, extracted.features()));
    FeatureTable features = extracted.features();
    if (request.deep().isPresent()) {
      CohortFeatures deep =
          new CohortExtraction(request.deep().get(), 1)
              .run(source, target.resolve("deep-parts"), executor, progress.split(20));
      findings.addAll(deep.findings());
      features = features.extended(deep.features());
    }
    if (!Files.exists(target.resolve("cohort.csv"))) {
      table.write(target.resolve("cohort.csv"));
    }
    if (request.doses().isPresent()) {
      progress.setWorkRemaining(20);
      findings.addAll(doses(request, table, executor, progress.split(20)));
    }
    features.write(target.resolve("features.csv"));
    for (int reader = 1; reader < extracted.byReader().size(); reader++) {
      extracted.byReader().get(reader).write(target.resolve("features.reader-" + reader + ".csv"));
    }
    return new FolderExtraction(table, features, findings);
  }

  /** In the order of the table that lies beside the volumes. */
  private static List<Finding> doses(
      ExtractionRequest request, CohortTable table, SliceExecutor executor, SubMonitor progress)
      throws IOException, TableFormatException {
    CohortTable beside = CohortTable.read(request.target().resolve("cohort.csv"));
    return new DoseVolumeExtraction(request.doses().get())
        .run(
            new CaseFolderDoses(table, request.cohort(), request.structureName()),
            beside.patients().stream().map(CohortPatient::id).toList(),
            request.target(),
            executor,
            progress)
        .findings();
  }
}
