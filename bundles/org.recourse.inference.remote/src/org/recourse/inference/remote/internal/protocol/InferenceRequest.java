/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.protocol;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a model is asked. Immutable.
 *
 * @param id returned with the answer, if any
 * @param binaryOutput whether outputs shall be binary unless one of them says otherwise
 * @param inputs input tensors
 * @param outputs outputs asked for; none means all
 */
public record InferenceRequest(
    Optional<String> id,
    boolean binaryOutput,
    List<WireTensor> inputs,
    List<RequestedOutput> outputs) {

  public InferenceRequest {
    Objects.requireNonNull(id, "id");
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** Returns whether the data of an output shall be binary. */
  public boolean binary(String output) {
    return outputs.stream()
        .filter(requested -> requested.name().equals(output))
        .findFirst()
        .flatMap(RequestedOutput::binary)
        .orElse(binaryOutput);
  }
}
