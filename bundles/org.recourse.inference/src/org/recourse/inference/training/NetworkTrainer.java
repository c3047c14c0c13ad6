/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.network.NetworkWeights;

/** Trains networks; the part of training that needs an engine. An OSGi service. Thread-safe. */
@ProviderType
public interface NetworkTrainer {

  /**
   * Trains one network. The same request gives the same weights on the same machine, whether or not
   * it was interrupted and went on from its checkpoint.
   *
   * @param stage name of this training for the listener
   * @param monitor progress and cancellation, checked once a batch
   * @throws InferenceException if the engine fails, or a checkpoint belongs to another request
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled; the
   *     last checkpoint stays
   */
  TrainedNetwork train(
      TrainingRequest request, String stage, TrainingListener listener, IProgressMonitor monitor)
      throws InferenceException;

  /**
   * Returns the scores of cases by a network, in their order.
   *
   * @param cases scaled as for training
   * @param monitor progress and cancellation
   */
  List<Double> scores(
      NetworkPlan plan, NetworkWeights weights, List<TrainingCase> cases, IProgressMonitor monitor)
      throws InferenceException;
}
