/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;

class DoseRenderingTest {

  /** 1 Gy per millimetre along x, from 0 Gy at x = 0. */
  private static final DoseGrid RAMP =
      ramp(new GridGeometry(41, 21, 21, Vector3.ZERO, new Vector3(1, 1, 1)));

  private static final ViewTransform VIEW = new ViewTransform(20, 10, 10, 1);
  private static final SlicePlane AXIAL = new SlicePlane(Orientation.AXIAL, 10);
  private static final int WIDTH = 440;
  private static final int HEIGHT = 240;

  @Test
  void theWashBeginsAtTheThreshold() {
    var wash = new DoseWash(DosePalette.VIRIDIS, 40, 12, 0.35);

    RenderedFrame frame =
        RenderedFrame.of(RenderedFrame.wash(AXIAL, RAMP, wash), VIEW, WIDTH, HEIGHT);

    assertEquals(FrameRenderer.BACKGROUND_RGB, frame.rgbAt(new Vector3(5, 10, 10)));
    assertEquals(FrameRenderer.BACKGROUND_RGB, frame.rgbAt(new Vector3(11.94, 10, 10)));
    assertNotEquals(FrameRenderer.BACKGROUND_RGB, frame.rgbAt(new Vector3(12.06, 10, 10)));
    assertEquals(
        FrameRenderer.BACKGROUND_RGB, frame.rgbAt(new Vector3(40.6, 10, 10)), "beyond the grid");
  }

  @Test
  void anOpaqueWashHasThePalettesColours() {
    var wash = new DoseWash(DosePalette.RAINBOW, 40, 0, 1);

    RenderedFrame frame =
        RenderedFrame.of(RenderedFrame.wash(AXIAL, RAMP, wash), VIEW, WIDTH, HEIGHT);

    int rgb = frame.rgbAt(new Vector3(20.05, 10, 10));
    int wanted = DosePalette.RAINBOW.rgb(20.05 / 40);
    for (int shift = 0; shift <= 16; shift += 8) {
      assertEquals(wanted >> shift & 0xff, rgb >> shift & 0xff, 2);
    }
  }

  @Test
  void noOpacityDrawsNothing() {
    var wash = new DoseWash(DosePalette.VIRIDIS, 40, 0, 0);

    RenderedFrame frame =
        RenderedFrame.of(RenderedFrame.wash(AXIAL, RAMP, wash), VIEW, WIDTH, HEIGHT);

    assertEquals(FrameRenderer.BACKGROUND_RGB, frame.rgbAt(new Vector3(30, 10, 10)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5, 2})
  void anIsodoseLineLiesOnItsDose(double deviceScale) {
    double levelGy = 17.3;
    var layer =
        new DoseLayer(RAMP, RenderedFrame.NO_WASH, List.of(new IsodoseLevel(levelGy, 0xffffff)));
    var view = new ViewTransform(20, 10, 10, deviceScale);

    RenderedFrame frame =
        RenderedFrame.of(
            new SliceScene(AXIAL, List.of(), List.of(layer), List.of()), view, WIDTH, HEIGHT);

    double middle = centreOfLight(frame, HEIGHT / 2);
    assertEquals(view.pixelX(levelGy, WIDTH), middle, 0.1);
    assertEquals(1.5 * deviceScale, light(frame, HEIGHT / 2), 0.1, "line width");
  }

  @Test
  void anIsodoseLineOfAConeIsACircle() {
    GridGeometry geometry = new GridGeometry(61, 61, 1, Vector3.ZERO, new Vector3(1, 1, 1));
    float[] slice = new float[61 * 61];
    for (int i = 0; i < slice.length; i++) {
      slice[i] = (float) (60 - Math.hypot(i % 61 - 30, i / 61 - 30));
    }
    DoseGrid cone = DoseGrid.builder(geometry).slice(0, slice).build();
    var layer = new DoseLayer(cone, RenderedFrame.NO_WASH, List.of(new IsodoseLevel(40, 0xffffff)));
    var plane = new SlicePlane(Orientation.AXIAL, 0);
    var view = new ViewTransform(30, 30, 8, 1);

    RenderedFrame frame =
        RenderedFrame.of(
            new SliceScene(plane, List.of(), List.of(layer), List.of()), view, 500, 500);

    int lit = 0;
    for (int y = 0; y < 500; y++) {
      for (int x = 0; x < 500; x++) {
        if ((frame.rgb(x, y) & 0xff) > 0xe0) {
          double radiusPixels = Math.hypot(x + 0.5 - 250, y + 0.5 - 250);
          assertEquals(20 * 8, radiusPixels, 0.75 + 0.5, "at " + x + ", " + y);
          lit++;
        }
      }
    }
    assertTrue(lit > 2 * Math.PI * 160 * 0.5, "a closed circle: " + lit);
  }

  @ParameterizedTest
  @EnumSource
  void aSingleVoxelOfDoseIsABox(Orientation orientation) {
    var geometry = new GridGeometry(1, 1, 1, Vector3.ZERO, new Vector3(2, 2, 2));
    DoseGrid dose = DoseGrid.builder(geometry).slice(0, new float[] {50}).build();
    var wash = new DoseWash(DosePalette.VIRIDIS, 50, 1, 1);
    var plane = new SlicePlane(orientation, 0.3);
    var layer = new DoseLayer(dose, wash, List.of(new IsodoseLevel(25, 0xffffff)));

    RenderedFrame frame =
        RenderedFrame.of(
            new SliceScene(plane, List.of(), List.of(layer), List.of()),
            new ViewTransform(0, 0, 5, 1),
            20,
            20);

    assertEquals(DosePalette.VIRIDIS.rgb(1), frame.rgb(10, 10));
    assertEquals(FrameRenderer.BACKGROUND_RGB, frame.rgb(2, 2));
  }

  private static double centreOfLight(RenderedFrame frame, int y) {
    double sum = 0;
    double weighted = 0;
    for (int x = 0; x < frame.buffer().width(); x++) {
      double brightness = brightness(frame, x, y);
      sum += brightness;
      weighted += brightness * (x + 0.5);
    }
    return weighted / sum;
  }

  private static double light(RenderedFrame frame, int y) {
    double sum = 0;
    for (int x = 0; x < frame.buffer().width(); x++) {
      sum += brightness(frame, x, y);
    }
    return sum;
  }

  private static double brightness(RenderedFrame frame, int x, int y) {
    int background = FrameRenderer.BACKGROUND_RGB & 0xff;
    return ((frame.rgb(x, y) & 0xff) - background) / (255.0 - background);
  }

  private static DoseGrid ramp(GridGeometry geometry) {
    DoseGrid.Builder builder = DoseGrid.builder(geometry);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      float[] slice = new float[geometry.sliceVoxelCount()];
      for (int i = 0; i < slice.length; i++) {
        slice[i] = i % geometry.sizeX();
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }
}
