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

/** What each voxel contributes to the score of a network, compared with no dose. Thread-safe. */
public final class RiskContributionOverlay implements Overlay {

  /** Id of the extension. */
  static final String ID = "org.recourse.ui.inference.contribution";

  private final AttributionVolumes volumes =
      new AttributionVolumes(VoxelAttribution.Method.INTEGRATED_GRADIENTS);

  @Override
  public OverlayDescription description() {
    return new OverlayDescription(
        ID,
        "Risk by voxel",
        "1.0",
        "What each voxel contributes to the score of the necrosis network, compared with no dose:"
            + " integrated gradients in 16 steps.",
        List.of("Sundararajan 2017, arXiv:1703.01365"),
        false,
        false);
  }

  @Override
  public OverlayResult compute(OverlayInput input, IProgressMonitor monitor) {
    return volumes.compute(input, monitor);
  }
}
