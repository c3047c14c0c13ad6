/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;

/**
 * Several maps, one after the other.
 *
 * @param steps the maps, the first applied first; at least one
 */
public record ComposedTransform(List<SpatialTransform> steps) implements SpatialTransform {

  public ComposedTransform {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a composed transform needs a step");
    }
  }

  /** Joins maps; neighbouring affine maps become one matrix and nested compositions are opened. */
  public static SpatialTransform of(List<SpatialTransform> steps) {
    var flat = new ArrayList<SpatialTransform>();
    for (SpatialTransform step : steps) {
      List<SpatialTransform> parts =
          step instanceof ComposedTransform composed ? composed.steps : List.of(step);
      for (SpatialTransform part : parts) {
        append(flat, part);
      }
    }
    return switch (flat.size()) {
      case 0 -> new IdentityTransform();
      case 1 -> flat.getFirst();
      default -> new ComposedTransform(flat);
    };
  }

  private static void append(List<SpatialTransform> flat, SpatialTransform part) {
    if (part instanceof IdentityTransform) {
      return;
    }
    Optional<AffineTransform> last = flat.isEmpty() ? Optional.empty() : flat.getLast().asAffine();
    Optional<AffineTransform> next = part.asAffine();
    if (last.isPresent() && next.isPresent()) {
      flat.set(flat.size() - 1, new AffineMap(next.get().after(last.get())));
    } else {
      flat.add(part);
    }
  }

  @Override
  public Vector3 apply(Vector3 pointMm) {
    Vector3 p = pointMm;
    for (SpatialTransform step : steps) {
      p = step.apply(p);
    }
    return p;
  }

  @Override
  public Jacobian jacobianAt(Vector3 pointMm) {
    Vector3 p = pointMm;
    Jacobian jacobian = Jacobian.IDENTITY;
    for (SpatialTransform step : steps) {
      jacobian = step.jacobianAt(p).after(jacobian);
      p = step.apply(p);
    }
    return jacobian;
  }

  @Override
  public Optional<AffineTransform> asAffine() {
    AffineTransform whole = AffineTransform.IDENTITY;
    for (SpatialTransform step : steps) {
      Optional<AffineTransform> matrix = step.asAffine();
      if (matrix.isEmpty()) {
        return Optional.empty();
      }
      whole = matrix.get().after(whole);
    }
    return Optional.of(whole);
  }

  @Override
  public SpatialTransform inverse() {
    return of(steps.reversed().stream().map(SpatialTransform::inverse).toList());
  }
}
