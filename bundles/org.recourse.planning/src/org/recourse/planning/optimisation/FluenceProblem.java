/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.optimisation;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.planning.influence.DoseInfluence;
import org.recourse.planning.objective.DoseModel;

/**
 * The weighted sum of objectives as a function of the weights of an influence, with the terms of an
 * augmented Lagrangian where there are constraints. Holds the dose of its last evaluation; used by
 * one thread at a time.
 */
public final class FluenceProblem implements BoundedProblem {

  /** A part of the sum: it turns the dose of its voxels into a value and a derivative. */
  private abstract static class Term {

    final int[] voxels;
    final double[] derivative; // with respect to the physical dose
    double value;

    Term(int[] voxels) {
      this.voxels = voxels;
      derivative = new double[voxels.length];
    }

    abstract void evaluate(double[] doseGy);

    final double[] gathered(double[] doseGy) {
      double[] own = new double[voxels.length];
      for (int i = 0; i < own.length; i++) {
        own[i] = doseGy[voxels[i]];
      }
      return own;
    }
  }

  private static final class ObjectiveTerm extends Term {

    private final PlanObjective objective;
    private double penalty;

    ObjectiveTerm(PlanObjective objective) {
      super(objective.voxels());
      this.objective = objective;
    }

    @Override
    void evaluate(double[] doseGy) {
      List<DoseModel> doses = objective.scenario().doses();
      boolean mean = objective.scenario().judgement() == Scenario.Judgement.MEAN;
      double share = mean ? 1.0 / doses.size() : 1;
      penalty = 0;
      Arrays.fill(derivative, 0);
      for (DoseModel dose : doses) {
        double[] own = gathered(doseGy);
        double[] slope = new double[own.length];
        dose.convert(own, slope);
        double[] ownDerivative = new double[own.length];
        double ownPenalty =
            objective.objective().value(own, objective.weight() * share, ownDerivative);
        if (!mean && ownPenalty < penalty) {
          continue; // a possibility that is not the worst
        }
        penalty = mean ? penalty + share * ownPenalty : ownPenalty;
        for (int i = 0; i < own.length; i++) {
          double here = ownDerivative[i] * slope[i];
          derivative[i] = mean ? derivative[i] + here : here;
        }
      }
      value = objective.weight() * penalty;
    }
  }

  /** (ρ/2) Σ (max(0, g + λ/ρ)² − (λ/ρ)²), the term of Powell, Hestenes and Rockafellar. */
  private static final class ConstraintTerm extends Term {

    private final PlanConstraint constraint;
    private final double[] multiplier;
    private final double[] excessGy;
    private double stiffness;

    ConstraintTerm(PlanConstraint constraint) {
      super(constraint.voxels());
      this.constraint = constraint;
      multiplier = new double[constraint.count()];
      excessGy = new double[constraint.count()];
    }

    @Override
    void evaluate(double[] doseGy) {
      double[] own = gathered(doseGy);
      double[] slope = new double[own.length];
      constraint.doseModel().convert(own, slope);
      constraint.excess(own, excessGy);
      double scale = stiffness / excessGy.length; // a mean, as objectives are
      double[] pressure = new double[excessGy.length];
      double sum = 0;
      for (int k = 0; k < pressure.length; k++) {
        double shifted = Math.max(0, excessGy[k] + multiplier[k] / stiffness);
        double rest = multiplier[k] / stiffness;
        sum += shifted * shifted - rest * rest;
        pressure[k] = scale * shifted;
      }
      value = 0.5 * scale * sum;
      Arrays.fill(derivative, 0);
      constraint.addDerivative(pressure, derivative);
      for (int i = 0; i < derivative.length; i++) {
        derivative[i] *= slope[i];
      }
    }

    double greatestExcessGy() {
      return Math.max(0, Arrays.stream(excessGy).max().orElseThrow());
    }

    void raiseMultipliers() {
      for (int k = 0; k < multiplier.length; k++) {
        multiplier[k] = Math.max(0, multiplier[k] + stiffness * excessGy[k]);
      }
    }
  }

  private final DoseInfluence influence;
  private final List<ObjectiveTerm> objectives;
  private final List<ConstraintTerm> constraints;
  private final List<Term> terms;
  private final SliceExecutor executor;
  private final IProgressMonitor never = new NullProgressMonitor(); // a half product is no product
  private final double[] doseGy;
  private final double[] doseDerivative;

  public FluenceProblem(
      DoseInfluence influence,
      List<PlanObjective> objectives,
      List<PlanConstraint> constraints,
      SliceExecutor executor) {
    this.influence = influence;
    this.objectives = objectives.stream().map(ObjectiveTerm::new).toList();
    this.constraints = constraints.stream().map(ConstraintTerm::new).toList();
    terms =
        java.util.stream.Stream.concat(this.objectives.stream(), this.constraints.stream())
            .map(Term.class::cast)
            .toList();
    this.executor = executor;
    doseGy = new double[influence.geometry().voxelCount()];
    doseDerivative = new double[doseGy.length];
  }

  @Override
  public double evaluate(double[] weight, double[] gradient) {
    influence.dose(weight, doseGy, executor, never);
    executor.forEachSlice(terms.size(), never, t -> terms.get(t).evaluate(doseGy));
    Arrays.fill(doseDerivative, 0);
    double sum = 0;
    for (Term term : terms) { // in order: the sum does not depend on threads
      sum += term.value;
      for (int i = 0; i < term.voxels.length; i++) {
        doseDerivative[term.voxels[i]] += term.derivative[i];
      }
    }
    double[] projected = influence.weightDerivative(doseDerivative, executor, never);
    System.arraycopy(projected, 0, gradient, 0, gradient.length);
    return sum;
  }

  /**
   * Evaluates dose and objectives without the gradient; the terms of constraints do not count.
   *
   * @return the weighted sum of the objectives
   */
  public double evaluateObjectives(double[] weight) {
    influence.dose(weight, doseGy, executor, never);
    constraints.forEach(term -> term.stiffness = 1); // its value is not used
    executor.forEachSlice(terms.size(), never, t -> terms.get(t).evaluate(doseGy));
    return objectiveValue();
  }

  /** Physical dose of the last evaluation, Gy per voxel; a copy. */
  public double[] doseGy() {
    return doseGy.clone();
  }

  /** DVH of these voxels at the last evaluation, physical dose. */
  public VoxelDvh dvh(int[] voxels, double binGy) {
    return VoxelDvh.of(doseGy, voxels, binGy);
  }

  /** Penalty of each objective at the last evaluation, without its weight. */
  public double[] penalties() {
    return objectives.stream().mapToDouble(term -> term.penalty).toArray();
  }

  /** Sum of the weighted objectives at the last evaluation, without constraints. */
  public double objectiveValue() {
    return objectives.stream().mapToDouble(term -> term.value).sum();
  }

  /** Greatest excess of each constraint at the last evaluation, Gy; 0 where it holds. */
  public double[] excessesGy() {
    return constraints.stream().mapToDouble(ConstraintTerm::greatestExcessGy).toArray();
  }

  void setStiffness(double stiffness) {
    constraints.forEach(term -> term.stiffness = stiffness);
  }

  void raiseMultipliers() {
    constraints.forEach(ConstraintTerm::raiseMultipliers);
  }
}
