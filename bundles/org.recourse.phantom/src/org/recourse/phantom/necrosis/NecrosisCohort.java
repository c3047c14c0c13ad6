/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.necrosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;

/**
 * Makes synthetic patients as variations of one synthetic case. Immutable; the same seed and number
 * give the same patient.
 *
 * <p>Each patient has a size factor of 0.85 to 1.15 about the centre of the target, a prescription
 * P of 50 to 70 Gy in 25 to 35 fractions, a hot region inside of the target with h of 0 to 12 %
 * more dose, and a texture factor t (standard normal) that drives the amplitude of grain of 5 mm
 * inside of the target in all three sequences (none where t is below 0) and the enhancement in the
 * second. Contrast and noise of every image vary without meaning; half of the images have no noise.
 * So the base case itself, which has neither grain nor noise, is a possible patient of its cohort.
 * The probability of the outcome is
 *
 * <p>p = 1 / (1 + exp(−(a + (P (1 + h) − 66 Gy) / 4 Gy + 1.2 t))), a = −1.0,
 *
 * <p>a made-up formula with a dose part and an image part, chosen so that about a third have the
 * outcome. Worked example: P = 66 Gy, h = 0, t = 0 give p = 0.269.
 */
public final class NecrosisCohort {

  /** The formula, for the cards of models. */
  public static final String TRUTH = "logit p = -1.0 + (hottest dose - 66 Gy) / 4 Gy + 1.2 texture";

  private static final double OFFSET = -1.0;
  private static final double REFERENCE_GY = 66;
  private static final double SLOPE_GY = 4;
  private static final double TEXTURE_SLOPE = 1.2;
  private static final double MARGIN_MM = 16;
  private static final double GRAIN = 0.4;
  private static final double NOISE = 0.15;
  private static final double CONTRAST = 0.2;
  private static final double DOSE_SPACING_MM = 2.5;

  private final List<ImageVolume> images;
  private final ContourSet target;
  private final TrilinearSampler dose;
  private final double basePrescribedGy;
  private final long seed;
  private final Vector3 least;
  private final Vector3 most;

  /**
   * Makes a cohort.
   *
   * @param images T1, T1 with contrast, T2 of the base case, all in the frame of its dose
   * @param target its planning target volume
   * @param dose its dose
   * @param prescribedGy its prescription
   * @param seed decides everything
   */
  public NecrosisCohort(
      List<ImageVolume> images, ContourSet target, DoseGrid dose, double prescribedGy, long seed) {
    if (images.size() != 3) {
      throw new IllegalArgumentException("three sequences are needed: " + images.size());
    }
    this.images = List.copyOf(images);
    this.target = Objects.requireNonNull(target, "target");
    this.dose = TrilinearSampler.of(dose);
    this.basePrescribedGy = prescribedGy;
    this.seed = seed;
    double[] low = {1e9, 1e9, 1e9};
    double[] high = {-1e9, -1e9, -1e9};
    for (PlanarContour contour : target.contours()) {
      double[] xyzMm = contour.xyzMm();
      for (int i = 0; i < xyzMm.length; i++) {
        low[i % 3] = Math.min(low[i % 3], xyzMm[i]);
        high[i % 3] = Math.max(high[i % 3], xyzMm[i]);
      }
    }
    least = new Vector3(low[0], low[1], low[2]);
    most = new Vector3(high[0], high[1], high[2]);
  }

  /** Returns the probability of the outcome by the formula of this class. */
  public static double probabilityFraction(double hottestGy, double texture) {
    double logit = OFFSET + (hottestGy - REFERENCE_GY) / SLOPE_GY + TEXTURE_SLOPE * texture;
    return 1 / (1 + Math.exp(-logit));
  }

  /**
   * Returns a patient.
   *
   * @param number from 0
   * @param monitor cancellation
   */
  public NecrosisPatient patient(int number, IProgressMonitor monitor) {
    var random = new Random(seed * 1_000_003L + number);
    double size = 0.85 + 0.3 * random.nextDouble();
    double prescribedGy = 50 + 20 * random.nextDouble();
    int fractions = 25 + random.nextInt(11);
    double hot = 0.12 * random.nextDouble();
    double texture = random.nextGaussian();
    Vector3 hotPlace = inside(random);
    long grainSeed = random.nextLong();
    double probability = probabilityFraction(prescribedGy * (1 + hot), texture);
    boolean event = random.nextDouble() < probability;
    if (monitor != null && monitor.isCanceled()) {
      throw new OperationCanceledException();
    }
    var body = new Variation(size, centre());
    List<ImageVolume> made = new ArrayList<>();
    for (int sequence = 0; sequence < images.size(); sequence++) {
      made.add(image(sequence, body, texture, new Random(grainSeed + sequence)));
    }
    return new NecrosisPatient(
        "synthetic-necrosis-" + seed + "-" + number,
        made,
        body.moved(target),
        dose(body, prescribedGy, hot, hotPlace),
        fractions,
        prescribedGy,
        probability,
        event);
  }

  private Vector3 centre() {
    return new Vector3(
        (least.x() + most.x()) / 2, (least.y() + most.y()) / 2, (least.z() + most.z()) / 2);
  }

  private Vector3 inside(Random random) {
    Vector3 centre = centre();
    return new Vector3(
        centre.x() + (random.nextDouble() - 0.5) * 0.3 * (most.x() - least.x()),
        centre.y() + (random.nextDouble() - 0.5) * 0.3 * (most.y() - least.y()),
        centre.z() + (random.nextDouble() - 0.5) * 0.3 * (most.z() - least.z()));
  }

  /** The voxels of the base image, moved with the body; what is added fades out of the target. */
  private ImageVolume image(int sequence, Variation body, double texture, Random random) {
    ImageVolume base = images.get(sequence);
    GridGeometry geometry = body.moved(base.geometry());
    double[] level = level(base);
    double grainHeight = GRAIN * level[1] * Math.max(0, texture);
    double noiseHeight = NOISE * level[1] * Math.max(0, random.nextGaussian());
    double contrast = CONTRAST * random.nextGaussian();
    double enhancement = sequence == 1 ? 0.3 * texture * level[1] : 0;
    var grain = new Grain(random.nextLong());
    double reachMm = 0.5 * body.size * Math.max(most.x() - least.x(), most.z() - least.z());
    ImageVolume.Builder builder = ImageVolume.builder(geometry);
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      base.copySlice(z, slice);
      for (int i = 0; i < slice.length; i++) {
        Vector3 p = geometry.centreMm(z * slice.length + i);
        double r = p.minus(centre()).norm() / reachMm;
        double within = Math.exp(-r * r);
        double deviation = (slice[i] - level[0]) / level[1];
        double stretched =
            deviation * (1 + contrast * Math.abs(deviation) / (1 + Math.abs(deviation)));
        slice[i] =
            (float)
                (level[0]
                    + level[1] * stretched
                    + within * (enhancement + grainHeight * grain.at(p))
                    + noiseHeight * random.nextGaussian());
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }

  /** Mean and standard deviation of an image in the box of the target. */
  private double[] level(ImageVolume image) {
    GridGeometry geometry = image.geometry();
    double sum = 0;
    double squares = 0;
    long count = 0;
    for (int i = 0; i < geometry.voxelCount(); i++) {
      Vector3 p = geometry.centreMm(i);
      boolean inside =
          p.x() >= least.x()
              && p.y() >= least.y()
              && p.z() >= least.z()
              && p.x() <= most.x()
              && p.y() <= most.y()
              && p.z() <= most.z();
      if (inside) {
        int x = i % geometry.sizeX();
        int y = i / geometry.sizeX() % geometry.sizeY();
        double value = image.intensityAt(x, y, i / geometry.sliceVoxelCount());
        sum += value;
        squares += value * value;
        count++;
      }
    }
    double mean = sum / count;
    return new double[] {mean, Math.sqrt(Math.max(1e-9, squares / count - mean * mean))};
  }

  private DoseGrid dose(Variation body, double prescribedGy, double hot, Vector3 hotPlace) {
    GridGeometry geometry = geometry(body, DOSE_SPACING_MM);
    double scale = prescribedGy / basePrescribedGy;
    DoseGrid.Builder builder = DoseGrid.builder(geometry);
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      for (int i = 0; i < slice.length; i++) {
        Vector3 inBase = body.inBase(geometry.centreMm(z * slice.length + i));
        double distanceMm = inBase.minus(hotPlace).norm();
        double more = hot * Math.exp(-distanceMm * distanceMm / (2 * 10 * 10));
        slice[i] = (float) (dose.sampleOr(inBase, 0) * scale * (1 + more));
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }

  private GridGeometry geometry(Variation body, double spacingMm) {
    Vector3 low = body.inPatient(least);
    Vector3 high = body.inPatient(most);
    return new GridGeometry(
        count(low.x(), high.x(), spacingMm),
        count(low.y(), high.y(), spacingMm),
        count(low.z(), high.z(), spacingMm),
        new Vector3(low.x() - MARGIN_MM, low.y() - MARGIN_MM, low.z() - MARGIN_MM),
        new Vector3(spacingMm, spacingMm, spacingMm));
  }

  private static int count(double fromMm, double toMm, double spacingMm) {
    return (int) Math.ceil((toMm - fromMm + 2 * MARGIN_MM) / spacingMm) + 1;
  }

  /** A patient whose anatomy is that of the base case scaled about a point. */
  private record Variation(double size, Vector3 centre) {

    Vector3 inBase(Vector3 patient) {
      return scaled(patient, 1 / size);
    }

    Vector3 inPatient(Vector3 base) {
      return scaled(base, size);
    }

    private Vector3 scaled(Vector3 point, double factor) {
      return new Vector3(
          centre.x() + factor * (point.x() - centre.x()),
          centre.y() + factor * (point.y() - centre.y()),
          centre.z() + factor * (point.z() - centre.z()));
    }

    GridGeometry moved(GridGeometry base) {
      return new GridGeometry(
          base.sizeX(),
          base.sizeY(),
          base.sizeZ(),
          inPatient(base.originMm()),
          base.spacingMm().times(size),
          base.axes());
    }

    ContourSet moved(ContourSet contours) {
      return new ContourSet(
          contours.contours().stream().map(contour -> PlanarContour.of(moved(contour))).toList());
    }

    private double[] moved(PlanarContour contour) {
      double[] xyzMm = contour.xyzMm();
      for (int i = 0; i < xyzMm.length; i += 3) {
        Vector3 p = inPatient(new Vector3(xyzMm[i], xyzMm[i + 1], xyzMm[i + 2]));
        xyzMm[i] = p.x();
        xyzMm[i + 1] = p.y();
        xyzMm[i + 2] = p.z();
      }
      return xyzMm;
    }
  }

  /** Smooth noise of unit variance or less: random numbers on a lattice of 5 mm, interpolated. */
  private record Grain(long seed) {

    private static final double CELL_MM = 5;

    double at(Vector3 p) {
      double x = p.x() / CELL_MM;
      double y = p.y() / CELL_MM;
      double z = p.z() / CELL_MM;
      int i = (int) Math.floor(x);
      int j = (int) Math.floor(y);
      int k = (int) Math.floor(z);
      double sum = 0;
      for (int corner = 0; corner < 8; corner++) {
        int dx = corner & 1;
        int dy = corner >> 1 & 1;
        int dz = corner >> 2;
        double weight =
            (dx == 1 ? x - i : 1 - x + i)
                * (dy == 1 ? y - j : 1 - y + j)
                * (dz == 1 ? z - k : 1 - z + k);
        sum += weight * lattice(i + dx, j + dy, k + dz);
      }
      return sum;
    }

    /** A number between −√3 and √3 that depends on nothing but its place and the seed. */
    private double lattice(int i, int j, int k) {
      long h =
          seed ^ (i * 0x9E3779B97F4A7C15L) ^ (j * 0xC2B2AE3D27D4EB4FL) ^ (k * 0x165667B19E3779F9L);
      h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
      h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
      h ^= h >>> 31;
      return ((h >>> 11) * 0x1.0p-53 * 2 - 1) * Math.sqrt(3);
    }
  }
}
