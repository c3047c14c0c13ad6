/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.performance;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear predictor as a table of points: the variable with the longest effect spans 0 to 100
 * points, the others in proportion, and the sum of points gives the linear predictor back.
 * Immutable.
 *
 * @param axes one axis per variable
 * @param linearPredictorAtZeroPoints linear predictor of a patient with no points
 * @param linearPredictorPerPoint change of the linear predictor per point
 */
public record Nomogram(
    List<Axis> axes, double linearPredictorAtZeroPoints, double linearPredictorPerPoint) {

  /**
   * @param variable name
   * @param least smallest value drawn
   * @param greatest largest value drawn, above {@code least}
   * @param pointsAtLeast points of the smallest value
   * @param pointsAtGreatest points of the largest value; one of both is 0
   */
  public record Axis(
      String variable,
      double least,
      double greatest,
      double pointsAtLeast,
      double pointsAtGreatest) {

    /** Points of a value; beyond the ends in proportion. */
    public double points(double value) {
      return pointsAtLeast
          + (value - least) / (greatest - least) * (pointsAtGreatest - pointsAtLeast);
    }
  }

  /**
   * A variable of the model.
   *
   * @param name name
   * @param coefficient change of the linear predictor per unit, finite
   * @param least smallest value to draw
   * @param greatest largest value to draw
   */
  public record Variable(String name, double coefficient, double least, double greatest) {

    public Variable {
      if (!Double.isFinite(coefficient) || !(greatest > least)) {
        throw new IllegalArgumentException(
            name + ": coefficient " + coefficient + ", from " + least + " to " + greatest);
      }
    }

    private double span() {
      return Math.abs(coefficient) * (greatest - least);
    }
  }

  public Nomogram {
    axes = List.copyOf(axes);
  }

  /**
   * @param intercept of the linear predictor, 0 for a hazard
   * @param variables at least one with a coefficient other than 0
   */
  public static Nomogram of(double intercept, List<Variable> variables) {
    double longest = variables.stream().mapToDouble(Variable::span).max().orElse(0);
    if (!(longest > 0)) {
      throw new IllegalArgumentException("no variable has an effect");
    }
    double perPoint = longest / 100;
    double atZero = intercept;
    var axes = new ArrayList<Axis>();
    for (Variable variable : variables) {
      double points = variable.span() / perPoint;
      boolean rising = variable.coefficient() > 0;
      axes.add(
          new Axis(
              variable.name(),
              variable.least(),
              variable.greatest(),
              rising ? 0 : points,
              rising ? points : 0));
      atZero += variable.coefficient() * (rising ? variable.least() : variable.greatest());
    }
    return new Nomogram(axes, atZero, perPoint);
  }

  /** Linear predictor of a patient with these values, in the order of the axes. */
  public double linearPredictor(double[] values) {
    double points = 0;
    for (int i = 0; i < axes.size(); i++) {
      points += axes.get(i).points(values[i]);
    }
    return linearPredictorAtZeroPoints + points * linearPredictorPerPoint;
  }
}
