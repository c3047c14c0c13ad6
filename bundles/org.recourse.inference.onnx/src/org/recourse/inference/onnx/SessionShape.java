/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.TensorSpecification;

/** Compares the inputs and outputs of a network with the description of its package. */
final class SessionShape {

  private SessionShape() {}

  /** Refuses networks whose names, types or shapes differ from the description. */
  static void requireFit(Map<FileRole, OrtSession> sessions, ModelDescription description)
      throws InferenceException, OrtException {
    if (!sessions.containsKey(FileRole.FORWARD)) {
      throw new InferenceException(
          "The package of " + description.identity().title() + " has no forward network.");
    }
    for (Map.Entry<FileRole, OrtSession> entry : sessions.entrySet()) {
      OrtSession session = entry.getValue();
      List<TensorSpecification> outputs =
          description.outputs().stream()
              .filter(
                  output ->
                      entry.getKey() == FileRole.GRADIENT
                          || output.role() != TensorSpecification.Role.DOSE_GRADIENT)
              .toList();
      requireAll(session.getInputInfo(), description.inputs());
      requireAll(session.getOutputInfo(), outputs);
    }
    if (sessions.containsKey(FileRole.GRADIENT)) {
      requireGradient(description);
    }
  }

  private static void requireGradient(ModelDescription description) throws InferenceException {
    var dose = description.input(TensorSpecification.Role.DOSE);
    var gradient = description.output(TensorSpecification.Role.DOSE_GRADIENT);
    if (dose.isEmpty()
        || !dose.map(TensorSpecification::shape).equals(gradient.map(TensorSpecification::shape))) {
      throw new InferenceException("The dose gradient must have the shape of the dose.");
    }
  }

  private static void requireAll(Map<String, NodeInfo> found, List<TensorSpecification> described)
      throws InferenceException {
    for (TensorSpecification tensor : described) {
      long[] shape = tensor.shape().toLongArray();
      NodeInfo node = found.get(tensor.name());
      boolean fits =
          node != null
              && node.getInfo() instanceof TensorInfo info
              && info.type == OnnxJavaType.FLOAT
              && Arrays.equals(info.getShape(), shape);
      if (!fits) {
        throw new InferenceException(
            "The network does not fit its description: "
                + tensor.name()
                + " should have the shape "
                + tensor.shape()
                + " but is "
                + (node == null ? "absent" : node.getInfo())
                + ".");
      }
    }
    if (found.size() != described.size()) {
      throw new InferenceException(
          "The network does not fit its description: it has the tensors " + found.keySet() + ".");
    }
  }
}
