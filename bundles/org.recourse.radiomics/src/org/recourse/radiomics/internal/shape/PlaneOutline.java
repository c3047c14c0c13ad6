/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.shape;

import java.util.Arrays;
import org.recourse.radiomics.image.Region;

/**
 * Marching squares around the pixels of one plane: the outline cuts every pair of inside and
 * outside neighbours half way; two inside pixels that touch at a corner stay apart.
 *
 * <p>Worked example, checked by {@code ShapeTest}: a single pixel of 1 mm has a rhombus of 0.5 mm²
 * with a length of 2·√2 mm.
 */
record PlaneOutline(
    double areaMm2,
    double perimeterMm,
    double diameterMm,
    double pixelAreaMm2,
    double majorAxisMm,
    double minorAxisMm) {

  double elongation() {
    return minorAxisMm / majorAxisMm;
  }

  /** Measures a region of one plane across the given axis: 0 for z, 1 for y, 2 for x. */
  static PlaneOutline of(Region region, int fixedAxis) {
    var g = region.geometry();
    int width = fixedAxis == 2 ? g.sizeY() : g.sizeX();
    int height = fixedAxis == 0 ? g.sizeY() : g.sizeZ();
    double uMm = fixedAxis == 2 ? g.spacingMm().y() : g.spacingMm().x();
    double vMm = fixedAxis == 0 ? g.spacingMm().y() : g.spacingMm().z();
    byte[] inside = region.toBytes(); // one plane, so the order is that of the other two axes
    var squares = new Squares(inside, width, height, uMm, vMm);
    double[] axes = axes(inside, width, height, uMm, vMm);
    return new PlaneOutline(
        squares.area,
        squares.perimeter,
        squares.diameter(),
        region.voxelCount() * uMm * vMm,
        axes[1],
        axes[0]);
  }

  private static double[] axes(byte[] inside, int width, int height, double uMm, double vMm) {
    double n = 0;
    double su = 0;
    double sv = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int here = inside[y * width + x];
        n += here;
        su += (double) here * x;
        sv += (double) here * y;
      }
    }
    double[][] covariance = new double[2][2];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (inside[y * width + x] != 0) {
          double u = (x - su / n) * uMm;
          double v = (y - sv / n) * vMm;
          covariance[0][0] += u * u / n;
          covariance[0][1] += u * v / n;
          covariance[1][1] += v * v / n;
        }
      }
    }
    covariance[1][0] = covariance[0][1];
    double[] values = PrincipalAxes.eigenvalues(covariance);
    return new double[] {4 * Math.sqrt(Math.max(values[0], 0)), 4 * Math.sqrt(values[1])};
  }

  /** One walk over all squares of four pixels. */
  private static final class Squares {

    private final double uMm;
    private final double vMm;
    private double area;
    private double perimeter;
    private double[] pointU = new double[64];
    private double[] pointV = new double[64];
    private int points;

    Squares(byte[] inside, int width, int height, double uMm, double vMm) {
      this.uMm = uMm;
      this.vMm = vMm;
      for (int v = -1; v < height; v++) {
        for (int u = -1; u < width; u++) {
          int a = pixel(inside, width, height, u, v);
          int b = pixel(inside, width, height, u + 1, v);
          int c = pixel(inside, width, height, u + 1, v + 1);
          int d = pixel(inside, width, height, u, v + 1);
          square(a, b, c, d);
          if (a != b) {
            point(u + 0.5, v);
          }
          if (a != d) {
            point(u, v + 0.5);
          }
        }
      }
    }

    private static int pixel(byte[] inside, int width, int height, int u, int v) {
      return u < 0 || v < 0 || u >= width || v >= height ? 0 : inside[v * width + u];
    }

    /** Adds the piece of the outline and the inside area of one square. */
    private void square(int a, int b, int c, int d) {
      double cell = uMm * vMm;
      double diagonal = 0.5 * Math.hypot(uMm, vMm);
      switch (a + b + c + d) {
        case 1 -> {
          perimeter += diagonal;
          area += cell / 8;
        }
        case 2 -> {
          if (a == c) { // two corners across
            perimeter += 2 * diagonal;
            area += cell / 4;
          } else {
            perimeter += a == b ? uMm : vMm;
            area += cell / 2;
          }
        }
        case 3 -> {
          perimeter += diagonal;
          area += cell * 7 / 8;
        }
        case 4 -> area += cell;
        default -> {
          // nothing inside
        }
      }
    }

    private void point(double u, double v) {
      if (points == pointU.length) {
        pointU = Arrays.copyOf(pointU, 2 * points);
        pointV = Arrays.copyOf(pointV, 2 * points);
      }
      pointU[points] = u * uMm;
      pointV[points++] = v * vMm;
    }

    double diameter() {
      double squared = 0;
      for (int i = 0; i < points; i++) {
        for (int j = 0; j < i; j++) {
          double du = pointU[i] - pointU[j];
          double dv = pointV[i] - pointV[j];
          squared = Math.max(squared, du * du + dv * dv);
        }
      }
      return Math.sqrt(squared);
    }
  }
}
