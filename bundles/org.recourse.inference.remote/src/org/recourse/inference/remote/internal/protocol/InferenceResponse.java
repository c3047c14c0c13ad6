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
 * What a model answers. Immutable.
 *
 * @param modelName name of the model; the examples of the specification leave it out
 * @param modelVersion version of the model
 * @param id id of the request
 * @param outputs output tensors
 */
public record InferenceResponse(
    Optional<String> modelName,
    Optional<String> modelVersion,
    Optional<String> id,
    List<WireTensor> outputs) {

  public InferenceResponse {
    Objects.requireNonNull(modelName, "modelName");
    Objects.requireNonNull(modelVersion, "modelVersion");
    Objects.requireNonNull(id, "id");
    outputs = List.copyOf(outputs);
  }
}
