/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.classifier;

import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_print_interface;
import libsvm.svm_problem;
import org.recourse.learning.pipeline.Classifier;
import org.recourse.learning.pipeline.Learner;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.TrainingSet;

/**
 * C-support-vector classification by libsvm (doi:10.1145/1961189.1961199); the score is the
 * decision value. Features should be standardised before.
 *
 * @param kernel linear or radial basis function
 * @param cost C, above 0
 * @param eventWeight factor on C for patients with the event, above 0; 1 for none
 */
public record SupportVectorMachine(Kernel kernel, double cost, double eventWeight)
    implements Learner {

  private static final double STOPPING_TOLERANCE = 1e-6;
  private static final double CACHE_MIB = 64;

  /** The inner product that replaces xᵀy. */
  public sealed interface Kernel {

    /** xᵀy. */
    record Linear() implements Kernel {}

    /**
     * exp(−γ |x − y|²).
     *
     * @param gamma above 0
     */
    record RadialBasis(double gamma) implements Kernel {

      public RadialBasis {
        if (!(gamma > 0 && gamma < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException("gamma is finite and above 0: " + gamma);
        }
      }
    }
  }

  public SupportVectorMachine {
    if (!(cost > 0 && eventWeight > 0 && cost * eventWeight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("cost " + cost + ", event weight " + eventWeight);
    }
  }

  @Override
  public String description() {
    String shape =
        switch (kernel) {
          case Kernel.Linear() -> "linear";
          case Kernel.RadialBasis(double gamma) -> "radial basis, gamma " + gamma;
        };
    return "support-vector machine, " + shape + ", C " + cost + ", event weight " + eventWeight;
  }

  @Override
  public Classifier fit(TrainingSet training, long seed) throws NotFittedException {
    svm_model model = trained(training);
    int sign = model.label[0] == 1 ? 1 : -1;
    double[][] vectors = new double[model.l][training.featureCount()];
    double[] weight = new double[model.l];
    for (int s = 0; s < model.l; s++) {
      weight[s] = sign * model.sv_coef[0][s];
      for (svm_node node : model.SV[s]) {
        vectors[s][node.index - 1] = node.value;
      }
    }
    double gamma =
        switch (kernel) {
          case Kernel.Linear() -> 0;
          case Kernel.RadialBasis(double width) -> width;
        };
    return new KernelScore(vectors, weight, sign * model.rho[0], gamma);
  }

  /**
   * Weight of each feature in the decision value of a linear machine.
   *
   * @throws IllegalStateException if the kernel is not linear
   */
  public double[] featureWeights(TrainingSet training) throws NotFittedException {
    if (!(kernel instanceof Kernel.Linear)) {
      throw new IllegalStateException("only a linear machine has a weight per feature");
    }
    svm_model model = trained(training);
    int sign = model.label[0] == 1 ? 1 : -1;
    double[] weight = new double[training.featureCount()];
    for (int s = 0; s < model.l; s++) {
      for (svm_node node : model.SV[s]) {
        weight[node.index - 1] += sign * model.sv_coef[0][s] * node.value;
      }
    }
    return weight;
  }

  private svm_model trained(TrainingSet training) throws NotFittedException {
    if (training.eventCount() == 0 || training.eventCount() == training.size()) {
      throw new NotFittedException("All training patients have the same outcome.");
    }
    var problem = new svm_problem();
    problem.l = training.size();
    problem.x = new svm_node[problem.l][];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      problem.x[i] = nodes(training.row(i));
      problem.y[i] = training.event(i) ? 1 : -1;
    }
    svm_print_interface silent = text -> {};
    svm.svm_set_print_string_function(silent);
    return svm.svm_train(problem, parameters());
  }

  private svm_parameter parameters() {
    var parameters = new svm_parameter();
    parameters.svm_type = svm_parameter.C_SVC;
    switch (kernel) {
      case Kernel.Linear() -> parameters.kernel_type = svm_parameter.LINEAR;
      case Kernel.RadialBasis(double gamma) -> {
        parameters.kernel_type = svm_parameter.RBF;
        parameters.gamma = gamma;
      }
    }
    parameters.C = cost;
    parameters.eps = STOPPING_TOLERANCE;
    parameters.cache_size = CACHE_MIB;
    parameters.shrinking = 1;
    parameters.nr_weight = 1;
    parameters.weight_label = new int[] {1};
    parameters.weight = new double[] {eventWeight};
    return parameters;
  }

  private static svm_node[] nodes(double[] features) {
    var nodes = new svm_node[features.length];
    for (int j = 0; j < nodes.length; j++) {
      nodes[j] = new svm_node();
      nodes[j].index = j + 1;
      nodes[j].value = features[j];
    }
    return nodes;
  }
}
