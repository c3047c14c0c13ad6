/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.image;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.phantom.internal.anatomy.Layer;
import org.recourse.phantom.internal.anatomy.Tissue;

/**
 * Makes CT and MR images of an anatomy. Texture is fixed in the anatomy, noise in the voxels.
 * Immutable and thread-safe.
 */
public final class ImageSynthesis {

  private static final double CT_NOISE_HU = 9;
  private static final double CT_TEXTURE_HU = 7;
  private static final double MR_NOISE = 14;
  private static final double MR_TEXTURE_FRACTION = 0.07;
  private static final double FINE_MM = 4;
  private static final double COARSE_MM = 13;
  private static final float AIR_LIMIT_HU = -400;
  private static final int LOWEST_HU = -1024;

  private final TissuePainting painting;

  public ImageSynthesis(List<Layer> layers, SliceExecutor executor) {
    painting = new TissuePainting(layers, executor);
  }

  /** Makes a CT in whole Hounsfield units, −1024 and above. */
  public ImageVolume ct(
      GridGeometry geometry, AffineTransform gridToAnatomy, long seed, IProgressMonitor monitor) {
    var noise = new Grain(seed);
    var texture = new Texture(geometry, gridToAnatomy, 1);
    ImageVolume.Builder builder = ImageVolume.builder(geometry);
    painting.paint(
        geometry,
        gridToAnatomy,
        List.of(Tissue::intensityHu, Tissue::texture),
        (z, channels) -> {
          float[] hu = channels[0];
          short[] stored = new short[hu.length];
          for (int y = 0, i = 0; y < geometry.sizeY(); y++) {
            for (int x = 0; x < geometry.sizeX(); x++, i++) {
              double value = hu[i] + CT_NOISE_HU * noise.normal(x, y, z);
              if (hu[i] > AIR_LIMIT_HU) {
                value += CT_TEXTURE_HU * channels[1][i] * texture.at(x, y, z);
              }
              stored[i] = (short) Math.max(LOWEST_HU, Math.round(value));
            }
          }
          builder.storedSlice(z, stored, 1, 0);
        },
        monitor);
    return builder.build();
  }

  /** Makes T1, T1 with contrast agent and T2, in this order, with values from 0. */
  public List<ImageVolume> mr(
      GridGeometry geometry, AffineTransform gridToAnatomy, IProgressMonitor monitor) {
    var builders =
        List.of(
            ImageVolume.builder(geometry),
            ImageVolume.builder(geometry),
            ImageVolume.builder(geometry));
    var texture = new Texture(geometry, gridToAnatomy, 2);
    painting.paint(
        geometry,
        gridToAnatomy,
        List.of(Tissue::t1, Tissue::t1Contrast, Tissue::t2, Tissue::texture),
        (z, channels) -> {
          for (int c = 0; c < builders.size(); c++) {
            builders.get(c).storedSlice(z, mrSlice(geometry, z, c, channels, texture), 1, 0);
          }
        },
        monitor);
    return builders.stream().map(ImageVolume.Builder::build).toList();
  }

  private static short[] mrSlice(
      GridGeometry geometry, int z, int channel, float[][] channels, Texture texture) {
    var real = new Grain(100L + channel);
    var imaginary = new Grain(200L + channel);
    short[] stored = new short[geometry.sliceVoxelCount()];
    for (int y = 0, i = 0; y < geometry.sizeY(); y++) {
      for (int x = 0; x < geometry.sizeX(); x++, i++) {
        double grain = 1 + MR_TEXTURE_FRACTION * channels[3][i] * texture.at(x, y, z);
        double signal = channels[channel][i] * grain * biasAt(geometry, x, y, z);
        // Magnitude of a complex signal: the noise of air is not symmetric.
        double a = signal + MR_NOISE * real.normal(x, y, z);
        double b = MR_NOISE * imaginary.normal(x, y, z);
        stored[i] = (short) Math.round(Math.sqrt(a * a + b * b));
      }
    }
    return stored;
  }

  /** Sensitivity of the coil: a smooth polynomial between about 0.8 and 1.2. */
  private static double biasAt(GridGeometry geometry, int x, int y, int z) {
    double u = 2.0 * x / Math.max(1, geometry.sizeX() - 1) - 1;
    double v = 2.0 * y / Math.max(1, geometry.sizeY() - 1) - 1;
    double w = 2.0 * z / Math.max(1, geometry.sizeZ() - 1) - 1;
    return 1 + 0.10 * u - 0.06 * v + 0.05 * w + 0.08 * (u * u - v * w) - 0.04 * w * w;
  }

  /** Texture of two grain sizes, fixed in the anatomy. */
  private record Texture(AffineTransform indexToAnatomy, Grain grain) {

    Texture(GridGeometry geometry, AffineTransform gridToAnatomy, long seed) {
      this(gridToAnatomy.after(geometry.indexToPatient()), new Grain(1000 + seed));
    }

    double at(int x, int y, int z) {
      Vector3 p = indexToAnatomy.apply(new Vector3(x, y, z));
      return grain.smooth(p.x(), p.y(), p.z(), FINE_MM)
          + grain.smooth(p.x(), p.y(), p.z(), COARSE_MM);
    }
  }
}
