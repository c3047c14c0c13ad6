/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.harmonisation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.recourse.learning.pipeline.FittedState;
import org.recourse.learning.pipeline.NotFittedException;

/**
 * ComBat with parametric empirical-Bayes priors: location and scale of each feature in each centre
 * are drawn towards what all features show there, and taken out; what covariates explain is kept.
 *
 * <p>Feature j of patient i in centre c is modelled as α + xᵢβ + γ_c + δ_c ε. Priors of γ and δ²
 * are normal and inverse gamma with moments over the features of the centre; their posterior means
 * are found by iteration to a relative change of 1e-12. With a reference centre, its values stay as
 * they are. Source: Johnson, Li and Rabinovic 2007 (doi:10.1093/biostatistics/kxj037). Immutable.
 */
public final class ComBat {

  /** Patients that a centre must have of its own, in training and when it is added later. */
  public static final int LEAST_PATIENTS_PER_CENTRE = 5;

  private static final double RELATIVE_CHANGE = 1e-12;
  private static final int MOST_ITERATIONS = 100_000;

  /**
   * Patients of several centres.
   *
   * @param features one row per patient
   * @param centre centre of each patient
   * @param covariates what is to be kept, one row per patient, possibly of length 0
   */
  public record Patients(double[][] features, List<String> centre, double[][] covariates) {

    public Patients {
      if (features.length != centre.size() || covariates.length != centre.size()) {
        throw new IllegalArgumentException(
            features.length + " rows, " + centre.size() + " centres, " + covariates.length);
      }
      centre = List.copyOf(centre);
    }
  }

  /** Shift and scale of one centre, in units of the pooled standard deviation. */
  private record CentreEffect(double[] shift, double[] squaredScale) {}

  private static final String KIND = "combat";
  private static final String CENTRE = "centre";

  private final double[] grandMean;
  private final double[][] covariateSlope; // [covariate][feature]
  private final double[] deviation;
  private final Map<String, CentreEffect> effectOfCentre;
  private final Optional<String> reference;

  private ComBat(
      double[] grandMean,
      double[][] covariateSlope,
      double[] deviation,
      Map<String, CentreEffect> effectOfCentre,
      Optional<String> reference) {
    this.grandMean = grandMean;
    this.covariateSlope = covariateSlope;
    this.deviation = deviation;
    this.effectOfCentre = effectOfCentre;
    this.reference = reference;
  }

  /**
   * @param reference centre whose values stay as they are; empty to move all to a common mean
   * @throws NotFittedException if a centre has too few patients, there is one centre or one
   *     feature, a feature does not vary, or covariates and centres cannot be told apart
   */
  public static ComBat fit(Patients patients, Optional<String> reference)
      throws NotFittedException {
    List<String> centres = patients.centre().stream().distinct().sorted().toList();
    requireFittable(patients, centres, reference);
    double[][] coefficient = leastSquares(patients, centres);
    int features = patients.features()[0].length;
    double[] grandMean = new double[features];
    for (int c = 0; c < centres.size(); c++) {
      double share =
          reference.isPresent()
              ? (reference.get().equals(centres.get(c)) ? 1 : 0)
              : patientsOf(patients, centres.get(c)).size() / (double) patients.centre().size();
      for (int j = 0; j < features; j++) {
        grandMean[j] += share * coefficient[c][j];
      }
    }
    double[] deviation = pooledDeviation(patients, centres, coefficient, reference);
    double[][] slope =
        java.util.Arrays.copyOfRange(coefficient, centres.size(), coefficient.length);
    var unfinished = new ComBat(grandMean, slope, deviation, Map.of(), reference);
    var effects = new LinkedHashMap<String, CentreEffect>();
    for (String centre : centres) {
      List<double[]> rows = unfinished.standardised(patients, patientsOf(patients, centre));
      boolean isReference = reference.isPresent() && reference.get().equals(centre);
      effects.put(centre, isReference ? none(features) : effect(rows));
    }
    return new ComBat(grandMean, slope, deviation, effects, reference);
  }

  /**
   * The same harmonisation with one more centre, known from its own patients without outcomes.
   *
   * @throws NotFittedException with fewer than {@link #LEAST_PATIENTS_PER_CENTRE} patients
   */
  public ComBat withCentre(String centre, double[][] features, double[][] covariates)
      throws NotFittedException {
    if (features.length < LEAST_PATIENTS_PER_CENTRE) {
      throw new NotFittedException(tooFew(centre, features.length));
    }
    if (effectOfCentre.containsKey(centre)) {
      throw new NotFittedException("The centre " + centre + " belongs to the training patients.");
    }
    var all =
        new Patients(features, java.util.Collections.nCopies(features.length, centre), covariates);
    var effects = new LinkedHashMap<>(effectOfCentre);
    effects.put(centre, effect(standardised(all, patientsOf(all, centre))));
    return new ComBat(grandMean, covariateSlope, deviation, effects, reference);
  }

  /**
   * Harmonised features of one patient.
   *
   * @throws NotFittedException if the centre is unknown
   */
  public double[] apply(double[] features, String centre, double[] covariates)
      throws NotFittedException {
    CentreEffect effect = effectOfCentre.get(centre);
    if (effect == null) {
      throw new NotFittedException(
          "The centre "
              + centre
              + " is not among those harmonised ("
              + String.join(", ", effectOfCentre.keySet())
              + "). Give at least "
              + LEAST_PATIENTS_PER_CENTRE
              + " of its patients first.");
    }
    if (reference.isPresent() && reference.get().equals(centre)) {
      return features.clone();
    }
    double[] harmonised = new double[features.length];
    for (int j = 0; j < harmonised.length; j++) {
      double expected = expected(j, covariates);
      double z = (features[j] - expected) / deviation[j];
      harmonised[j] =
          (z - effect.shift[j]) / Math.sqrt(effect.squaredScale[j]) * deviation[j] + expected;
    }
    return harmonised;
  }

  /** What it consists of, for a file. */
  public FittedState state() {
    var centres = new ArrayList<FittedState>();
    effectOfCentre.forEach(
        (centre, effect) ->
            centres.add(
                new FittedState(
                    CENTRE,
                    Map.of("shift", effect.shift(), "squaredScale", effect.squaredScale()),
                    Map.of("centre", List.of(centre)),
                    List.of())));
    return new FittedState(
        KIND,
        Map.of(
            "mean",
            grandMean,
            "deviation",
            deviation,
            "covariateSlope",
            FittedState.flat(covariateSlope)),
        Map.of("reference", reference.map(List::of).orElse(List.of())),
        centres);
  }

  /**
   * @throws IllegalArgumentException if the state is of no harmonisation
   */
  public static ComBat of(FittedState state) {
    if (!state.kind().equals(KIND)) {
      throw new IllegalArgumentException("no harmonisation: " + state.kind());
    }
    double[] mean = state.values("mean");
    var effects = new LinkedHashMap<String, CentreEffect>();
    for (FittedState centre : state.parts()) {
      effects.put(
          centre.texts("centre").getFirst(),
          new CentreEffect(centre.values("shift"), centre.values("squaredScale")));
    }
    return new ComBat(
        mean,
        FittedState.rows(state.values("covariateSlope"), mean.length),
        state.values("deviation"),
        effects,
        state.texts("reference").stream().findFirst());
  }

  /** Features of a row. */
  public int featureCount() {
    return grandMean.length;
  }

  /** Centres whose patients can be harmonised. */
  public Set<String> centres() {
    return Collections.unmodifiableSet(effectOfCentre.keySet());
  }

  private double expected(int feature, double[] covariates) {
    if (covariates.length != covariateSlope.length) {
      throw new IllegalArgumentException(
          covariates.length + " covariates instead of " + covariateSlope.length);
    }
    double sum = grandMean[feature];
    for (int k = 0; k < covariates.length; k++) {
      sum += covariateSlope[k][feature] * covariates[k];
    }
    return sum;
  }

  private List<double[]> standardised(Patients patients, List<Integer> chosen) {
    var rows = new ArrayList<double[]>();
    for (int i : chosen) {
      double[] z = new double[deviation.length];
      for (int j = 0; j < z.length; j++) {
        z[j] = (patients.features()[i][j] - expected(j, patients.covariates()[i])) / deviation[j];
      }
      rows.add(z);
    }
    return rows;
  }

  private static CentreEffect none(int features) {
    double[] one = new double[features];
    java.util.Arrays.fill(one, 1);
    return new CentreEffect(new double[features], one);
  }

  /** Posterior means of shift and squared scale, each given the other, until both stand. */
  private static CentreEffect effect(List<double[]> rows) throws NotFittedException {
    int n = rows.size();
    int features = rows.getFirst().length;
    double[] mean = new double[features];
    double[] variance = new double[features];
    for (int j = 0; j < features; j++) {
      int column = j;
      mean[j] = rows.stream().mapToDouble(row -> row[column]).sum() / n;
      double centre = mean[j];
      variance[j] =
          rows.stream().mapToDouble(row -> Math.pow(row[column] - centre, 2)).sum() / (n - 1);
    }
    double priorMean = mean(mean);
    double priorVariance = variance(mean);
    double scaleMean = mean(variance);
    double scaleVariance = variance(variance);
    if (!(priorVariance > 0 && scaleVariance > 0)) {
      throw new NotFittedException("The features of a centre do not differ: no prior is defined.");
    }
    double shape = (2 * scaleVariance + scaleMean * scaleMean) / scaleVariance;
    double rate = (scaleMean * scaleVariance + Math.pow(scaleMean, 3)) / scaleVariance;
    double[] shift = new double[features];
    double[] squaredScale = new double[features];
    for (int j = 0; j < features; j++) {
      double g = mean[j];
      double d = variance[j];
      double change = Double.POSITIVE_INFINITY;
      for (int k = 0; change > RELATIVE_CHANGE && k < MOST_ITERATIONS; k++) {
        double nextG = (priorVariance * n * mean[j] + d * priorMean) / (priorVariance * n + d);
        // Σ (z − g)² = (n − 1) s² + n (mean − g)²
        double squares = (n - 1) * variance[j] + n * (mean[j] - nextG) * (mean[j] - nextG);
        double nextD = (0.5 * squares + rate) / (n / 2.0 + shape - 1);
        change = Math.max(Math.abs(nextG - g), Math.abs(nextD - d) / d);
        g = nextG;
        d = nextD;
      }
      shift[j] = g;
      squaredScale[j] = d;
    }
    return new CentreEffect(shift, squaredScale);
  }

  private static double mean(double[] values) {
    return java.util.Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return java.util.Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum()
        / (values.length - 1);
  }

  private static List<Integer> patientsOf(Patients patients, String centre) {
    var chosen = new ArrayList<Integer>();
    for (int i = 0; i < patients.centre().size(); i++) {
      if (patients.centre().get(i).equals(centre)) {
        chosen.add(i);
      }
    }
    return chosen;
  }

  /** Coefficients of centres, then covariates, for every feature. */
  private static double[][] leastSquares(Patients patients, List<String> centres)
      throws NotFittedException {
    int covariates = patients.covariates()[0].length;
    double[][] design = new double[patients.centre().size()][centres.size() + covariates];
    for (int i = 0; i < design.length; i++) {
      design[i][centres.indexOf(patients.centre().get(i))] = 1;
      System.arraycopy(patients.covariates()[i], 0, design[i], centres.size(), covariates);
    }
    var decomposition = new SingularValueDecomposition(new Array2DRowRealMatrix(design, false));
    if (decomposition.getRank() < design[0].length) {
      throw new NotFittedException(
          "A covariate is the same for all patients of each centre, so it cannot be told apart from"
              + " the centres. Leave it out.");
    }
    RealMatrix solution =
        decomposition.getSolver().solve(new Array2DRowRealMatrix(patients.features(), true));
    return solution.getData();
  }

  private static double[] pooledDeviation(
      Patients patients, List<String> centres, double[][] coefficient, Optional<String> reference)
      throws NotFittedException {
    int features = patients.features()[0].length;
    double[] sum = new double[features];
    int count = 0;
    for (int i = 0; i < patients.centre().size(); i++) {
      String centre = patients.centre().get(i);
      if (reference.isPresent() && !reference.get().equals(centre)) {
        continue;
      }
      count++;
      double[] location = coefficient[centres.indexOf(centre)];
      for (int j = 0; j < features; j++) {
        double residual = patients.features()[i][j] - location[j];
        for (int k = 0; k < patients.covariates()[i].length; k++) {
          residual -= coefficient[centres.size() + k][j] * patients.covariates()[i][k];
        }
        sum[j] += residual * residual;
      }
    }
    for (int j = 0; j < features; j++) {
      sum[j] = Math.sqrt(sum[j] / count);
      if (!(sum[j] > 0)) {
        throw new NotFittedException("Feature " + j + " does not vary within the centres.");
      }
    }
    return sum;
  }

  private static void requireFittable(
      Patients patients, List<String> centres, Optional<String> reference)
      throws NotFittedException {
    if (centres.size() < 2 || patients.features()[0].length < 2) {
      throw new NotFittedException("ComBat needs two centres and two features.");
    }
    if (reference.isPresent() && !centres.contains(reference.get())) {
      throw new NotFittedException("The reference centre " + reference.get() + " has no patient.");
    }
    for (String centre : centres) {
      int count = patientsOf(patients, centre).size();
      if (count < LEAST_PATIENTS_PER_CENTRE) {
        throw new NotFittedException(tooFew(centre, count));
      }
    }
  }

  private static String tooFew(String centre, int count) {
    return "The centre "
        + centre
        + " has "
        + count
        + " patients; at least "
        + LEAST_PATIENTS_PER_CENTRE
        + " are needed to harmonise it.";
  }
}
