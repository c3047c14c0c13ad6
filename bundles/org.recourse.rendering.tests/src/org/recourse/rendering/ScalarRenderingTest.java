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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;

/** A scalar layer is drawn in the colours of its range; undefined voxels stay clear. */
class ScalarRenderingTest {

  private static final int PIXELS = 40;
  private static final GridGeometry GRID =
      new GridGeometry(10, 10, 1, new Vector3(-4.5, -4.5, 0), new Vector3(1, 1, 1));

  @Test
  void definedValuesHaveTheirColourAndUndefinedOnesNone() {
    var layer = layer(ScalarPalette.DIVERGING);

    int[] pixels = render(layer);

    assertEquals(colour(0x3a7bd5), pixels[at(4, 20)]); // left half: value 0
    assertEquals(FrameRenderer.BACKGROUND_RGB, pixels[at(36, 20)] & 0xffffff);
  }

  @Test
  void theWashFadesInAboveTheValueBelowWhichItIsClear() {
    var wash = new ScalarWash(ScalarPalette.SEQUENTIAL, 0, 10, OptionalDouble.of(1), 0.4);

    assertEquals(0, wash.opacityOf(0.9));
    assertEquals(0, wash.opacityOf(1));
    assertEquals(0.2, wash.opacityOf(2), 1e-12); // half way up a fifth of the range
    assertEquals(0.4, wash.opacityOf(3), 1e-12);
    assertEquals(0.4, wash.opacityOf(20), 1e-12);
    assertEquals(0.4, new ScalarWash(ScalarPalette.SEQUENTIAL, 0, 10, 0.4).opacityOf(-1));
  }

  @Test
  void theProbeKnowsWhatIsDefined() {
    var layer = layer(ScalarPalette.SEQUENTIAL);

    assertEquals(0, SceneProbe.value(layer, new Vector3(-3, 0, 0)).orElseThrow());
    assertEquals(OptionalDouble.empty(), SceneProbe.value(layer, new Vector3(3, 0, 0)));
    assertEquals(OptionalDouble.empty(), SceneProbe.value(layer, new Vector3(30, 0, 0)));
  }

  @Test
  void theMiddleOfADivergingPaletteIsGrey() {
    assertEquals(0x8c8c8c, ScalarPalette.DIVERGING.rgb(0.5));
    assertTrue(ScalarPalette.DIVERGING.rgb(0) != ScalarPalette.DIVERGING.rgb(1));
  }

  @Test
  void slicesNotSetAreNotDefined() {
    ScalarVolume volume = ScalarVolume.builder(GRID).build();

    assertTrue(Float.isNaN(volume.valueAt(3, 3, 0)));
  }

  /** Value 0 in the left half, not defined in the right half. */
  private static ScalarLayer layer(ScalarPalette palette) {
    float[] slice = new float[GRID.sliceVoxelCount()];
    Arrays.fill(slice, Float.NaN);
    for (int y = 0; y < GRID.sizeY(); y++) {
      Arrays.fill(slice, y * GRID.sizeX(), y * GRID.sizeX() + GRID.sizeX() / 2, 0);
    }
    return new ScalarLayer(
        ScalarVolume.builder(GRID).slice(0, slice).build(),
        AffineTransform.IDENTITY,
        new ScalarWash(palette, 0, 2, 1));
  }

  private static int[] render(ScalarLayer layer) {
    var plane = new SlicePlane(Orientation.AXIAL, 0);
    var scene = new SliceScene(plane, List.of(), List.of(layer), List.of(), List.of());
    var buffer = new FrameBuffer();
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      new FrameRenderer(executor)
          .render(scene, new ViewTransform(0, 0, 4, 1), PIXELS, PIXELS, buffer);
    }
    return buffer.pixels();
  }

  private static int at(int x, int y) {
    return y * PIXELS + x;
  }

  private static int colour(int rgb) {
    return 0xff000000 | rgb;
  }
}
