/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.signature;

import java.util.ArrayList;
import java.util.List;
import org.recourse.learning.classifier.LogisticClassifier;
import org.recourse.learning.classifier.RandomForest;
import org.recourse.learning.classifier.SupportVectorMachine;
import org.recourse.learning.pipeline.CorrelationFilter;
import org.recourse.learning.pipeline.Learner;
import org.recourse.learning.pipeline.Pipeline;
import org.recourse.learning.pipeline.RecursiveElimination;
import org.recourse.learning.pipeline.Standardisation;
import org.recourse.learning.pipeline.Transform;
import org.recourse.learning.pipeline.VariationFilter;

/**
 * One of the 18 candidate pipelines: three rankings, two models that eliminate, three classifiers.
 * The paper counts 18 and names rankings and classifiers; that the remaining factor of two is the
 * model inside of the elimination is a reading of its "feature selection model".
 *
 * @param ranking ranks the features of each sequence
 * @param elimination leaves the wanted number
 * @param classifier gives the score
 */
public record SignatureCandidate(Ranking ranking, Elimination elimination, Kind classifier) {

  private static final double SVM_COST = 0.1;
  private static final int FOREST_DEPTH = 2; // as in the notebook of the paper
  private static final int LEAST_LEAF = 5;

  /** The model whose weights decide what is eliminated. */
  public enum Elimination {
    LINEAR_SVM("linear SVM"),
    LOGISTIC("logistic");

    private final String title;

    Elimination(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /** The classifiers of the paper. */
  public enum Kind {
    LOGISTIC("logistic regression"),
    LINEAR_SVM("linear SVM"),
    RANDOM_FOREST("random forest");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /** What the paper ended with: linear SVM selects, a random forest classifies. */
  public static final SignatureCandidate PUBLISHED =
      new SignatureCandidate(Ranking.LINEAR_SVM, Elimination.LINEAR_SVM, Kind.RANDOM_FOREST);

  /** All 18. */
  public static List<SignatureCandidate> all() {
    List<SignatureCandidate> all = new ArrayList<>();
    for (Ranking ranking : Ranking.values()) {
      for (Elimination elimination : Elimination.values()) {
        for (Kind kind : Kind.values()) {
          all.add(new SignatureCandidate(ranking, elimination, kind));
        }
      }
    }
    return List.copyOf(all);
  }

  /** In words. */
  public String title() {
    return ranking.title() + " > " + elimination.title() + " > " + classifier.title();
  }

  Transform elimination(int wantedFeatures) {
    return switch (elimination) {
      case LINEAR_SVM -> new RecursiveElimination(wantedFeatures, SVM_COST);
      case LOGISTIC -> new LogisticElimination(wantedFeatures);
    };
  }

  Learner learner(int treeCount) {
    return switch (classifier) {
      case LOGISTIC -> LogisticClassifier.unpenalised();
      case LINEAR_SVM ->
          new SupportVectorMachine(new SupportVectorMachine.Kernel.Linear(), SVM_COST, 1);
      case RANDOM_FOREST -> new RandomForest(treeCount, FOREST_DEPTH, LEAST_LEAF);
    };
  }

  /** The whole pipeline to so many features. */
  public Pipeline pipeline(SignatureSettings settings, int wantedFeatures) {
    return Pipeline.of(
        learner(settings.treeCount()),
        new VariationFilter(),
        new Standardisation(),
        new SequenceRanking(ranking, settings.perSequence()),
        new CorrelationFilter(settings.greatestCorrelation()),
        elimination(wantedFeatures));
  }
}
