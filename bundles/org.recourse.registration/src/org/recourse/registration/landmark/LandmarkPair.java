/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.landmark;

import java.util.Objects;
import org.recourse.grid.geometry.Vector3;

/**
 * One anatomical point, marked in both frames.
 *
 * @param name what it is
 * @param fixedMm where it is in the fixed frame
 * @param movingMm where it is in the moving frame
 */
public record LandmarkPair(String name, Vector3 fixedMm, Vector3 movingMm) {

  public LandmarkPair {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(fixedMm, "fixedMm");
    Objects.requireNonNull(movingMm, "movingMm");
  }
}
