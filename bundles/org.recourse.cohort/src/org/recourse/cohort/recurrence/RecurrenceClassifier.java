/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import org.recourse.learning.classifier.AdaBoost;
import org.recourse.learning.classifier.GaussianNaiveBayes;
import org.recourse.learning.classifier.NearestNeighbours;
import org.recourse.learning.classifier.RandomForest;
import org.recourse.learning.classifier.SupportVectorMachine;
import org.recourse.learning.pipeline.Learner;

/** The five classifiers of the paper; it does not name their settings, so these are ours. */
public enum RecurrenceClassifier {
  SVM("SVM"),
  RF("RF"),
  KNN("KNN"),
  NB("NB"),
  ADABOOST("Adaboost");

  private static final double SVM_COST = 1;
  private static final double SVM_GAMMA = 0.05;
  private static final int FOREST_DEPTH = 4;
  private static final int LEAST_LEAF = 5;
  private static final int NEIGHBOURS = 15;
  private static final int ROUNDS = 40;

  private final String title;

  RecurrenceClassifier(String title) {
    this.title = title;
  }

  /** As in the tables of the paper. */
  public String title() {
    return title;
  }

  Learner learner(int treeCount) {
    return switch (this) {
      case SVM ->
          new SupportVectorMachine(
              new SupportVectorMachine.Kernel.RadialBasis(SVM_GAMMA), SVM_COST, 1);
      case RF -> new RandomForest(treeCount, FOREST_DEPTH, LEAST_LEAF);
      case KNN -> new NearestNeighbours(NEIGHBOURS);
      case NB -> new GaussianNaiveBayes();
      case ADABOOST -> new AdaBoost(ROUNDS);
    };
  }
}
