/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.engine;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.recourse.inference.tensor.Tensor;

/** A graph that is ready to run. Thread-safe; closing it waits for runs to end. */
@ProviderType
public interface LoadedGraph extends AutoCloseable {

  /**
   * Runs the graph on several cases, at once where it allows that.
   *
   * @param cases each of the shape of the signature and finite
   * @return one answer per case, in order
   * @throws InferenceException if the engine fails or an answer is not finite
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  List<Tensor> run(List<Tensor> cases, IProgressMonitor monitor) throws InferenceException;

  @Override
  void close();
}
