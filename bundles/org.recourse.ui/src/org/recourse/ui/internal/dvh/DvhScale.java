/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.dvh;

/**
 * How the curves are drawn. Immutable.
 *
 * @param differential volume per dose instead of volume that receives at least the dose
 * @param absoluteVolume cm³ instead of percent of the volume inside the dose grid
 */
public record DvhScale(boolean differential, boolean absoluteVolume) {

  /** Cumulative, relative: what physicists look at first. */
  public static final DvhScale DEFAULT = new DvhScale(false, false);

  public String volumeUnit() {
    return absoluteVolume ? "cm³" : "%";
  }

  public String axisTitle() {
    return differential
        ? "Volume per dose (" + volumeUnit() + "/Gy)"
        : "Volume (" + volumeUnit() + ")";
  }
}
