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

/**
 * A server as it describes itself. Immutable.
 *
 * @param name its name
 * @param version its version
 * @param extensions extensions of the protocol it knows
 */
public record ServerMetadata(String name, String version, List<String> extensions) {

  /** Extension: tensors as bytes behind the JSON. */
  public static final String BINARY_TENSORS = "binary_tensor_data";

  /** Extension: the configuration of a model, with its parameters, can be asked for. */
  public static final String MODEL_CONFIGURATION = "model_configuration";

  public ServerMetadata {
    extensions = List.copyOf(extensions);
  }
}
