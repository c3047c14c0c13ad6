/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.dosimetry.structure.Overlap;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.ModelFactory;
import org.recourse.model.Structure;
import org.recourse.ui.contouring.internal.DrawnCase;

class ReaderComparisonTest {

  @Test
  void cylindersOfThreeReadersFollowTheClosedForms() {
    ReaderComparison comparison =
        compare(version("r1", 10), version("r2", 11), version("r3", 12), empty("r4"));

    assertEquals(3, comparison.pairs().size());
    Overlap first = comparison.pairs().getFirst().overlap();
    assertEquals(2 * 100.0 / (100 + 121), first.dice(), 0.005);
    assertEquals(1, first.hausdorffMm(), 0.15);
    assertEquals(Math.PI * 100 * 42 / 1000, first.firstCm3(), 0.1);
    assertEquals(3, comparison.volumesCm3().size());
  }

  @Test
  void theSpreadIsThatOfTheWorkedExample() {
    var spread = ReaderComparison.Spread.of(List.of(9.0, 11.0));

    assertEquals(10, spread.mean());
    assertEquals(Math.sqrt(2), spread.standardDeviation().orElseThrow(), 1e-12);
    assertEquals(14.1, spread.variationPercent().orElseThrow(), 0.05);
    assertTrue(ReaderComparison.Spread.of(List.of(9.0)).standardDeviation().isEmpty());
  }

  @Test
  void theTextHasUnitsInItsHeadsAndOneLineForEachPair() {
    String csv = ReadersCsv.of(compare(version("reader, 1", 10), version("r2", 10)));

    List<String> lines = csv.lines().toList();
    assertEquals(3, lines.size());
    assertTrue(lines.get(1).contains("Hausdorff (mm)"));
    assertTrue(lines.get(2).startsWith("\"reader, 1\",\"r2\","), lines.get(2));
  }

  @Test
  void oneVersionHasNoPair() {
    assertEquals(
        "Fewer than two of them have contours.",
        ReadersDialog.summaryText(compare(version("r1", 10), empty("r2"))));
  }

  @Test
  void versionsAreThoseWhoseNamesDifferInANumberOnly() {
    List<Structure> all =
        Stream.of("rGTV", "rGTV 2", "rGTV reader 3", "rGTV_v4", "PTV 2", "rGTVn")
            .map(this::named)
            .toList();

    assertEquals(
        List.of("rGTV", "rGTV 2", "rGTV reader 3", "rGTV_v4"),
        ReadersDialog.alike(all.get(1), all).stream().map(Structure::getName).toList());
  }

  private Structure named(String name) {
    Structure structure = ModelFactory.eINSTANCE.createStructure();
    structure.setName(name);
    return structure;
  }

  private static ReaderComparison compare(ReaderComparison.Version... versions) {
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      return ReaderComparison.of(List.of(versions), executor, new NullProgressMonitor());
    }
  }

  private static ReaderComparison.Version version(String name, double radiusMm) {
    List<PlanarContour> contours = new ArrayList<>();
    for (int i = 0; i <= 20; i++) {
      contours.add(DrawnCase.circle(2 * i, radiusMm));
    }
    return new ReaderComparison.Version(name, ContourPlanes.of(new ContourSet(contours), 2));
  }

  private static ReaderComparison.Version empty(String name) {
    return new ReaderComparison.Version(name, ContourPlanes.of(new ContourSet(List.of()), 2));
  }
}
