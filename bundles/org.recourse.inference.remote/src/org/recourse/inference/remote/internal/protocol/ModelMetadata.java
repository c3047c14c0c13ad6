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
import java.util.Map;

/**
 * A model as the server describes it. Immutable.
 *
 * @param name its name
 * @param versions versions that can be asked for; empty if the server does not tell
 * @param platform framework and format
 * @param inputs what it takes
 * @param outputs what it returns
 * @param parameters further facts, such as {@link #CHECKSUM_PARAMETER}
 */
public record ModelMetadata(
    String name,
    List<String> versions,
    String platform,
    List<TensorMetadata> inputs,
    List<TensorMetadata> outputs,
    Map<String, String> parameters) {

  /** Parameter with the SHA-256 digest of the network file, 64 lower-case hexadecimal digits. */
  public static final String CHECKSUM_PARAMETER = "recourse_network_sha256";

  public ModelMetadata {
    versions = List.copyOf(versions);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    parameters = Map.copyOf(parameters);
  }
}
