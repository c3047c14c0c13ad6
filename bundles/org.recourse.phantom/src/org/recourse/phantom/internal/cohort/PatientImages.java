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
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.phantom.cohort.Centre;
import org.recourse.phantom.cohort.HiddenMechanism.Fragility;
import org.recourse.phantom.internal.image.Grain;

/**
 * Images of one patient: T1, T1 with contrast agent, T2, and CT. Immutable and thread-safe.
 *
 * <p>Inside of PTVnx lie the tumour and, around it, scar; the lumen there is filled with swollen
 * lining and secretion. Grain of 5 mm with a standard deviation of 0.13 · exp(0.55 z) of the signal
 * shows the fragility z of the hidden mechanism: of the anterior wall in T1 with contrast agent, of
 * the posterior wall in T2, both at 0.4 of that height in T1. The biology behind the recurrence
 * shows as coarse patches and in the T2 signal of the tumour. Contrast, blur, bias field, gain and
 * Rician noise are those of the centre.
 */
final class PatientImages {

  private static final double[] MUSCLE = {420, 455, 270};
  private static final double[] TUMOUR = {395, 800, 610};
  private static final double[] SCAR = {430, 640, 470};
  private static final double CORE_CONTRAST = 0.8;
  private static final double TUMOUR_HU = 50;
  private static final double SMOOTH_DEVIATION = 0.36; // of Grain.smooth
  private static final double GRAIN_MM = 5;
  private static final double PATCH_MM = 14;
  private static final double TISSUE_GRAIN = 0.06;
  private static final double GRAIN = 0.13;
  private static final double GRAIN_GROWTH = 0.55;
  private static final double T1_SHARE = 0.4;
  private static final double PATCH = 0.05;
  private static final double CT_NOISE_HU = 9;
  private static final double FADE_MM = 2;

  private final TissueAtlas atlas;
  private final Warp warp;
  private final TumourShape tumour;
  private final double anteriorGrain;
  private final double posteriorGrain;
  private final double patch;
  private final double[] tumourLevel;
  private final Centre centre;
  private final long seed;
  private final double[] bias = new double[6];

  PatientImages(
      TissueAtlas atlas,
      Warp warp,
      TumourShape tumour,
      PatientDraw draw,
      Centre centre,
      SeededRandom random) {
    this.atlas = atlas;
    this.warp = warp;
    this.tumour = tumour;
    this.centre = centre;
    Fragility fragility = draw.fragility();
    anteriorGrain = GRAIN * Math.exp(GRAIN_GROWTH * fragility.anterior()) / SMOOTH_DEVIATION;
    posteriorGrain = GRAIN * Math.exp(GRAIN_GROWTH * fragility.posterior()) / SMOOTH_DEVIATION;
    patch = PATCH * Math.exp(0.4 * draw.biology()) / SMOOTH_DEVIATION;
    tumourLevel =
        new double[] {
          TUMOUR[0] * (1 + 0.02 * random.normal(2)),
          TUMOUR[1] * (1 + 0.04 * random.normal(2)),
          TUMOUR[2] * (1 + 0.10 * draw.biology() + 0.03 * random.normal(2))
        };
    for (int i = 0; i < bias.length; i++) {
      bias[i] = centre.biasFraction() * random.uniform(-1, 1);
    }
    seed = random.seed();
  }

  /** Returns T1, T1 with contrast agent and T2 on a grid. */
  List<ImageVolume> mr(GridGeometry geometry, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "MR images", geometry.sizeZ());
    var builders =
        List.of(
            ImageVolume.builder(geometry),
            ImageVolume.builder(geometry),
            ImageVolume.builder(geometry));
    float[][] signals = new float[builders.size()][geometry.sliceVoxelCount()];
    var scanner = new Scanner(centre, bias, seed);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      progress.checkCanceled();
      paint(geometry, z, signals);
      for (int c = 0; c < signals.length; c++) {
        builders.get(c).storedSlice(z, scanner.slice(geometry, z, c, signals[c], MUSCLE[c]), 1, 0);
      }
      progress.worked(1);
    }
    return builders.stream().map(ImageVolume.Builder::build).toList();
  }

  private void paint(GridGeometry geometry, int z, float[][] signals) {
    var tissueGrain = new Grain(seed + 1);
    double[] base = new double[3];
    double[] channels = new double[TissueAtlas.CHANNELS];
    double[] inTarget = new double[3];
    Vector3 origin = geometry.toPatientMm(0, 0, z);
    for (int y = 0, i = 0; y < geometry.sizeY(); y++) {
      double yMm = origin.y() + y * geometry.spacingMm().y();
      for (int x = 0; x < geometry.sizeX(); x++, i++) {
        double xMm = origin.x() + x * geometry.spacingMm().x();
        warp.toBase(xMm, yMm, origin.z(), base);
        atlas.sample(base, channels);
        double grain =
            1
                + TISSUE_GRAIN
                    * channels[TissueAtlas.TEXTURE]
                    * tissueGrain.smooth(xMm, yMm, origin.z(), 6);
        double outsideMm = tumour.target().fieldMm(xMm, yMm, origin.z());
        double share = Math.clamp(0.5 - outsideMm / FADE_MM, 0, 1);
        if (share > 0) {
          target(xMm, yMm, origin.z(), inTarget);
        }
        for (int c = 0; c < signals.length; c++) {
          double tissue = channels[c] * grain;
          signals[c][i] = (float) (tissue + share * (inTarget[c] - tissue));
        }
      }
    }
  }

  /** Signals at a place inside of PTVnx. */
  private void target(double xMm, double yMm, double zMm, double[] signals) {
    double grossMm = tumour.gross().fieldMm(xMm, yMm, zMm);
    double share = Math.clamp(0.5 - grossMm / FADE_MM, 0, 1);
    double core = Math.clamp(0.5 - tumour.core().fieldMm(xMm, yMm, zMm) / 4, 0, 1);
    double posterior = tumour.posteriorShare(yMm);
    double fine = new Grain(seed + 2).smooth(xMm, yMm, zMm, GRAIN_MM);
    double other = new Grain(seed + 3).smooth(xMm, yMm, zMm, GRAIN_MM);
    double patches = patch * share * new Grain(seed + 4).smooth(xMm, yMm, zMm, PATCH_MM);
    double front = anteriorGrain * (1 - posterior);
    double back = posteriorGrain * posterior;
    for (int c = 0; c < signals.length; c++) {
      signals[c] = SCAR[c] + share * (tumourLevel[c] - SCAR[c]);
    }
    signals[0] *= 1 + T1_SHARE * (front * fine + back * other);
    signals[1] *= (1 + front * fine + patches) * (1 - (1 - CORE_CONTRAST) * core);
    signals[2] *= 1 + back * other + patches;
    for (int c = 0; c < signals.length; c++) {
      signals[c] = Math.max(signals[c], 20);
    }
  }

  /** Returns a CT in whole Hounsfield units. */
  ImageVolume ct(GridGeometry geometry, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "CT", geometry.sizeZ());
    ImageVolume.Builder builder = ImageVolume.builder(geometry);
    var noise = new Grain(seed + 5);
    double[] base = new double[3];
    double[] channels = new double[TissueAtlas.CHANNELS];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      progress.checkCanceled();
      short[] stored = new short[geometry.sliceVoxelCount()];
      for (int i = 0; i < stored.length; i++) {
        int y = i / geometry.sizeX();
        int x = i - y * geometry.sizeX();
        Vector3 p = geometry.toPatientMm(x, y, z);
        warp.toBase(p.x(), p.y(), p.z(), base);
        atlas.sample(base, channels);
        double share = Math.clamp(0.5 - tumour.target().fieldMm(p.x(), p.y(), p.z()) / 2, 0, 1);
        double hu = channels[TissueAtlas.HOUNSFIELD];
        hu += share * (TUMOUR_HU - hu) + CT_NOISE_HU * noise.normal(x, y, z);
        stored[i] = (short) Math.max(-1024, Math.round(hu));
      }
      builder.storedSlice(z, stored, 1, 0);
      progress.worked(1);
    }
    return builder.build();
  }
}
