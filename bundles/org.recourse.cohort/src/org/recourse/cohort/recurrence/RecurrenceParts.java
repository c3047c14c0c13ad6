/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import java.util.ArrayList;
import java.util.List;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.cohort.evaluation.TableCell;
import org.recourse.cohort.learned.PackagedModel;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.grid.finding.Finding;

/** Collects what the models come to. Not thread-safe. */
record RecurrenceParts(
    List<PackagedModel> models,
    List<SystemResult.ModelScores> scores,
    List<TableCell> cells,
    List<ReportTable> tables,
    List<List<String>> rows,
    List<SystemResult.Audit> audits,
    List<Finding> findings) {

  RecurrenceParts() {
    this(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  SystemResult result() {
    List<ReportTable> all = new ArrayList<>();
    all.add(
        new ReportTable(
            "Recurrence models",
            List.of("sequence", "model", "patients", "AUC", "ACC", "SEN", "SPE"),
            rows,
            "Positive from a recalibrated probability of one half. Training patients out of"
                + " fold."));
    all.addAll(tables);
    return new SystemResult(
        RecurrenceTraining.SYSTEM, models, scores, cells, all, audits, findings);
  }
}
