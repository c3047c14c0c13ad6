/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.making;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.dosimetry.structure.Margin;
import org.recourse.dosimetry.structure.StructureAlgebra;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.ui.contouring.internal.DrawnCase;

/** Recipes on cylinders by closed forms, and the sentences that stay with the structures. */
class RecipeTest {

  /** Radius error allowed of a lattice of a fraction of a millimetre. */
  private static final double RADIUS_MM = 0.1;

  private static final ContourPlanes LARGE = cylinder(20, 0, 40);
  private static final ContourPlanes SMALL = cylinder(10, 0, 40);

  @Test
  void theThreeMillimetreMarginOfAPtv() {
    var recipe = new Recipe.Growth(Margin.isotropic(3), "GTVnx");

    ContourPlanes grown = follow(recipe, SMALL, SMALL);

    assertEquals(13, radiusAt(grown, 20), RADIUS_MM);
    assertEquals("GTVnx grown by 3 mm", recipe.sentence());
    assertEquals("GTVnx+3mm", recipe.suggestedName());
  }

  @Test
  void shrinkingGoesTheOtherWay() {
    ContourPlanes shrunk = follow(new Recipe.Shrinking(Margin.isotropic(4), "A"), SMALL, SMALL);

    assertEquals(6, radiusAt(shrunk, 20), RADIUS_MM);
  }

  @Test
  void aRingLiesBetweenTwoDistances() {
    ContourPlanes ring = follow(new Recipe.Ring(2, 5, "A"), SMALL, SMALL);

    double areaMm2 = ring.planeAt(20).orElseThrow().region().areaMm2();
    assertEquals(Math.PI * (15 * 15 - 12 * 12), areaMm2, Math.PI * 30 * RADIUS_MM);
  }

  @Test
  void cropsLeaveADistance() {
    ContourPlanes cropped = follow(new Recipe.CropOutOf(3, "A", "B"), LARGE, SMALL);
    double areaMm2 = cropped.planeAt(20).orElseThrow().region().areaMm2();
    assertEquals(Math.PI * (400 - 169), areaMm2, Math.PI * 40 * RADIUS_MM);

    ContourPlanes inside = follow(new Recipe.KeepInside(3, "A", "B"), SMALL, LARGE);
    assertEquals(10, radiusAt(inside, 20), RADIUS_MM);
    ContourPlanes cut = follow(new Recipe.KeepInside(3, "A", "B"), LARGE, SMALL);
    assertEquals(7, radiusAt(cut, 20), RADIUS_MM);
  }

  @Test
  void combinationsFollowTheSets() {
    assertEquals(20, radiusAt(combined(StructureAlgebra.Operation.UNION), 20), RADIUS_MM);
    assertEquals(10, radiusAt(combined(StructureAlgebra.Operation.INTERSECTION), 20), RADIUS_MM);
    ContourPlanes rest = combined(StructureAlgebra.Operation.DIFFERENCE);
    assertEquals(
        Math.PI * 300, rest.planeAt(20).orElseThrow().region().areaMm2(), Math.PI * 40 * RADIUS_MM);
  }

  @Test
  void recipesAreSentences() {
    assertEquals(
        "Ring around PTV from 2 mm to 12.5 mm", new Recipe.Ring(2, 12.5, "PTV").sentence());
    assertEquals(
        "PTV without Brainstem and 3 mm around it",
        new Recipe.CropOutOf(3, "PTV", "Brainstem").sentence());
    assertEquals(
        "A grown by 1 mm left, 2 mm right, 4 mm anterior, 3 mm posterior, 5 mm superior, 6 mm"
            + " inferior",
        new Recipe.Growth(new Margin(1, 2, 3, 4, 5, 6), "A").sentence());
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Recipe.Ring(5, 5, "A"));
    assertThrows(IllegalArgumentException.class, () -> new Recipe.KeepInside(-1, "A", "B"));
  }

  @Test
  void whatWasMadeIsContoursAgain() {
    ContourPlanes again = ContourPlanes.of(PlanesAsContours.of(LARGE), 2);

    assertEquals(LARGE.prismVolumeCm3(), again.prismVolumeCm3(), 1e-9);
  }

  private static ContourPlanes combined(StructureAlgebra.Operation operation) {
    return follow(new Recipe.Combination(operation, "A", "B"), LARGE, SMALL);
  }

  private static ContourPlanes follow(Recipe recipe, ContourPlanes a, ContourPlanes b) {
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      ContourSet made = recipe.follow(a, b, executor, new NullProgressMonitor());
      return ContourPlanes.of(made, 2);
    }
  }

  private static double radiusAt(ContourPlanes planes, double zMm) {
    return Math.sqrt(planes.planeAt(zMm).orElseThrow().region().areaMm2() / Math.PI);
  }

  private static ContourPlanes cylinder(double radiusMm, double fromMm, double toMm) {
    List<PlanarContour> contours = new ArrayList<>();
    for (double zMm = fromMm; zMm <= toMm; zMm += 2) {
      contours.add(DrawnCase.circle(zMm, radiusMm));
    }
    return ContourPlanes.of(new ContourSet(contours), 2);
  }
}
