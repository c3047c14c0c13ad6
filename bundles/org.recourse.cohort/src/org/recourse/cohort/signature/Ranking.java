/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.signature;

/** How features of a sequence are ranked; the three ways of Liu 2023. */
public enum Ranking {
  /** Smallest Wald p-value of a logistic regression on this feature alone. */
  UNIVARIATE_LOGISTIC("univariate logistic regression"),
  /** Greatest penalty at which a logistic LASSO first takes the feature. */
  LASSO("LASSO"),
  /** Greatest weight in a linear support-vector machine on all features of the sequence. */
  LINEAR_SVM("linear SVM");

  private final String title;

  Ranking(String title) {
    this.title = title;
  }

  /** In words. */
  public String title() {
    return title;
  }
}
