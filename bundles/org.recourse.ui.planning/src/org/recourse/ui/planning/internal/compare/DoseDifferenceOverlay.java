/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.compare;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.recourse.assistant.cases.FrameTransforms;
import org.recourse.rendering.ScalarPalette;
import org.recourse.ui.viewer.Overlay;
import org.recourse.ui.viewer.OverlayDescription;
import org.recourse.ui.viewer.OverlayInput;
import org.recourse.ui.viewer.OverlayResult;
import org.recourse.ui.viewer.OverlayVolume;

/** Difference of the physical doses of two plans. Stateless and thread-safe. */
public final class DoseDifferenceOverlay implements Overlay {

  /** Id of the extension. */
  public static final String ID = "org.recourse.ui.planning.doseDifference";

  @Override
  public OverlayDescription description() {
    return new OverlayDescription(
        ID,
        "Difference of plans",
        "1.0",
        "Physical dose of the first plan of the page Compare minus that of the second; differences"
            + " below 0.5 Gy stay clear.",
        List.of(),
        false,
        false);
  }

  @Override
  public OverlayResult compute(OverlayInput input, IProgressMonitor monitor) {
    Optional<ComparedPlans.Pair> pair = plans().flatMap(plans -> plans.of(input.voxels()));
    return pair.isEmpty()
        ? OverlayResult.notAvailable("Choose two plans with a dose on the page Compare.")
        : compute(pair.get(), input, monitor);
  }

  private static Optional<ComparedPlans> plans() {
    Optional<BundleContext> context =
        Optional.ofNullable(FrameworkUtil.getBundle(DoseDifferenceOverlay.class))
            .map(Bundle::getBundleContext);
    return context.flatMap(
        known ->
            Optional.ofNullable(known.getServiceReference(ComparedPlans.class))
                .map(known::getService));
  }

  /** The overlay of two doses. */
  static OverlayResult compute(
      ComparedPlans.Pair pair, OverlayInput input, IProgressMonitor monitor) {
    FrameTransforms transforms = input.snapshot().frameTransforms();
    Optional<FrameTransforms.Route> toFirst =
        transforms.route(input.sceneFrameUid(), pair.first().frameUid());
    Optional<FrameTransforms.Route> toSecond =
        transforms.route(pair.first().frameUid(), pair.second().frameUid());
    if (toFirst.isEmpty() || toSecond.isEmpty()) {
      return OverlayResult.notAvailable(
          "No registration leads from one plan to the other, so their doses have no difference.");
    }
    var difference =
        DoseDifference.of(
            pair.first().doseGy(),
            pair.second().doseGy(),
            toSecond.get().transform(),
            input.executor(),
            monitor);
    return OverlayResult.of(
        new OverlayVolume(
            difference.differenceGy(),
            toFirst.get().transform(),
            pair.firstName() + " − " + pair.secondName(),
            "Gy",
            -difference.rangeGy(),
            difference.rangeGy(),
            ScalarPalette.DIVERGING));
  }
}
