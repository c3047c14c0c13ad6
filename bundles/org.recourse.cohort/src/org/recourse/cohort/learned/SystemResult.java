/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.learned;

import java.util.List;
import java.util.Optional;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.cohort.evaluation.TableCell;
import org.recourse.grid.finding.Finding;
import org.recourse.learning.sample.ScoredOutcomes;
import org.recourse.learning.validation.LeakageAudit;

/**
 * What training and evaluating one of the three systems on a cohort came to. Immutable.
 *
 * @param system {@code signature}, {@code recurrence} or {@code multiomics}
 * @param models to be kept
 * @param scores of every model on every sample
 * @param cells cells of the tables of the paper
 * @param tables for people
 * @param audits leakage audits
 * @param findings reservations
 */
public record SystemResult(
    String system,
    List<PackagedModel> models,
    List<ModelScores> scores,
    List<TableCell> cells,
    List<ReportTable> tables,
    List<Audit> audits,
    List<Finding> findings) {

  public SystemResult {
    models = List.copyOf(models);
    scores = List.copyOf(scores);
    cells = List.copyOf(cells);
    tables = List.copyOf(tables);
    audits = List.copyOf(audits);
    findings = List.copyOf(findings);
  }

  /**
   * Scores of one model on one sample.
   *
   * @param model name of the model
   * @param sample name of the sample
   * @param patientIds patients in order
   * @param scores their scores and outcomes
   */
  public record ModelScores(
      String model, String sample, List<String> patientIds, ScoredOutcomes scores) {

    public ModelScores {
      patientIds = List.copyOf(patientIds);
      if (patientIds.size() != scores.size()) {
        throw new IllegalArgumentException(patientIds.size() + " ids, " + scores.size());
      }
    }
  }

  /**
   * A leakage audit of one model.
   *
   * @param model name of the model
   * @param result what it came to
   */
  public record Audit(String model, LeakageAudit result) {}

  /** The scores of a model on a sample, if it was scored there. */
  public Optional<ModelScores> scores(String model, String sample) {
    return scores.stream()
        .filter(own -> own.model().equals(model) && own.sample().equals(sample))
        .findFirst();
  }
}
