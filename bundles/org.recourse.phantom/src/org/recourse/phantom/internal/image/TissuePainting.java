/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.image;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.phantom.internal.anatomy.Layer;
import org.recourse.phantom.internal.anatomy.Tissue;
import org.recourse.phantom.solid.Box;
import org.recourse.phantom.solid.Solid;

/**
 * Fills voxels with the layers of an anatomy. A border is mixed over one pixel, as partial volume
 * does. Immutable and thread-safe.
 */
public final class TissuePainting {

  /** Quantity painted per tissue. */
  @FunctionalInterface
  public interface Quantity {
    double of(Tissue tissue);
  }

  /** What is done with a finished slice; slices come from several threads. */
  @FunctionalInterface
  public interface SliceConsumer {
    /**
     * @param z slice
     * @param channels one array per quantity, reused for the next slice
     */
    void accept(int z, float[][] channels);
  }

  private final List<Bounded> layers;
  private final SliceExecutor executor;

  public TissuePainting(List<Layer> layers, SliceExecutor executor) {
    this.layers = layers.stream().map(Bounded::new).toList();
    this.executor = executor;
  }

  /**
   * Paints the quantities on a grid.
   *
   * @param gridToAnatomy takes points of the frame of the grid to the anatomy; rigid
   */
  public void paint(
      GridGeometry geometry,
      AffineTransform gridToAnatomy,
      List<Quantity> quantities,
      SliceConsumer consumer,
      IProgressMonitor monitor) {
    AffineTransform indexToAnatomy = gridToAnatomy.after(geometry.indexToPatient());
    executor.forEachSlice(
        geometry.sizeZ(),
        monitor,
        z -> {
          float[][] channels = new float[quantities.size()][geometry.sliceVoxelCount()];
          paintSlice(geometry, indexToAnatomy, z, quantities, channels);
          consumer.accept(z, channels);
        });
  }

  private void paintSlice(
      GridGeometry geometry,
      AffineTransform indexToAnatomy,
      int z,
      List<Quantity> quantities,
      float[][] channels) {
    double mixingMm = Math.max(geometry.spacingMm().x(), geometry.spacingMm().y());
    for (int c = 0; c < channels.length; c++) {
      Arrays.fill(channels[c], (float) quantities.get(c).of(Tissue.AIR));
    }
    float[] value = new float[channels.length];
    for (int y = 0; y < geometry.sizeY(); y++) {
      Row row = Row.of(geometry, indexToAnatomy, y, z);
      for (Bounded layer : layers) {
        if (row.touches(layer.box().grownBy(mixingMm))) {
          for (int c = 0; c < value.length; c++) {
            value[c] = (float) quantities.get(c).of(layer.tissue());
          }
          paintRow(layer, row, value, channels, mixingMm);
        }
      }
    }
  }

  private static void paintRow(
      Bounded layer, Row row, float[] value, float[][] channels, double mixingMm) {
    double lowMm = layer.box().lowMm().x() - mixingMm;
    double highMm = layer.box().highMm().x() + mixingMm;
    double scale = 1 / mixingMm;
    for (int x = 0; x < row.length(); x++) {
      double xMm = row.from().x() + x * row.stepMm().x();
      if (xMm < lowMm || xMm > highMm) {
        continue;
      }
      double yMm = row.from().y() + x * row.stepMm().y();
      double zMm = row.from().z() + x * row.stepMm().z();
      double fieldMm = layer.body().fieldMm(xMm, yMm, zMm);
      float share = (float) Math.clamp(0.5 - fieldMm * scale, 0, 1);
      if (share > 0) {
        int i = row.start() + x;
        for (int c = 0; c < channels.length; c++) {
          float before = channels[c][i];
          channels[c][i] = before + share * (value[c] - before);
        }
      }
    }
  }

  /** A layer with its box, which is costly to find for a body of many parts. */
  private record Bounded(Solid body, Tissue tissue, Box box) {

    Bounded(Layer layer) {
      this(layer.body(), layer.tissue(), layer.body().bounds());
    }
  }

  /** One row of voxels in the anatomy. */
  private record Row(int start, int length, Vector3 from, Vector3 stepMm, Box box) {

    static Row of(GridGeometry geometry, AffineTransform indexToAnatomy, int y, int z) {
      int length = geometry.sizeX();
      Vector3 from = indexToAnatomy.apply(new Vector3(0, y, z));
      Vector3 stepMm = indexToAnatomy.apply(new Vector3(1, y, z)).minus(from);
      Vector3 to = from.plus(stepMm.times(length - 1));
      return new Row(y * length, length, from, stepMm, new Box(from, from).with(new Box(to, to)));
    }

    boolean touches(Box other) {
      return !box.within(other).isEmpty();
    }
  }
}
