/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.search;

import org.recourse.registration.transform.SpatialTransform;

/**
 * State of a running search, for a live overlay.
 *
 * @param level resolution level, 0 is the finest
 * @param iteration step within the level
 * @param cost what is made small
 * @param fixedToMoving the transform so far
 */
public record RegistrationStep(
    int level, int iteration, double cost, SpatialTransform fixedToMoving) {

  /** Is told every step, on the thread that runs the search. */
  @FunctionalInterface
  public interface Listener {

    Listener NONE = step -> {};

    void stepped(RegistrationStep step);
  }
}
