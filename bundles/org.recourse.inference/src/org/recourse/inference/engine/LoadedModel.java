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
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ConsumerType;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.model.ModelDescription;

/**
 * A model that is ready to run. It holds native memory until it is closed. Methods may be called
 * from several threads at once; after {@link #close()} they throw IllegalStateException.
 *
 * @since 1.0
 */
@ConsumerType
public interface LoadedModel extends AutoCloseable {

  ModelDescription description();

  /** Returns what this model can do here: a package without gradient network has no gradient. */
  Set<Capability> capabilities();

  /** Returns the device it runs on. */
  Device device();

  /** Returns reservations of loading, such as a fallback to another device. */
  List<Finding> findings();

  /**
   * Computes the outputs.
   *
   * @param inputs every input of the description, in its shape and unit
   * @param monitor cancellation; checked before the network runs
   * @throws InferenceException if the runtime fails or a result is not finite
   * @throws IllegalArgumentException if an input is missing or has another shape
   */
  NamedTensors run(NamedTensors inputs, IProgressMonitor monitor) throws InferenceException;

  /**
   * Computes the score and its derivative with respect to the dose.
   *
   * @param inputs as for {@link #run}
   * @param monitor as for {@link #run}
   * @throws InferenceException if the runtime fails or a result is not finite
   * @throws UnsupportedOperationException if {@link #capabilities()} lacks the gradient
   */
  ScoreGradient gradient(NamedTensors inputs, IProgressMonitor monitor) throws InferenceException;

  /**
   * Returns the scores of the networks that were trained beside the model, each without one part of
   * the patients; empty if the package has none. How far they lie apart is what is not known.
   *
   * @param inputs as for {@link #run}
   * @param monitor progress and cancellation, checked before each network runs
   * @throws InferenceException if the runtime fails or a result is not finite
   */
  default List<Double> ensembleScores(NamedTensors inputs, IProgressMonitor monitor)
      throws InferenceException {
    return List.of();
  }

  /** Frees the native memory once the running calls have ended; does nothing the second time. */
  @Override
  void close();
}
