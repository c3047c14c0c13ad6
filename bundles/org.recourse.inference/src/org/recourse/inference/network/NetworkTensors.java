/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.network;

import java.util.ArrayList;
import java.util.List;
import org.recourse.inference.model.TensorSpecification;
import org.recourse.inference.tensor.TensorShape;

/** Names and specifications of the tensors of the multi-omics network. Stateless. */
public final class NetworkTensors {

  public static final String DOSE = "dose";
  public static final String FEATURES = "features";
  public static final String SCORE = "score";
  public static final String LOGIT = "logit";
  public static final String DOSE_GRADIENT = "dose_gradient";

  /** Shape of the score and of the logit. */
  public static final TensorShape SCORE_SHAPE = TensorShape.of(1, 1);

  private static final String VOXELS = "batch, channel, z, y, x in patient axes";
  private static final String ROW = "batch, value";
  private static final String NONE = "none";

  private NetworkTensors() {}

  /**
   * Returns the inputs.
   *
   * @param size size of the dose volume
   * @param layout what the network takes
   * @param dosePreprocessing how the volume is cut out of a plan, in a sentence
   */
  public static List<TensorSpecification> inputs(
      NetworkSize size, NetworkLayout layout, String dosePreprocessing) {
    var inputs = new ArrayList<TensorSpecification>();
    if (layout.dose()) {
      inputs.add(
          new TensorSpecification(
              DOSE,
              TensorSpecification.Role.DOSE,
              size.doseShape(),
              "Gy",
              VOXELS,
              dosePreprocessing));
    }
    inputs.add(
        new TensorSpecification(
            FEATURES,
            TensorSpecification.Role.FEATURES,
            layout.featureShape(),
            "1",
            ROW,
            "scaled by mean and standard deviation of the training data"));
    return List.copyOf(inputs);
  }

  /** Returns the outputs. */
  public static List<TensorSpecification> outputs(NetworkSize size, NetworkLayout layout) {
    var outputs = new ArrayList<TensorSpecification>();
    outputs.add(output(SCORE, TensorSpecification.Role.SCORE, SCORE_SHAPE, "1", ROW));
    outputs.add(output(LOGIT, TensorSpecification.Role.LOGIT, SCORE_SHAPE, "1", ROW));
    if (layout.dose()) {
      outputs.add(
          output(
              DOSE_GRADIENT,
              TensorSpecification.Role.DOSE_GRADIENT,
              size.doseShape(),
              "1/Gy",
              VOXELS));
    }
    return List.copyOf(outputs);
  }

  private static TensorSpecification output(
      String name, TensorSpecification.Role role, TensorShape shape, String unit, String order) {
    return new TensorSpecification(name, role, shape, unit, order, NONE);
  }
}
