/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * The first principal components of centred features, by singular values
 * (doi:10.1080/14786440109462720). The sign of a component is fixed so that its loading of greatest
 * size is positive.
 *
 * @param count components, at least 1; fewer are given when the patients span fewer
 */
public record PrincipalComponents(int count) implements Transform {

  private static final double RELATIVE_RANK = 1e-12;

  public PrincipalComponents {
    if (count < 1) {
      throw new IllegalArgumentException("at least one component: " + count);
    }
  }

  @Override
  public String description() {
    return count + " principal components";
  }

  @Override
  public FittedTransform fit(TrainingSet training, long seed) throws NotFittedException {
    int features = training.featureCount();
    double[] mean = new double[features];
    double[][] centred = new double[training.size()][features];
    for (int j = 0; j < features; j++) {
      mean[j] = java.util.Arrays.stream(training.column(j)).average().orElse(0);
      for (int i = 0; i < centred.length; i++) {
        centred[i][j] = training.row(i)[j] - mean[j];
      }
    }
    var decomposition = new SingularValueDecomposition(new Array2DRowRealMatrix(centred, false));
    double[] size = decomposition.getSingularValues();
    int kept = 0;
    while (kept < Math.min(count, size.length) && size[kept] > RELATIVE_RANK * size[0]) {
      kept++;
    }
    if (kept == 0) {
      throw new NotFittedException("The training patients do not differ in any feature.");
    }
    double[][] loading = new double[kept][];
    for (int c = 0; c < kept; c++) {
      loading[c] = signed(decomposition.getV().getColumn(c));
    }
    return new Fitted(
        IntStream.rangeClosed(1, kept).mapToObj(c -> "component " + c).toList(), mean, loading);
  }

  private static double[] signed(double[] loading) {
    double greatest = 0;
    for (double value : loading) {
      greatest = Math.abs(value) > Math.abs(greatest) ? value : greatest;
    }
    double sign = Math.signum(greatest);
    return java.util.Arrays.stream(loading).map(value -> value * sign).toArray();
  }

  static FittedTransform of(FittedState state) {
    double[] mean = state.values("mean");
    return new Fitted(
        state.texts("features"), mean, FittedState.rows(state.values("loading"), mean.length));
  }

  private record Fitted(List<String> outputNames, double[] mean, double[][] loading)
      implements FittedTransform {

    @Override
    public Optional<FittedState> state() {
      return Optional.of(
          new FittedState(
              FittedTransforms.COMPONENTS,
              Map.of("mean", mean, "loading", FittedState.flat(loading)),
              Map.of("features", outputNames),
              List.of()));
    }

    @Override
    public double[] apply(double[] row) {
      double[] component = new double[loading.length];
      for (int c = 0; c < component.length; c++) {
        for (int j = 0; j < mean.length; j++) {
          component[c] += loading[c][j] * (row[j] - mean[j]);
        }
      }
      return component;
    }
  }
}
