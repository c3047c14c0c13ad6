/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.evaluation;

/** The figures of which the tables of the papers consist. */
public enum CellMetric {
  /** Area under the ROC curve. */
  AUC("auc"),
  /** Share of patients on the right side of the threshold. */
  ACCURACY("acc"),
  /** Harmonic mean of precision and recall. */
  F1("f1"),
  SENSITIVITY("sensitivity"),
  SPECIFICITY("specificity");

  private final String key;

  CellMetric(String key) {
    this.key = key;
  }

  /** Name in result files. */
  public String key() {
    return key;
  }
}
