/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A network that turns one image into features, such as a ResNet50 up to its 1000 outputs. What
 * runs it is an engine's affair. Thread-safe.
 *
 * @since 1.0
 */
@ConsumerType
public interface DeepFeatureNetwork extends AutoCloseable {

  /**
   * @param image three channels of the side of the package, channel by channel, row by row
   * @return as many features as the package states
   * @throws DeepFeatureException if the engine fails
   */
  float[] features(float[] image) throws DeepFeatureException;

  @Override
  void close();
}
