/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.registration;

import java.util.Objects;
import java.util.Optional;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;

/**
 * Takes points of one frame of reference into another: q = post · (pre · p + D(p)), with D the
 * deformation at p if there is one (PS3.3 C.20.3.1.1; the grid lies in the first frame, before the
 * first matrix).
 *
 * <p>A rigid registration leads from the listed frame to that of the registration object; a
 * deformable one the other way round, from the object's frame to its source frame, because it says
 * where to sample.
 *
 * @param fromFrameUid frame of the points that are taken
 * @param toFrameUid frame of the result
 * @param pre matrix before the deformation
 * @param deformation displacements at points of the first frame
 * @param post matrix after the deformation
 */
public record SpatialMap(
    String fromFrameUid,
    String toFrameUid,
    AffineTransform pre,
    Optional<DeformationGrid> deformation,
    AffineTransform post) {

  public SpatialMap {
    Objects.requireNonNull(fromFrameUid, "fromFrameUid");
    Objects.requireNonNull(toFrameUid, "toFrameUid");
    Objects.requireNonNull(pre, "pre");
    Objects.requireNonNull(deformation, "deformation");
    Objects.requireNonNull(post, "post");
  }

  /** Makes a map by one matrix. */
  public static SpatialMap ofMatrix(
      String fromFrameUid, String toFrameUid, AffineTransform matrix) {
    return new SpatialMap(
        fromFrameUid, toFrameUid, matrix, Optional.empty(), AffineTransform.IDENTITY);
  }

  /** Returns the image of a point; empty where the deformation is not defined. */
  public Optional<Vector3> apply(Vector3 pointMm) {
    Vector3 before = pre.apply(pointMm);
    return deformation
        .map(grid -> grid.at(pointMm).map(before::plus))
        .orElse(Optional.of(before))
        .map(post::apply);
  }
}
