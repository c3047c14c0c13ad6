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
import org.recourse.grid.finding.Finding;
import org.recourse.inference.model.ModelPackage;

/**
 * The installed engines. An OSGi service; in plain Java use {@link ContributedEngineCatalogue}.
 * Thread-safe.
 */
@ProviderType
public interface EngineCatalogue {

  /** Returns the engines in the order in which they are tried, without loading their code. */
  List<EngineEntry> engines();

  /** Returns what an engine says about itself and this machine; a failure is unavailability. */
  EngineState state(String engineId);

  /**
   * Loads a model with the first engine that reads its format and works, and says in a finding of
   * the loaded model which engines before it did not.
   *
   * @throws InferenceException if no engine can; the sentence says why for each
   */
  LoadedModel load(ModelPackage model, EngineOptions options, IProgressMonitor monitor)
      throws InferenceException;

  /**
   * Loads a model with one engine and no other.
   *
   * @param engineId an engine of {@link #engines()}
   * @throws InferenceException if it cannot; the sentence says why
   */
  LoadedModel loadWith(
      String engineId, ModelPackage model, EngineOptions options, IProgressMonitor monitor)
      throws InferenceException;

  /** Returns mistakes of contributions, such as a duplicate id, each naming the bundle. */
  List<Finding> findings();
}
