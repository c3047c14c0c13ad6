/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.masks;

import java.util.Objects;
import java.util.Optional;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.model.FrameOfReference;
import org.recourse.model.ImageSeries;
import org.recourse.model.StructureSet;
import org.recourse.ui.contouring.internal.edit.ContourEdits;
import org.recourse.ui.session.CaseSession;

/** Moves contours from the frame of an image into that of the structure set. UI thread only. */
final class MaskPlacing {

  /** Where the contours of an image go. */
  sealed interface Place {

    /** A registration leads there, or it is the same frame. */
    record Known(AffineTransform transform) implements Place {

      ContourSet placed(ContourSet contours) {
        return contours.transformed(transform);
      }
    }

    /** No registration leads there. */
    record Nowhere(String sentence) implements Place {}
  }

  private final CaseSession session;

  MaskPlacing(CaseSession session) {
    this.session = Objects.requireNonNull(session, "session");
  }

  Place of(ImageSeries series) {
    Optional<StructureSet> target = ContourEdits.target(session.patientCase());
    String from = uid(series.getFrameOfReference());
    String to = target.map(set -> uid(set.getFrameOfReference())).orElse(from);
    return PlanSnapshot.of(session.patientCase(), 0)
        .frameTransforms()
        .between(from, to)
        .<Place>map(Place.Known::new)
        .orElseGet(
            () ->
                new Place.Nowhere(
                    "No registration leads from this image to the plan. Import a registration or"
                        + " type its matrix first."));
  }

  private static String uid(FrameOfReference frame) {
    return frame == null || frame.getUid() == null ? "" : frame.getUid(); // EMF: unset
  }
}
