/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.risk.VoxelAttribution;
import org.recourse.ui.viewer.Overlay;
import org.recourse.ui.viewer.OverlayDescription;
import org.recourse.ui.viewer.OverlayInput;
import org.recourse.ui.viewer.OverlayResult;

/** How much the score of a network changes with the dose of each voxel. Thread-safe. */
public final class RiskGradientOverlay implements Overlay {

  /** Id of the extension. */
  static final String ID = "org.recourse.ui.inference.gradient";

  private final AttributionVolumes volumes =
      new AttributionVolumes(VoxelAttribution.Method.GRADIENT);

  @Override
  public OverlayDescription description() {
    return new OverlayDescription(
        ID,
        "Risk per dose",
        "1.0",
        "How much the score of the necrosis network changes with the dose of each voxel.",
        List.of(),
        false,
        false,
        true);
  }

  @Override
  public OverlayResult compute(OverlayInput input, IProgressMonitor monitor) {
    return volumes.compute(input, monitor);
  }
}
