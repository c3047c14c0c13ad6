/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A risk model that can say which voxels of the dose drive its number.
 *
 * @since 1.0
 */
@ConsumerType
public interface AttributingRiskModel extends RiskModel {

  /**
   * Attributes the score to the voxels of the planned dose. What may not be shown as a number may
   * not be shown as a volume either.
   *
   * @param input as for {@link #assess}
   * @param method what is asked
   * @param monitor progress and cancellation
   */
  VoxelAttribution attribute(
      RiskInput input, VoxelAttribution.Method method, IProgressMonitor monitor);
}
