/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import java.util.List;

/**
 * Adds closed polygons of plane coordinates to a painter. Points that follow each other within a
 * pixel are drawn as one: contours are often drawn finer than the screen, and their number decides
 * what a line costs.
 *
 * @param view from plane to pixel coordinates
 */
record OutlinePath(ViewTransform view, int width, int height) {

  /** Shorter segments are joined, pixels; a smooth line moves by less than a tenth of it. */
  private static final double LEAST_LENGTH = 1;

  void addTo(LinePainter painter, List<double[]> polygonsMm) {
    for (double[] polygonMm : polygonsMm) {
      add(painter, polygonMm);
    }
  }

  private void add(LinePainter painter, double[] polygonMm) {
    double firstX = view.pixelX(polygonMm[0], width);
    double firstY = view.pixelY(polygonMm[1], height);
    double fromX = firstX;
    double fromY = firstY;
    for (int i = 2; i < polygonMm.length; i += 2) {
      double toX = view.pixelX(polygonMm[i], width);
      double toY = view.pixelY(polygonMm[i + 1], height);
      if (Math.abs(toX - fromX) + Math.abs(toY - fromY) >= LEAST_LENGTH) {
        painter.segment(fromX, fromY, toX, toY);
        fromX = toX;
        fromY = toY;
      }
    }
    painter.segment(fromX, fromY, firstX, firstY);
  }
}
