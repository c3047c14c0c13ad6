/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.multiomics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.tensor.Tensor;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.Pipeline;
import org.recourse.learning.pipeline.Standardisation;
import org.recourse.learning.pipeline.TrainingSet;
import org.recourse.learning.pipeline.VariationFilter;
import org.recourse.learning.sample.ScoredOutcomes;
import org.recourse.learning.validation.CrossValidation;
import org.recourse.learning.validation.StratifiedFolds;

/**
 * A multi-omics model without a network: features of the MR images and a few figures of the dose in
 * one penalised logistic regression. Not from the paper; it shows what the data hold when the form
 * of the model is simple, beside the networks.
 *
 * <p>Features x go in as sign(x) ln(1 + |x|), since most are skewed. The dose of the re-irradiation
 * becomes EQD2 (α/β 3 Gy) in each voxel; its figures are ln of the power mean of order 12 (the hot
 * part counts) in {@value #SLABS} slabs of equal thickness from anterior to posterior and in all of
 * PTVnx, and ln of the number of voxels.
 *
 * @param doses dose volumes
 * @param size their size
 * @param fractions name of the clinical value that holds the number of fractions
 */
public record DosiomicModel(DoseVolumes doses, NetworkSize size, String fractions) {

  private static final int SLABS = 3;
  private static final double ORDER = 12;
  private static final double ALPHA_BETA_GY = 3;
  private static final double REFERENCE_GY = 2;
  private static final double[] PENALTIES = {0.003, 0.01, 0.03};
  private static final int FOLDS = 5;

  /** Figures of a dose volume; the volume is 0 outside of the target. */
  double[] figures(Tensor dose, double fractionCount) {
    int first = size.sizeY();
    int last = -1;
    float[] gy = dose.toArray();
    for (int i = 0; i < gy.length; i++) {
      if (gy[i] > 0) {
        int y = i / size.sizeX() % size.sizeY();
        first = Math.min(first, y);
        last = Math.max(last, y);
      }
    }
    if (last < 0) {
      throw new IllegalArgumentException("the dose volume is empty");
    }
    double[] sum = new double[SLABS + 1];
    double[] count = new double[SLABS + 1];
    for (int i = 0; i < gy.length; i++) {
      if (gy[i] > 0) {
        int y = i / size.sizeX() % size.sizeY();
        int slab = (y - first) * SLABS / (last - first + 1);
        double eqd2Gy =
            gy[i] * (gy[i] / fractionCount + ALPHA_BETA_GY) / (REFERENCE_GY + ALPHA_BETA_GY);
        double power = Math.pow(eqd2Gy / REFERENCE_GY, ORDER);
        sum[slab] += power;
        count[slab]++;
        sum[SLABS] += power;
        count[SLABS]++;
      }
    }
    double[] figures = new double[SLABS + 2];
    for (int s = 0; s <= SLABS; s++) {
      int used = count[s] > 0 ? s : SLABS; // a thin target may leave a slab empty
      figures[s] = Math.log(sum[used] / count[used]) / ORDER;
    }
    figures[SLABS + 1] = Math.log(count[SLABS]);
    return figures;
  }

  private static double symmetricLog(double value) {
    return Math.signum(value) * Math.log1p(Math.abs(value));
  }

  /** The features, with the figures of the dose where they are wanted. */
  TrainingSet set(PreparedCohort.Sample patients, boolean withDose) throws IOException {
    List<String> names = new ArrayList<>(patients.set().featureNames());
    int features = names.size();
    for (int s = 0; withDose && s < SLABS + 2; s++) {
      names.add("dose/figure-" + s);
    }
    double[][] rows = new double[patients.set().size()][names.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < features; j++) {
        rows[i][j] = symmetricLog(patients.set().row(i)[j]);
      }
      if (withDose) {
        double[] own = figures(patients.patients().get(i));
        System.arraycopy(own, 0, rows[i], features, own.length);
      }
    }
    return new TrainingSet(names, rows, patients.set().events());
  }

  private double[] figures(CohortPatient patient) throws IOException {
    double count =
        patient
            .clinicalNumber(fractions)
            .orElseThrow(() -> new IOException(patient.id() + " has no " + fractions));
    return figures(
        doses
            .of(patient.id(), size)
            .orElseThrow(() -> new IOException(patient.id() + " has no dose volume")),
        count);
  }

  /**
   * Fits on training patients, the penalty by cross-validation among them, and scores others.
   *
   * @throws NotFittedException if the training patients do not allow it
   * @throws IOException if a dose volume is missing or cannot be read
   */
  public ScoredOutcomes trainAndScore(
      PreparedCohort.Sample training, PreparedCohort.Sample others, boolean withDose, long seed)
      throws NotFittedException, IOException {
    TrainingSet set = set(training, withDose);
    Pipeline.Fitted fitted = CrossValidation.best(set, candidates(), FOLDS, seed).fit(set, seed);
    TrainingSet judged = set(others, withDose);
    double[] score = new double[judged.size()];
    for (int i = 0; i < score.length; i++) {
      score[i] = fitted.score(judged.row(i));
    }
    return new ScoredOutcomes(score, judged.events());
  }

  /**
   * Scores of training patients, each by a model that was fitted without them; the penalty is
   * chosen again in each fold.
   *
   * @throws NotFittedException if the training patients do not allow it
   * @throws IOException if a dose volume is missing or cannot be read
   */
  public ScoredOutcomes outOfFold(PreparedCohort.Sample training, boolean withDose, long seed)
      throws NotFittedException, IOException {
    TrainingSet set = set(training, withDose);
    return CrossValidation.nested(
        set, candidates(), StratifiedFolds.of(set.events(), FOLDS, seed), FOLDS, seed, null);
  }

  private static List<Pipeline> candidates() {
    List<Pipeline> candidates = new ArrayList<>();
    for (double penalty : PENALTIES) {
      candidates.add(
          Pipeline.of(new RidgeLogistic(penalty), new VariationFilter(), new Standardisation()));
    }
    return candidates;
  }
}
