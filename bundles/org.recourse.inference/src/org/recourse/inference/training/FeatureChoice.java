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
import java.util.stream.IntStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says which of many features a network is to be given. Asked once a fold, with the training part
 * of that fold only, so that no outcome of a patient who is left out decides about a feature.
 *
 * <p>An implementation is stateless and gives the same answer for the same cases.
 *
 * @since 1.0
 */
@FunctionalInterface
@ConsumerType
public interface FeatureChoice {

  /** Takes every feature. */
  FeatureChoice ALL =
      cases -> IntStream.range(0, cases.getFirst().features().length).boxed().toList();

  /**
   * Returns the positions of the features to keep, ascending and distinct, at least {@link
   * org.recourse.inference.network.NetworkLayout#SEQUENCE_FEATURES}.
   *
   * @param cases training part, scaled to mean 0 and standard deviation 1
   */
  List<Integer> of(List<TrainingCase> cases);
}
