/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;

/**
 * Voxels and contours of one revision of a case, for models that read them. Given to models by the
 * caller, who keeps what was read: the same image or contours are the same object from edit to
 * edit, so that a model may keep what it derives from them. Thread-safe.
 */
public interface RiskVoxels {

  /**
   * An image with its place.
   *
   * @param image the image in its own frame
   * @param fromPlan takes a point of the frame of the planned dose into that of the image
   */
  record PlacedImage(ImageVolume image, AffineTransform fromPlan) {
    public PlacedImage {
      Objects.requireNonNull(image, "image");
      Objects.requireNonNull(fromPlan, "fromPlan");
    }
  }

  /** Returns the physical dose of the planned course as edited, in Gy; empty if it has none. */
  Optional<DoseGrid> plannedDose();

  /**
   * Returns the contours of a structure in the frame of the planned dose; empty if they or their
   * place are not known.
   *
   * @param structureName name of a structure of the {@link RiskInput}
   * @param monitor cancellation
   */
  Optional<ContourSet> contours(String structureName, IProgressMonitor monitor);

  /**
   * Returns the MR image of a sequence; empty if none has that role, or its place relative to the
   * plan is not known.
   *
   * @param sequence the sequence
   * @param monitor progress and cancellation of reading it
   */
  Optional<PlacedImage> image(MrSequence sequence, IProgressMonitor monitor);
}
