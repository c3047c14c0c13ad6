/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

/**
 * Where a view looks: which point of the plane lies in the middle of the frame and how large a
 * millimetre is. Immutable.
 *
 * @param centreUMm plane coordinate u in the middle of the frame
 * @param centreVMm plane coordinate v in the middle of the frame
 * @param pixelsPerMm device pixels per millimetre, greater than 0
 * @param deviceScale device pixels per logical pixel (1 at 100 %, 2 at 200 %); line widths are
 *     logical pixels
 */
public record ViewTransform(
    double centreUMm, double centreVMm, double pixelsPerMm, double deviceScale) {

  /** Share of the frame that a fitted volume fills. */
  private static final double FITTED_FRACTION = 0.96;

  private static final double LEAST_PIXELS_PER_MM = 0.05;
  private static final double MOST_PIXELS_PER_MM = 200;

  public ViewTransform {
    if (!Double.isFinite(centreUMm) || !Double.isFinite(centreVMm)) {
      throw new IllegalArgumentException("centre must be finite: " + centreUMm + ", " + centreVMm);
    }
    if (!(pixelsPerMm > 0 && pixelsPerMm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("pixelsPerMm must be > 0: " + pixelsPerMm);
    }
    if (!(deviceScale > 0 && deviceScale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("deviceScale must be > 0: " + deviceScale);
    }
  }

  /** Makes the transform that shows all of a grid, outer voxel edges included. */
  public static ViewTransform fitting(
      GridGeometry geometry, Orientation orientation, int width, int height, double deviceScale) {
    double leastU = Double.POSITIVE_INFINITY;
    double mostU = Double.NEGATIVE_INFINITY;
    double leastV = Double.POSITIVE_INFINITY;
    double mostV = Double.NEGATIVE_INFINITY;
    for (int corner = 0; corner < 8; corner++) {
      Vector3 pointMm =
          geometry.toPatientMm(
              (corner & 1) == 0 ? -0.5 : geometry.sizeX() - 0.5,
              (corner & 2) == 0 ? -0.5 : geometry.sizeY() - 0.5,
              (corner & 4) == 0 ? -0.5 : geometry.sizeZ() - 0.5);
      double u = pointMm.dot(orientation.u());
      double v = pointMm.dot(orientation.v());
      leastU = Math.min(leastU, u);
      mostU = Math.max(mostU, u);
      leastV = Math.min(leastV, v);
      mostV = Math.max(mostV, v);
    }
    double pixelsPerMm = Math.min(width / (mostU - leastU), height / (mostV - leastV));
    return new ViewTransform(
        (leastU + mostU) / 2, (leastV + mostV) / 2, pixelsPerMm * FITTED_FRACTION, deviceScale);
  }

  /** Continuous pixel coordinate of plane coordinate u in a frame of {@code width} pixels. */
  public double pixelX(double uMm, int width) {
    return 0.5 * width + (uMm - centreUMm) * pixelsPerMm;
  }

  /** Continuous pixel coordinate of plane coordinate v in a frame of {@code height} pixels. */
  public double pixelY(double vMm, int height) {
    return 0.5 * height + (vMm - centreVMm) * pixelsPerMm;
  }

  public double uMm(double pixelX, int width) {
    return centreUMm + (pixelX - 0.5 * width) / pixelsPerMm;
  }

  public double vMm(double pixelY, int height) {
    return centreVMm + (pixelY - 0.5 * height) / pixelsPerMm;
  }

  /** Zooms by a factor while the given plane point stays under the same pixel. */
  public ViewTransform zoomedAt(double uMm, double vMm, double factor) {
    double zoomed = Math.clamp(pixelsPerMm * factor, LEAST_PIXELS_PER_MM, MOST_PIXELS_PER_MM);
    double kept = pixelsPerMm / zoomed;
    return new ViewTransform(
        uMm + (centreUMm - uMm) * kept, vMm + (centreVMm - vMm) * kept, zoomed, deviceScale);
  }

  /** Moves the picture by device pixels, to the right and down. */
  public ViewTransform panned(double deltaX, double deltaY) {
    return new ViewTransform(
        centreUMm - deltaX / pixelsPerMm,
        centreVMm - deltaY / pixelsPerMm,
        pixelsPerMm,
        deviceScale);
  }

  /** Puts another plane point into the middle. */
  public ViewTransform centredAt(double uMm, double vMm) {
    return new ViewTransform(uMm, vMm, pixelsPerMm, deviceScale);
  }

  /** Shows the same at another density of device pixels. */
  public ViewTransform withDeviceScale(double newScale) {
    return new ViewTransform(centreUMm, centreVMm, pixelsPerMm * newScale / deviceScale, newScale);
  }
}
