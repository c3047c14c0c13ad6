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
import org.recourse.cohort.cases.CohortCheck;
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
   * Checks a cohort, extracts the features of its cases and writes {@code features.csv}, one more
   * table per further reader, and {@code cohort.csv} where there is none. A run that was killed
   * goes on where it was.
   *
   * @param cohort folder of the cohort
   * @param target folder of the result
   * @param structureName structure in which features are taken
   * @throws IOException if a file cannot be read or written
   * @throws TableFormatException if the table of the cohort is none
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled; what
   *     is done is kept
   */
  public static FolderExtraction run(
      Path cohort,
      Path target,
      String structureName,
      CohortExtraction extraction,
      SliceExecutor executor,
      IProgressMonitor monitor)
      throws IOException, TableFormatException {
    CohortTable table = CohortCases.table(cohort);
    var check = new CohortCheck();
    List<Finding> findings =
        new ArrayList<>(check.check(table, CohortCases.imageDigests(table, cohort)));
    CohortFeatures extracted =
        extraction.run(
            new CaseFolderSource(table, cohort, structureName),
            target.resolve("parts"),
            executor,
            monitor);
    findings.addAll(extracted.findings());
    findings.addAll(check.checkFeatures(table, extracted.features()));
    for (int reader = 0; reader < extracted.byReader().size(); reader++) {
      String name = reader == 0 ? "features.csv" : "features.reader-" + reader + ".csv";
      extracted.byReader().get(reader).write(target.resolve(name));
    }
    if (!Files.exists(target.resolve("cohort.csv"))) {
      table.write(target.resolve("cohort.csv"));
    }
    return new FolderExtraction(table, extracted.features(), findings);
  }
}
