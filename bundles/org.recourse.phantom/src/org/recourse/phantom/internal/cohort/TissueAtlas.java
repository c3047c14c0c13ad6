/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.cohort;

import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.phantom.internal.anatomy.HeadAnatomy;
import org.recourse.phantom.internal.anatomy.Layer;
import org.recourse.phantom.internal.anatomy.Tissue;
import org.recourse.phantom.internal.image.TissuePainting;

/**
 * The base anatomy without its tumour as voxels, painted once for a cohort: signals of the three
 * sequences, texture and CT. Immutable and thread-safe.
 */
final class TissueAtlas {

  static final int T1 = 0;
  static final int T1_CONTRAST = 1;
  static final int T2 = 2;
  static final int TEXTURE = 3;
  static final int HOUNSFIELD = 4;
  static final int CHANNELS = 5;

  private static final double SPACING_MM = 1.5;
  private static final GridGeometry GEOMETRY =
      new GridGeometry(
          114,
          120,
          120,
          new Vector3(-85, -95, -117),
          new Vector3(SPACING_MM, SPACING_MM, SPACING_MM));

  private final float[] values = new float[CHANNELS * GEOMETRY.voxelCount()]; // channel fastest

  TissueAtlas() {
    List<Layer> layers =
        new HeadAnatomy()
            .layers().stream()
                .filter(
                    layer ->
                        layer.tissue() != Tissue.TUMOUR && layer.tissue() != Tissue.TUMOUR_CORE)
                .toList();
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      new TissuePainting(layers, executor)
          .paint(
              GEOMETRY,
              AffineTransform.IDENTITY,
              List.of(
                  Tissue::t1, Tissue::t1Contrast, Tissue::t2, Tissue::texture, Tissue::intensityHu),
              (z, channels) -> {
                int offset = z * GEOMETRY.sliceVoxelCount();
                for (int i = 0; i < GEOMETRY.sliceVoxelCount(); i++) {
                  for (int c = 0; c < CHANNELS; c++) {
                    values[CHANNELS * (offset + i) + c] = channels[c][i];
                  }
                }
              },
              new NullProgressMonitor());
    }
  }

  /** Writes all channels at a place of the base anatomy; beyond the atlas its border goes on. */
  void sample(double[] base, double[] channels) {
    double x = index(base[0], GEOMETRY.originMm().x(), GEOMETRY.sizeX());
    double y = index(base[1], GEOMETRY.originMm().y(), GEOMETRY.sizeY());
    double z = index(base[2], GEOMETRY.originMm().z(), GEOMETRY.sizeZ());
    int ix = (int) x;
    int iy = (int) y;
    int iz = (int) z;
    double fx = x - ix;
    double fy = y - iy;
    double fz = z - iz;
    int row = CHANNELS * GEOMETRY.sizeX();
    int slice = CHANNELS * GEOMETRY.sliceVoxelCount();
    int i = iz * slice + iy * row + CHANNELS * ix;
    for (int c = 0; c < CHANNELS; c++, i++) {
      double a = mixed(i, fx);
      double b = mixed(i + row, fx);
      double d = mixed(i + slice, fx);
      double e = mixed(i + slice + row, fx);
      double near = a + fy * (b - a);
      double far = d + fy * (e - d);
      channels[c] = near + fz * (far - near);
    }
  }

  private double mixed(int i, double t) {
    return values[i] + t * (values[i + CHANNELS] - values[i]);
  }

  private static double index(double mm, double originMm, int size) {
    return Math.clamp((mm - originMm) / SPACING_MM, 0, size - 1.001);
  }
}
