/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;

class ImageRenderingTest {

  /** The grey value is rounded once; interpolation in float adds less than one step. */
  private static final double GREY_TOLERANCE = 1;

  private static final GridGeometry ANISOTROPIC =
      new GridGeometry(7, 5, 3, new Vector3(-10, 4, 50), new Vector3(1, 2, 5));

  private static final Axes IN_PLANE_TURNED =
      Axes.ofRowAndColumn(
          new Vector3(Math.cos(0.2), Math.sin(0.2), 0),
          new Vector3(-Math.sin(0.2), Math.cos(0.2), 0));

  private static final Axes OBLIQUE =
      Axes.ofRowAndColumn(
          new Vector3(Math.cos(0.4), Math.sin(0.4), 0),
          new Vector3(
              -Math.sin(0.4) * Math.cos(0.3), Math.cos(0.4) * Math.cos(0.3), Math.sin(0.3)));

  @ParameterizedTest
  @EnumSource
  void voxelCentresHaveTheirVoxelsValue(Orientation orientation) {
    ImageVolume volume = random(ANISOTROPIC);
    assertVoxelsAreInPlace(volume, orientation);
  }

  /** Columns run to posterior and rows to inferior: most views see the sheet transposed. */
  @ParameterizedTest
  @EnumSource
  void voxelCentresOfASagittalSeriesHaveTheirVoxelsValue(Orientation orientation) {
    var sagittal = Axes.ofRowAndColumn(new Vector3(0, 1, 0), new Vector3(0, 0, -1));
    var geometry =
        new GridGeometry(7, 6, 4, new Vector3(3, -8, 12), new Vector3(1, 1.5, 4), sagittal);
    assertVoxelsAreInPlace(random(geometry), orientation);
  }

  @ParameterizedTest
  @EnumSource
  void voxelCentresOfAnObliqueGridHaveTheirVoxelsValue(Orientation orientation) {
    var geometry =
        new GridGeometry(7, 6, 4, new Vector3(3, -8, 12), new Vector3(1, 1.5, 4), OBLIQUE);
    assertVoxelsAreInPlace(random(geometry), orientation);
  }

  private static void assertVoxelsAreInPlace(ImageVolume volume, Orientation orientation) {
    GridGeometry geometry = volume.geometry();
    int size = 41; // odd, so that a pixel centre lies in the middle
    for (int z = 0; z < geometry.sizeZ(); z++) {
      for (int y = 0; y < geometry.sizeY(); y++) {
        for (int x = 0; x < geometry.sizeX(); x++) {
          Vector3 pointMm = geometry.toPatientMm(x, y, z);
          SlicePlane plane = SlicePlane.through(orientation, pointMm);
          var view = new ViewTransform(plane.uMm(pointMm), plane.vMm(pointMm), 7, 1);
          RenderedFrame frame =
              RenderedFrame.of(RenderedFrame.image(plane, volume), view, size, size);
          assertEquals(
              volume.intensityAt(x, y, z), frame.rgb(20, 20) & 0xff, GREY_TOLERANCE, "" + pointMm);
        }
      }
    }
  }

  /** A field that is linear in space is reproduced exactly by trilinear interpolation. */
  @ParameterizedTest
  @EnumSource
  void aLinearFieldStaysLinearOnAlignedAndObliqueGrids(Orientation orientation) {
    for (Axes axes : List.of(Axes.PATIENT, IN_PLANE_TURNED, OBLIQUE)) {
      var geometry =
          new GridGeometry(30, 20, 12, new Vector3(-9, -9, -9), new Vector3(1, 1.5, 3), axes);
      ImageVolume volume = linear(geometry);
      Vector3 middleMm = geometry.toPatientMm(14.3, 9.1, 5.7);
      SlicePlane plane = SlicePlane.through(orientation, middleMm);
      var view = new ViewTransform(plane.uMm(middleMm), plane.vMm(middleMm), 3.3, 1);

      RenderedFrame frame = RenderedFrame.of(RenderedFrame.image(plane, volume), view, 24, 24);

      for (int y = 0; y < 24; y++) {
        for (int x = 0; x < 24; x++) {
          Vector3 pointMm = plane.toPatientMm(view.uMm(x + 0.5, 24), view.vMm(y + 0.5, 24));
          assertEquals(field(pointMm), frame.rgb(x, y) & 0xff, GREY_TOLERANCE);
        }
      }
    }
  }

  @Test
  void outsideTheOuterVoxelEdgesIsBackground() {
    ImageVolume volume = random(ANISOTROPIC);
    SlicePlane plane = new SlicePlane(Orientation.AXIAL, 50);
    ViewTransform view = ViewTransform.fitting(ANISOTROPIC, Orientation.AXIAL, 200, 200, 1);

    RenderedFrame frame = RenderedFrame.of(RenderedFrame.image(plane, volume), view, 200, 200);

    assertFalse(frame.isBackgroundAt(new Vector3(-10.4, 4, 50)));
    assertTrue(frame.isBackgroundAt(new Vector3(-10.6, 4, 50)));
    assertFalse(frame.isBackgroundAt(new Vector3(-3.6, 12.9, 50)));
    assertTrue(frame.isBackgroundAt(new Vector3(-3.4, 12.9, 50)));
    assertEquals(0x101214, frame.rgb(0, 0));
  }

  @ParameterizedTest
  @EnumSource
  void aSingleVoxelIsABox(Orientation orientation) {
    var geometry = new GridGeometry(1, 1, 1, new Vector3(5, 6, 7), new Vector3(2, 2, 2));
    ImageVolume volume = ImageVolume.builder(geometry).slice(0, new float[] {200}).build();
    ViewTransform view = ViewTransform.fitting(geometry, orientation, 50, 50, 1);
    double middleMm = new Vector3(5, 6, 7).dot(orientation.normal());

    for (double offsetMm : new double[] {-0.9, 0, 0.9}) {
      var plane = new SlicePlane(orientation, middleMm + offsetMm);
      RenderedFrame frame = RenderedFrame.of(RenderedFrame.image(plane, volume), view, 50, 50);
      assertEquals(0xc8c8c8, frame.rgb(25, 25));
      assertEquals(FrameRenderer.BACKGROUND_RGB, frame.rgb(0, 0));
    }
    var beyond = new SlicePlane(orientation, middleMm + 1.1);
    RenderedFrame frame = RenderedFrame.of(RenderedFrame.image(beyond, volume), view, 50, 50);
    assertEquals(FrameRenderer.BACKGROUND_RGB, frame.rgb(25, 25));
  }

  @Test
  void oneSliceIsAsThickAsItsSpacing() {
    var geometry = new GridGeometry(8, 8, 1, Vector3.ZERO, new Vector3(1, 1, 6));
    ImageVolume volume = random(geometry);
    ViewTransform view = ViewTransform.fitting(geometry, Orientation.CORONAL, 90, 90, 1);
    var plane = new SlicePlane(Orientation.CORONAL, 4);

    RenderedFrame frame = RenderedFrame.of(RenderedFrame.image(plane, volume), view, 90, 90);

    assertFalse(frame.isBackgroundAt(new Vector3(3, 4, 2.8)));
    assertFalse(frame.isBackgroundAt(new Vector3(3, 4, -2.8)));
    assertTrue(frame.isBackgroundAt(new Vector3(3, 4, 3.2)));
  }

  @Test
  void anImageOfAnotherFrameIsShownThroughItsTransform() {
    ImageVolume volume = linear(new GridGeometry(20, 20, 20, Vector3.ZERO, new Vector3(1, 1, 1)));
    var shiftMm = new Vector3(3, -2, 1);
    var layer =
        new ImageLayer(
            volume, AffineTransform.translation(shiftMm), RenderedFrame.IDENTITY_WINDOW, 1);
    Vector3 pointMm = new Vector3(7, 9, 8);
    SlicePlane plane = SlicePlane.through(Orientation.CORONAL, pointMm);
    var view = new ViewTransform(plane.uMm(pointMm), plane.vMm(pointMm), 5, 1);

    RenderedFrame frame =
        RenderedFrame.of(new SliceScene(plane, List.of(layer), List.of(), List.of()), view, 21, 21);

    assertEquals(field(pointMm.plus(shiftMm)), frame.rgb(10, 10) & 0xff, GREY_TOLERANCE);
  }

  @Test
  void theFrameDoesNotDependOnTheThreadsNorOnTheBufferBefore() {
    ImageVolume volume = random(ANISOTROPIC);
    var reused = new FrameBuffer();
    try (SliceExecutor one = SliceExecutor.ofThreads(1);
        SliceExecutor three = SliceExecutor.ofThreads(3)) {
      for (Orientation orientation : Orientation.values()) {
        SlicePlane plane = SlicePlane.through(orientation, ANISOTROPIC.toPatientMm(3.2, 2.7, 1.4));
        SliceScene scene = RenderedFrame.image(plane, volume);
        ViewTransform view = ViewTransform.fitting(ANISOTROPIC, orientation, 131, 97, 1);
        var fresh = new FrameBuffer();
        new FrameRenderer(one).render(scene, view, 131, 97, fresh);
        new FrameRenderer(three).render(scene, view, 131, 97, reused);
        assertArrayEquals(fresh.pixels(), reused.pixels());
      }
    }
  }

  @Test
  void aTransparentImageMixesWithTheOneBelow() {
    var geometry = new GridGeometry(1, 1, 1, Vector3.ZERO, new Vector3(1, 1, 1));
    ImageVolume dark = ImageVolume.builder(geometry).slice(0, new float[] {40}).build();
    ImageVolume light = ImageVolume.builder(geometry).slice(0, new float[] {240}).build();
    var plane = new SlicePlane(Orientation.AXIAL, 0);
    var window = RenderedFrame.IDENTITY_WINDOW;
    var upper = new ImageLayer(light, AffineTransform.IDENTITY, window, 0.5);
    var scene =
        new SliceScene(plane, List.of(new ImageLayer(dark, window), upper), List.of(), List.of());

    RenderedFrame frame = RenderedFrame.of(scene, new ViewTransform(0, 0, 5, 1), 3, 3);

    assertEquals(140, frame.rgb(1, 1) & 0xff, GREY_TOLERANCE);
  }

  private static double field(Vector3 pointMm) {
    return 120 + 1.5 * pointMm.x() - 0.8 * pointMm.y() + 2.1 * pointMm.z();
  }

  private static ImageVolume linear(GridGeometry geometry) {
    ImageVolume.Builder builder = ImageVolume.builder(geometry);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      float[] slice = new float[geometry.sliceVoxelCount()];
      for (int i = 0; i < slice.length; i++) {
        slice[i] =
            (float) field(geometry.toPatientMm(i % geometry.sizeX(), i / geometry.sizeX(), z));
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }

  private static ImageVolume random(GridGeometry geometry) {
    var random = new Random(7);
    ImageVolume.Builder builder = ImageVolume.builder(geometry);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      short[] slice = new short[geometry.sliceVoxelCount()];
      for (int i = 0; i < slice.length; i++) {
        slice[i] = (short) (20 + random.nextInt(230));
      }
      builder.storedSlice(z, slice, 1, 0);
    }
    return builder.build();
  }
}
