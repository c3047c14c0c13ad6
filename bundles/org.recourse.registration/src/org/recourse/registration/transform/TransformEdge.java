/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.transform;

import java.util.Objects;

/**
 * One transform of a case between two frames of reference.
 *
 * @param id names this very transform: a changed transform gets a new id, never the old one
 * @param fromFrame frame of reference UID of the points it takes
 * @param toFrame frame of reference UID of the points it gives
 * @param transform the map
 * @param check what its quality assurance said
 */
public record TransformEdge(
    String id, String fromFrame, String toFrame, SpatialTransform transform, Check check) {

  /** State of the quality assurance of a transform. */
  public enum Check {
    NOT_DONE,
    PASSED,
    NEEDS_REVIEW,
    FAILED
  }

  public TransformEdge {
    Objects.requireNonNull(transform, "transform");
    Objects.requireNonNull(check, "check");
    if (id.isBlank() || fromFrame.isBlank() || toFrame.isBlank()) {
      throw new IllegalArgumentException("id and frames must not be blank: " + id);
    }
    if (fromFrame.equals(toFrame)) {
      throw new IllegalArgumentException("a transform joins two frames: " + fromFrame);
    }
  }
}
