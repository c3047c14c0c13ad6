/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.internal.shape;

/** Takes a structure layer by layer. */
public interface LayerSink {

  /**
   * Takes one thin layer.
   *
   * @param level level function in the middle of the layer, positive inside; the array is used
   *     again for the next layer
   * @param positionMm position of the middle along the normal
   * @param areaMm2 area that the layer should have, which differs from that on the lattice by the
   *     rounding of corners
   */
  void layer(float[] level, double positionMm, double thicknessMm, double areaMm2);

  /** Takes the whole shape between two planes, after its layers; {@code positionMm} is lowest. */
  default void between(SlabShape slab, double positionMm) {}
}
