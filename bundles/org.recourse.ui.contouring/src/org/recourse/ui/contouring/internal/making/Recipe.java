/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.making;

import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.dosimetry.structure.Margin;
import org.recourse.dosimetry.structure.StructureAlgebra;
import org.recourse.dosimetry.structure.StructureMargin;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * How a structure is made of others. Immutable. Inputs are named A and B; both are given when the
 * recipe is followed, so that it holds no contours.
 */
public sealed interface Recipe {

  /** Union, intersection or subtraction. */
  record Combination(StructureAlgebra.Operation operation, String nameA, String nameB)
      implements Recipe {}

  /** Growing by a margin, such as the 3 mm of a PTV. */
  record Growth(Margin margin, String nameA) implements Recipe {}

  /** Shrinking by a margin. */
  record Shrinking(Margin margin, String nameA) implements Recipe {}

  /** What lies between two distances around a structure. */
  record Ring(double innerMm, double outerMm, String nameA) implements Recipe {
    public Ring {
      if (!(innerMm >= 0 && outerMm > innerMm)) {
        throw new IllegalArgumentException(
            "a ring begins at 0 mm or more and ends further out: " + innerMm + ", " + outerMm);
      }
    }
  }

  /**
   * Cutting away what lies in B or nearer to it than a distance: a crop for a planning structure.
   */
  record CropOutOf(double distanceMm, String nameA, String nameB) implements Recipe {
    public CropOutOf {
      checkDistance(distanceMm);
    }
  }

  /** Keeping only what lies in B, further from its surface than a distance, such as the skin. */
  record KeepInside(double distanceMm, String nameA, String nameB) implements Recipe {
    public KeepInside {
      checkDistance(distanceMm);
    }
  }

  private static void checkDistance(double distanceMm) {
    if (!(distanceMm >= 0 && distanceMm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a distance is 0 mm or more: " + distanceMm);
    }
  }

  /** The recipe as it stays with the structure, in a sentence. */
  default String sentence() {
    return switch (this) {
      case Combination(StructureAlgebra.Operation operation, String a, String b) ->
          switch (operation) {
            case UNION -> "Union of " + a + " and " + b;
            case INTERSECTION -> "Intersection of " + a + " and " + b;
            case DIFFERENCE -> a + " without " + b;
            case SYMMETRIC_DIFFERENCE -> "What belongs to " + a + " or " + b + " alone";
          };
      case Growth(Margin margin, String a) -> a + " grown by " + text(margin);
      case Shrinking(Margin margin, String a) -> a + " shrunk by " + text(margin);
      case Ring(double innerMm, double outerMm, String a) ->
          "Ring around " + a + " from " + mm(innerMm) + " to " + mm(outerMm);
      case CropOutOf(double distanceMm, String a, String b) ->
          a + " without " + b + (distanceMm > 0 ? " and " + mm(distanceMm) + " around it" : "");
      case KeepInside(double distanceMm, String a, String b) ->
          a + " inside " + b + (distanceMm > 0 ? ", " + mm(distanceMm) + " from its surface" : "");
    };
  }

  /** A name to begin with. */
  default String suggestedName() {
    return switch (this) {
      case Combination(StructureAlgebra.Operation operation, String a, String b) ->
          switch (operation) {
            case UNION -> a + "+" + b;
            case INTERSECTION -> a + "^" + b;
            case DIFFERENCE -> a + "-" + b;
            case SYMMETRIC_DIFFERENCE -> a + "xor" + b;
          };
      case Growth(Margin margin, String a) -> a + "+" + shortText(margin);
      case Shrinking(Margin margin, String a) -> a + "-" + shortText(margin);
      case Ring(double innerMm, double outerMm, String a) -> "Ring_" + a;
      case CropOutOf(double distanceMm, String a, String b) -> a + "-" + b;
      case KeepInside(double distanceMm, String a, String b) -> a + "^" + b;
    };
  }

  /** Whether the recipe needs a second structure. */
  default boolean usesB() {
    return switch (this) {
      case Combination unused -> true;
      case CropOutOf unused -> true;
      case KeepInside unused -> true;
      case Growth unused -> false;
      case Shrinking unused -> false;
      case Ring unused -> false;
    };
  }

  /**
   * Follows the recipe.
   *
   * @param a first structure
   * @param b second structure; not looked at by recipes of one
   * @throws IllegalArgumentException if the contours of the two are not parallel
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  default ContourSet follow(
      ContourPlanes a, ContourPlanes b, SliceExecutor executor, IProgressMonitor monitor) {
    return switch (this) {
      case Combination combination ->
          StructureAlgebra.combine(combination.operation(), a, b, executor, monitor);
      case Growth growth -> StructureMargin.grow(a, growth.margin(), executor, monitor);
      case Shrinking shrinking -> StructureMargin.shrink(a, shrinking.margin(), executor, monitor);
      case Ring ring -> StructureMargin.ring(a, ring.innerMm(), ring.outerMm(), executor, monitor);
      case CropOutOf crop -> {
        ContourPlanes around =
            planes(
                StructureMargin.grow(b, Margin.isotropic(crop.distanceMm()), executor, monitor), b);
        yield StructureAlgebra.combine(
            StructureAlgebra.Operation.DIFFERENCE, a, around, executor, monitor);
      }
      case KeepInside keep -> {
        ContourPlanes inside =
            planes(
                StructureMargin.shrink(b, Margin.isotropic(keep.distanceMm()), executor, monitor),
                b);
        yield StructureAlgebra.combine(
            StructureAlgebra.Operation.INTERSECTION, a, inside, executor, monitor);
      }
    };
  }

  private static ContourPlanes planes(ContourSet contours, ContourPlanes like) {
    return ContourPlanes.of(contours, like.spacingMm());
  }

  private static String text(Margin margin) {
    return isEven(margin)
        ? mm(margin.leftMm())
        : String.format(
            Locale.ROOT,
            "%s left, %s right, %s anterior, %s posterior, %s superior, %s inferior",
            mm(margin.leftMm()),
            mm(margin.rightMm()),
            mm(margin.anteriorMm()),
            mm(margin.posteriorMm()),
            mm(margin.superiorMm()),
            mm(margin.inferiorMm()));
  }

  private static String shortText(Margin margin) {
    return isEven(margin) ? mm(margin.leftMm()).replace(" ", "") : "margin";
  }

  private static boolean isEven(Margin margin) {
    return margin.equals(Margin.isotropic(margin.leftMm()));
  }

  private static String mm(double lengthMm) {
    return lengthMm == Math.rint(lengthMm)
        ? String.format(Locale.ROOT, "%.0f mm", lengthMm)
        : String.format(Locale.ROOT, "%.1f mm", lengthMm);
  }
}
