/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.engine;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ConsumerType;
import org.recourse.inference.model.ModelPackage;

/**
 * A runtime for trained models.
 *
 * <p>Vendors add an engine through the extension point {@code org.recourse.inference.engines}. An
 * implementation may be called from several threads at once. It never downloads anything, executes
 * nothing from a model package, and does not touch preferences or the user interface.
 *
 * @since 1.0
 */
@ConsumerType
public interface InferenceEngine {

  /** Returns what the engine is, without loading native code. */
  EngineDescription description();

  /**
   * Loads the native code if needed and finds out what works here. Not being able to is a result,
   * not an exception.
   */
  EngineState state();

  /**
   * Loads a model and compares its network with the description of the package.
   *
   * @param monitor progress and cancellation
   * @throws InferenceException if the network is damaged, does not fit its description or cannot
   *     run here
   */
  LoadedModel load(ModelPackage model, EngineOptions options, IProgressMonitor monitor)
      throws InferenceException;
}
