/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.prediction;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says whether scores of models trained on synthetic patients are shown for cases that are not
 * marked synthetic. Published as a service by who knows the wish of the user; without one they are
 * not shown. Its answer goes into {@link PredictionRule}.
 *
 * @since 1.0
 */
@ConsumerType
public interface DemonstrationOutput {

  /** Returns whether the user turned demonstration output on. */
  boolean isOn();
}
