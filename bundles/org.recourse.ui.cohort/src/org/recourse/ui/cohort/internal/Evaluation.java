/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.grid.finding.Finding;
import org.recourse.learning.validation.LeakageAudit;

/**
 * Models beside each other on the same sample. Immutable.
 *
 * @param title sample and endpoint
 * @param outcome the outcome in words
 * @param synthetic whether the patients are made up
 * @param models in the order of the request
 * @param pipeline every step of the training in order; empty for ready-made models
 * @param trained what the training said beside the scores; empty for ready-made models
 */
public record Evaluation(
    String title,
    String outcome,
    boolean synthetic,
    List<EvaluatedModel> models,
    List<String> pipeline,
    Optional<Trained> trained) {

  /**
   * What a training said beside the scores. Immutable.
   *
   * @param tables tables of the paper
   * @param audits leakage audits by model
   * @param findings reservations
   */
  public record Trained(
      List<ReportTable> tables, Map<String, LeakageAudit> audits, List<Finding> findings) {
    public Trained {
      tables = List.copyOf(tables);
      audits = Map.copyOf(audits);
      findings = List.copyOf(findings);
    }
  }

  public Evaluation {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(trained, "trained");
    models = List.copyOf(models);
    pipeline = List.copyOf(pipeline);
  }
}
