/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.engine;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs ONNX graphs that are no model packages of ours, such as a network for deep features that a
 * user supplies. A service; thread-safe.
 */
@ProviderType
public interface GraphRuntime {

  /**
   * Loads a graph with one input and one output.
   *
   * @param graph content of an ONNX file; one that needs other files or foreign operators is
   *     refused
   * @param signature what goes in and comes out for one case
   * @param threadCount threads a run may use, at least one
   * @throws InferenceException if it cannot be loaded or has another signature
   */
  LoadedGraph load(byte[] graph, GraphSignature signature, int threadCount)
      throws InferenceException;
}
