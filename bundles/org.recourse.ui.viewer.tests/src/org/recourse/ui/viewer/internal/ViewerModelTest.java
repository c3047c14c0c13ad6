/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;
import org.recourse.rendering.DosePalette;
import org.recourse.rendering.IsodoseLevel;
import org.recourse.rendering.Orientation;
import org.recourse.rendering.SliceScene;
import org.recourse.rendering.StructureOutline;
import org.recourse.ui.session.IntensityWindow;
import org.recourse.ui.session.IsodoseLevels;
import org.recourse.ui.session.OverlayToggle;
import org.recourse.ui.session.ViewingState;

class ViewerModelTest {

  private static final double ROUNDING = 1e-9;

  private final ViewingState viewing = new ViewingState(new Vector3(0, 0, 112), List.of());
  private final ViewerModel model = new ViewerModel(viewing);

  @Test
  void theCrossHairGoesToVoxelCentres() {
    model.show(ViewerPhantom.content());

    model.moveCrossHair(new Vector3(2.4, -3.3, 107.7));

    assertEquals(new Vector3(2, -3, 109), viewing.crossHairMm());
    assertEquals(109, model.plane(Orientation.AXIAL).positionMm(), ROUNDING);
    assertEquals(2, model.plane(Orientation.SAGITTAL).positionMm(), ROUNDING);
    assertEquals(-3, model.plane(Orientation.CORONAL).positionMm(), ROUNDING);
  }

  @Test
  void scrollingMovesOnePlaneAndEndsAtTheLastSlice() {
    model.show(ViewerPhantom.content());

    model.scroll(Orientation.AXIAL, 2);
    assertEquals(new Vector3(0, 0, 118), viewing.crossHairMm());
    model.scroll(Orientation.AXIAL, 100);
    assertEquals(new Vector3(0, 0, 127), viewing.crossHairMm());
    model.scroll(Orientation.SAGITTAL, -100);
    assertEquals(new Vector3(-10, 0, 127), viewing.crossHairMm());
  }

  @Test
  void withoutContentNothingMovesAndNothingIsDrawn() {
    model.scroll(Orientation.AXIAL, 1);

    SliceScene scene = model.scene(Orientation.AXIAL);
    assertEquals(new Vector3(0, 0, 112), viewing.crossHairMm());
    assertTrue(scene.images().isEmpty() && scene.doses().isEmpty() && scene.outlines().isEmpty());
  }

  @Test
  void isodosesArePercentOfThePrescriptionOrGray() {
    model.show(ViewerPhantom.content());

    viewing.setIsodoseLevels(new IsodoseLevels.OfPrescription(List.of(95.0, 50.0)));
    assertEquals(List.of(25.0, 47.5), model.isodoses().stream().map(IsodoseLevel::doseGy).toList());
    viewing.setIsodoseLevels(new IsodoseLevels.Absolute(List.of(30.0)));
    assertEquals(List.of(30.0), model.isodoses().stream().map(IsodoseLevel::doseGy).toList());
  }

  @Test
  void theWashBeginsAtTheLowestLevel() {
    model.show(ViewerPhantom.content());
    viewing.setIsodoseLevels(new IsodoseLevels.Absolute(List.of(40.0, 20.0)));

    assertEquals(20, model.doseLayer().orElseThrow().wash().thresholdGy(), ROUNDING);
    assertEquals(0.35, model.doseLayer().orElseThrow().wash().opacityFraction(), ROUNDING);
  }

  @Test
  void togglesSwitchWashAndLines() {
    model.show(ViewerPhantom.content());

    model.toggle(OverlayToggle.DOSE_WASH);
    model.toggle(OverlayToggle.ISODOSES);

    assertEquals(0, model.doseLayer().orElseThrow().wash().opacityFraction(), ROUNDING);
    assertTrue(model.doseLayer().orElseThrow().isodoses().isEmpty());
  }

  @Test
  void anOverlayTakesThePlaceOfTheWashAndKeepsTheLines() {
    var model = new ViewerModel(viewing, TestOverlays.catalogue(TestOverlays.constant("a", 5)));
    model.show(ViewerPhantom.content());
    model.overlays().choose(Optional.of("a"));
    assertTrue(model.scene(Orientation.AXIAL).scalars().isEmpty());
    assertTrue(model.doseLayer().orElseThrow().wash().opacityFraction() > 0);

    model.overlays().show("a", TestOverlays.result(5));

    SliceScene scene = model.scene(Orientation.AXIAL);
    assertEquals(1, scene.scalars().size());
    assertEquals(0.35, scene.scalars().getFirst().wash().opacityFraction(), ROUNDING);
    assertEquals(0, scene.doses().getFirst().wash().opacityFraction(), ROUNDING);
    assertEquals(6, scene.doses().getFirst().isodoses().size());
  }

  @Test
  void theOutlineThatAToolDrawsIsLeftOutWhereItDrawsIt() {
    var drawn =
        StructureOutline.of(new ContourSet(List.of(TestOverlays.square())), 0xff0000, true);
    SliceContent content = ViewerPhantom.content();
    model.show(
        new SliceContent("", content.image(), content.dose(), List.of(drawn), List.of()));

    model.hideSelectedOutline(Set.of(Orientation.AXIAL));

    assertTrue(model.scene(Orientation.AXIAL).outlines().isEmpty());
    assertEquals(List.of(drawn), model.scene(Orientation.CORONAL).outlines());
  }

  @Test
  void aRemainingDoseIsDrawnWhereNothingIsLeft() {
    SliceContent.Dose physical = ViewerPhantom.dose();
    var remaining =
        new SliceContent.Dose(
            physical.grid(),
            AffineTransform.IDENTITY,
            "Remaining",
            "Gy/fraction",
            DosePalette.REMAINING,
            3,
            true,
            OptionalDouble.empty(),
            false);
    model.show(
        new SliceContent("", Optional.empty(), Optional.of(remaining), List.of(), List.of()));

    assertEquals(0, model.doseLayer().orElseThrow().wash().thresholdGy(), ROUNDING);
  }

  @Test
  void theRainbowIsForPhysicalDoseOnly() {
    SliceContent.Dose physical = ViewerPhantom.dose();
    var eqd2 =
        new SliceContent.Dose(
            physical.grid(),
            AffineTransform.IDENTITY,
            "Cumulative EQD2",
            "Gy",
            DosePalette.INFERNO,
            60,
            false,
            physical.prescribedGy(),
            false);
    model.setClassicColours(true);

    assertEquals(DosePalette.RAINBOW, model.palette(physical));
    assertEquals(DosePalette.INFERNO, model.palette(eqd2));
  }

  @Test
  void presetsSetTheWindow() {
    model.show(ViewerPhantom.content());

    model.applyPreset(WindowPreset.BONE);
    assertEquals(new IntensityWindow(400, 1800), viewing.window());
    model.applyPreset(WindowPreset.AUTOMATIC);
    assertEquals(new IntensityWindow(40, 1), viewing.window());
  }

  @Test
  void anEditMakesTheDoseStale() {
    model.show(ViewerPhantom.content());
    assertFalse(model.content().dose().orElseThrow().isStale());

    model.markDoseStale();

    assertTrue(model.content().dose().orElseThrow().isStale());
  }

  @Test
  void listenersHearEveryChangeUntilTheEnd() {
    int[] calls = {0};
    model.addListener(() -> calls[0]++);

    viewing.setDoseOpacityPercent(60);
    model.show(ViewerPhantom.content());
    assertEquals(2, calls[0]);
    model.dispose();
    viewing.setDoseOpacityPercent(70);
    assertEquals(2, calls[0]);
  }

  @Test
  void aDoseThatStaysOutOfDateTurnsGreyAndAFreshOneHasItsColoursAgain() {
    var model = new ViewerModel(new ViewingState(Vector3.ZERO, List.of()));
    model.show(ViewerPhantom.content());
    model.fadeDose();
    assertEquals(DosePalette.VIRIDIS, model.palette(model.content().dose().orElseThrow()));

    model.markDoseStale();
    model.fadeDose();
    assertEquals(DosePalette.GREY, model.palette(model.content().dose().orElseThrow()));

    model.show(ViewerPhantom.content());
    assertEquals(DosePalette.VIRIDIS, model.palette(model.content().dose().orElseThrow()));
  }

  @Test
  void aToolServesForOneLine() {
    var model = new ViewerModel(new ViewingState(Vector3.ZERO, List.of()));
    Measuring measuring = model.measuring();
    measuring.toggle(LineTool.RULER);
    measuring.begin(Orientation.AXIAL, Vector3.ZERO);
    measuring.extendTo(new Vector3(3, 4, 0));

    Measuring.Drawn drawn = measuring.finish().orElseThrow();

    assertEquals(LineTool.RULER, drawn.tool());
    assertEquals(5, drawn.line().lengthMm());
    assertTrue(measuring.tool().isEmpty());
    assertTrue(measuring.line().isPresent());
    measuring.clear();
    assertTrue(measuring.line().isEmpty());
  }
}
