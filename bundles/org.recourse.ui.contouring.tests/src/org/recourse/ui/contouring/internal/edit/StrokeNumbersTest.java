/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.assistant.watch.PlanWatchListener;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.ui.contouring.internal.DrawnCase;
import org.recourse.ui.contouring.internal.shape.AxialContours;
import org.recourse.ui.contouring.internal.shape.BrushStroke;
import org.recourse.ui.session.CaseSession;

/** From a stroke to the numbers of the plan and back, on the way that every edit takes. */
class StrokeNumbersTest {

  private static final double SLICE_MM = 110;
  private static final double SLICE_THICKNESS_MM = 2.5;
  private static final double BRUSH_MM = 4;

  /** Areas are exact in the histogram; it holds the volume in doubles. */
  private static final double ROUNDING_CM3 = 1e-6;

  @TempDir private Path temporary;
  private SliceExecutor executor;
  private CaseSession session;
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    executor = SliceExecutor.ofThreads(2);
    session = DrawnCase.withDose(temporary, executor).open();
    session.planWatch().addListener(new Telling());
  }

  @AfterEach
  void close() {
    session.planWatch().close();
    executor.close();
  }

  /**
   * A disc that touches nothing on the neighbouring slices reaches half way to each of them: one
   * thickness in all.
   */
  @Test
  void aStrokeChangesTheVolumeByItsAreaTimesTheThicknessAndUndoBringsItBack() {
    StructureNumbers before = gtv();
    double areaBeforeMm2 = drawing().at(SLICE_MM).areaMm2();

    stroke(30, 0, false);

    double strokeMm2 = drawing().at(SLICE_MM).areaMm2() - areaBeforeMm2;
    assertEquals(Math.PI * BRUSH_MM * BRUSH_MM, strokeMm2, 0.5); // a polygon of 64 corners
    double expectedCm3 = before.volumeCm3().getAsDouble() + strokeMm2 * SLICE_THICKNESS_MM / 1000;
    assertEquals(expectedCm3, gtv().volumeCm3().getAsDouble(), ROUNDING_CM3);
    assertEquals(expectedCm3, gtv().physicalDvh().orElseThrow().volumeCm3(), ROUNDING_CM3);
    session.editingDomain().getCommandStack().undo();
    assertEquals(before.volumeCm3().getAsDouble(), gtv().volumeCm3().getAsDouble(), ROUNDING_CM3);
  }

  /** A hole that is filled on the neighbouring slices also reaches half way to each of them. */
  @Test
  void erasingAHoleTakesItsAreaTimesTheThicknessAway() {
    double beforeCm3 = gtv().volumeCm3().getAsDouble();
    double areaBeforeMm2 = drawing().at(SLICE_MM).areaMm2();

    stroke(0, 0, true);

    double holeMm2 = areaBeforeMm2 - drawing().at(SLICE_MM).areaMm2();
    assertTrue(holeMm2 > 0);
    assertEquals(
        beforeCm3 - holeMm2 * SLICE_THICKNESS_MM / 1000,
        gtv().volumeCm3().getAsDouble(),
        ROUNDING_CM3);
  }

  @Test
  void everythingIsToldStaleBeforeTheNewNumbersCome() {
    stroke(30, 0, false);

    assertEquals("stale", told.getFirst());
    assertEquals("numbers", told.getLast());
    assertFalse(session.planWatch().isStale());
  }

  private void stroke(double xMm, double yMm, boolean erases) {
    Drawing drawing = drawing();
    var stroke = new BrushStroke(drawing.at(SLICE_MM), BRUSH_MM, erases, xMm, yMm);
    AxialContours changed = drawing.contours().with(SLICE_MM, stroke.finished(), drawing.stack());
    new ContourEdits(session).replace(drawing.structure(), changed.contourSet(), "Draw");
  }

  private StructureNumbers gtv() {
    return session.planWatch().latest().orElseThrow().structures().stream()
        .filter(numbers -> numbers.structure().name().equals("GTV"))
        .findFirst()
        .orElseThrow();
  }

  private Drawing drawing() {
    String frameUid =
        session.patientCase().getStructureSets().getFirst().getFrameOfReference().getUid();
    return assertInstanceOf(
            Drawing.Possible.Ready.class, Drawing.of(session, frameUid, Optional.empty()))
        .drawing();
  }

  /** Writes down what views are told. */
  private final class Telling implements PlanWatchListener {

    @Override
    public void onStale(long revision) {
      told.add("stale");
    }

    @Override
    public void onNumbers(PlanNumbers numbers) {
      told.add("numbers");
    }

    @Override
    public void onFailure(long revision, RuntimeException cause) {
      throw cause;
    }
  }
}
