/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.recourse.grid.geometry.Vector3;
import org.recourse.rendering.SlicePlane;

/**
 * Draws over a slice, in plane coordinates (u to the right, v downwards, mm; see {@link
 * SlicePlane}). Valid only during {@link SliceTool#paint}. UI thread only.
 */
@ProviderType
public interface SliceCanvas {

  /** The slice that is painted. */
  SlicePlane plane();

  /** Size of a logical pixel, mm. */
  double mmPerPixel();

  /** Draws connected lines through u, v pairs. */
  void polyline(double[] uvMm, boolean closed, int rgb, double widthPixels);

  /** Fills closed loops of u, v pairs under the even-odd rule. */
  void fill(List<double[]> loopsUvMm, int rgb, double opacityFraction);

  /** Draws a circle. */
  void circle(double uMm, double vMm, double radiusMm, int rgb, double widthPixels);

  /** Draws a small square on a point. */
  void handle(Vector3 pointMm, int rgb);

  /** Writes beside a point. */
  void text(Vector3 pointMm, String text, int rgb);
}
