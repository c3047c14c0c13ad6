/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.view;

import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.Vector3;
import org.recourse.planning.beam.BeamFrame;

/**
 * The shadow of a structure on the isocentre plane, seen from the source. Every contour is a prism
 * half a contour spacing thick to both sides; the shadow of a prism is that of its faces. Holes are
 * not seen through. Immutable.
 *
 * <p>Pixels: x to the right along u, y downwards against v; the middle of the square is the axis.
 */
public final class Projection {

  private final int size;
  private final boolean[] inside;

  private Projection(int size, boolean[] inside) {
    this.size = size;
    this.inside = inside;
  }

  /**
   * Projects a structure.
   *
   * @param halfWidthMm half the side of the square on the isocentre plane, above 0
   * @param size side of the square in pixels, at least 1
   */
  public static Projection of(ContourSet contours, BeamFrame frame, double halfWidthMm, int size) {
    if (!(halfWidthMm > 0) || size < 1) {
      throw new IllegalArgumentException(halfWidthMm + " mm in " + size + " pixels");
    }
    var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    try {
      if (!contours.isEmpty()) {
        ContourPlanes planes = ContourPlanes.of(contours, LONE_PLANE_MM);
        Vector3 half = planes.axes().z().times(planes.spacingMm() / 2);
        var shadow = new Shadow(graphics, frame, size / (2 * halfWidthMm), size / 2.0);
        contours.contours().forEach(contour -> shadow.prism(contour, half));
      }
    } finally {
      graphics.dispose();
    }
    boolean[] inside = new boolean[size * size];
    if (image.getRaster().getDataBuffer() instanceof DataBufferByte data) {
      byte[] grey = data.getData();
      for (int i = 0; i < inside.length; i++) {
        inside[i] = grey[i] != 0;
      }
    }
    return new Projection(size, inside);
  }

  /** Thickness of a structure that has a single contour plane. */
  private static final double LONE_PLANE_MM = 3;

  /** Fills the faces of prisms. */
  private record Shadow(Graphics2D graphics, BeamFrame frame, double pixelsPerMm, double middle) {

    void prism(PlanarContour contour, Vector3 half) {
      int count = contour.pointCount();
      int[] x = new int[2 * count]; // one side of the prism, then the other
      int[] y = new int[2 * count];
      for (int i = 0; i < count; i++) {
        put(contour.pointMm(i).plus(half), i, x, y);
        put(contour.pointMm(i).minus(half), count + i, x, y);
      }
      face(x, y, 0, count);
      face(x, y, count, count);
      for (int i = 0; i < count; i++) {
        int next = (i + 1) % count;
        var side =
            new Polygon(
                new int[] {x[i], x[next], x[count + next], x[count + i]},
                new int[] {y[i], y[next], y[count + next], y[count + i]},
                4);
        fill(side);
      }
    }

    private void face(int[] x, int[] y, int from, int count) {
      fill(
          new Polygon(
              java.util.Arrays.copyOfRange(x, from, from + count),
              java.util.Arrays.copyOfRange(y, from, from + count),
              count));
    }

    private void fill(Polygon polygon) {
      graphics.fillPolygon(polygon);
      graphics.drawPolygon(polygon); // thin faces have no pixel centre inside
    }

    private void put(Vector3 pointMm, int i, int[] x, int[] y) {
      x[i] = (int) Math.floor(middle + frame.uMm(pointMm) * pixelsPerMm);
      y[i] = (int) Math.floor(middle - frame.vMm(pointMm) * pixelsPerMm);
    }
  }

  /** Side in pixels. */
  public int size() {
    return size;
  }

  /** Whether the structure is seen at a pixel; false outside the square. */
  public boolean contains(int x, int y) {
    return x >= 0 && y >= 0 && x < size && y < size && inside[y * size + x];
  }

  /** Whether a pixel is inside with a neighbour that is not. */
  boolean isEdge(int x, int y) {
    return contains(x, y)
        && !(contains(x - 1, y) && contains(x + 1, y) && contains(x, y - 1) && contains(x, y + 1));
  }
}
