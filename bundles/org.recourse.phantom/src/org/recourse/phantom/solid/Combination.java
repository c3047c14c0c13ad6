/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.solid;

import java.util.List;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;

/** Bodies made of other bodies. */
final class Combination {

  private Combination() {}

  record Grown(Solid body, double marginMm) implements Solid {

    @Override
    public double fieldMm(double xMm, double yMm, double zMm) {
      return body.fieldMm(xMm, yMm, zMm) - marginMm;
    }

    @Override
    public Box bounds() {
      return body.bounds().grownBy(marginMm);
    }
  }

  record Difference(Solid body, Solid removed) implements Solid {

    @Override
    public double fieldMm(double xMm, double yMm, double zMm) {
      return Math.max(body.fieldMm(xMm, yMm, zMm), -removed.fieldMm(xMm, yMm, zMm));
    }

    @Override
    public Box bounds() {
      return body.bounds();
    }
  }

  record Intersection(Solid first, Solid second) implements Solid {

    @Override
    public double fieldMm(double xMm, double yMm, double zMm) {
      return Math.max(first.fieldMm(xMm, yMm, zMm), second.fieldMm(xMm, yMm, zMm));
    }

    @Override
    public Box bounds() {
      return first.bounds().within(second.bounds());
    }
  }

  record Union(List<Solid> parts) implements Solid {

    Union {
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("a union needs a part");
      }
      parts = List.copyOf(parts);
    }

    @Override
    public double fieldMm(double xMm, double yMm, double zMm) {
      double field = Double.POSITIVE_INFINITY;
      for (Solid part : parts) {
        field = Math.min(field, part.fieldMm(xMm, yMm, zMm));
      }
      return field;
    }

    @Override
    public Box bounds() {
      return parts.stream().map(Solid::bounds).reduce(Box::with).orElseThrow();
    }
  }

  /** Quadratic smooth minimum: equal to the minimum where the fields differ by blendMm or more. */
  record Blend(Solid first, Solid second, double blendMm) implements Solid {

    Blend {
      if (!(blendMm > 0)) {
        throw new IllegalArgumentException("blendMm must be > 0: " + blendMm);
      }
    }

    @Override
    public double fieldMm(double xMm, double yMm, double zMm) {
      double a = first.fieldMm(xMm, yMm, zMm);
      double b = second.fieldMm(xMm, yMm, zMm);
      double h = Math.max(blendMm - Math.abs(a - b), 0) / blendMm;
      return Math.min(a, b) - h * h * blendMm / 4;
    }

    @Override
    public Box bounds() {
      return first.bounds().with(second.bounds()).grownBy(blendMm / 4);
    }
  }

  /** A body in another frame; the box holds the corners of the box of the body. */
  record Moved(Solid body, AffineTransform frameToBody, Box bounds) implements Solid {

    Moved(Solid body, AffineTransform frameToBody) {
      this(body, frameToBody, moved(body.bounds(), frameToBody.inverse()));
    }

    @Override
    public double fieldMm(double xMm, double yMm, double zMm) {
      Vector3 p = frameToBody.apply(new Vector3(xMm, yMm, zMm));
      return body.fieldMm(p.x(), p.y(), p.z());
    }

    private static Box moved(Box box, AffineTransform bodyToFrame) {
      Vector3[] ends = {box.lowMm(), box.highMm()};
      Vector3 first = bodyToFrame.apply(box.lowMm());
      Box moved = new Box(first, first);
      for (int corner = 1; corner < 8; corner++) {
        Vector3 p =
            bodyToFrame.apply(
                new Vector3(
                    ends[corner & 1].x(), ends[corner >> 1 & 1].y(), ends[corner >> 2].z()));
        moved = moved.with(new Box(p, p));
      }
      return moved;
    }
  }
}
