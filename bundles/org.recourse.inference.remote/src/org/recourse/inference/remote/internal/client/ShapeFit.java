/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.client;

import java.util.List;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.model.TensorSpecification;
import org.recourse.inference.remote.internal.protocol.Datatype;
import org.recourse.inference.remote.internal.protocol.ModelMetadata;
import org.recourse.inference.remote.internal.protocol.TensorMetadata;
import org.recourse.inference.remote.internal.protocol.Text;

/** Compares the tensors that a server describes with those of the package. Stateless. */
final class ShapeFit {

  private static final long LONGEST_LIST = 100;

  private ShapeFit() {}

  static void require(
      ModelMetadata found,
      List<TensorSpecification> inputs,
      List<TensorSpecification> outputs,
      RemoteServer server)
      throws InferenceException {
    requireAll(found.inputs(), inputs, server);
    requireAll(found.outputs(), outputs, server);
    if (found.inputs().size() != inputs.size()) {
      throw new InferenceException(
          server.where()
              + " wants "
              + found.inputs().size()
              + " inputs, not "
              + inputs.size()
              + ".");
    }
  }

  /** Returns the length of the only output, which must be a short list of a fixed length. */
  static int listLength(ModelMetadata found, RemoteServer server) throws InferenceException {
    if (found.outputs().size() == 1
        && found.outputs().get(0).datatype().equals(Datatype.FP32.name())
        && found.outputs().get(0).shape().size() == 1) {
      long length = found.outputs().get(0).shape().get(0);
      if (length >= 1 && length <= LONGEST_LIST) {
        return (int) length;
      }
    }
    throw new InferenceException(
        server.where()
            + " describes an ensemble that cannot be understood: "
            + Text.shortened(found.outputs().toString())
            + ".");
  }

  private static void requireAll(
      List<TensorMetadata> found, List<TensorSpecification> described, RemoteServer server)
      throws InferenceException {
    for (TensorSpecification tensor : described) {
      boolean fits =
          found.stream()
              .anyMatch(
                  candidate ->
                      candidate.name().equals(tensor.name())
                          && candidate.datatype().equals(Datatype.FP32.name())
                          && candidate.takes(tensor.shape().sizes()));
      if (!fits) {
        throw new InferenceException(
            server.where()
                + " has another network: "
                + tensor.name()
                + " should be FP32 "
                + tensor.shape()
                + ", the server describes "
                + Text.shortened(found.toString())
                + ".");
      }
    }
  }
}
