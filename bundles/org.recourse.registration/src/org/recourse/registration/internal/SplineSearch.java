/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.registration.search.DeformableSettings;
import org.recourse.registration.search.SimilarityKind;
import org.recourse.registration.transform.BSplineTransform;

/** The resolution levels of one free-form search. */
public final class SplineSearch {

  private static final int LEAST_SIZE = 12;
  private static final int LEVELS = 3;
  private static final int ALL_ROWS_UP_TO = 3_000_000; // voxels; above, every second row is enough

  private final List<FloatVolume> fixed;
  private final List<FloatVolume> moving;
  private final AffineTransform start;
  private final DeformableSettings settings;
  private final SliceExecutor executor;

  private SplineSearch(
      List<FloatVolume> fixed,
      List<FloatVolume> moving,
      AffineTransform start,
      DeformableSettings settings,
      SliceExecutor executor) {
    this.fixed = fixed;
    this.moving = moving;
    this.start = start;
    this.settings = settings;
    this.executor = executor;
  }

  /** Builds the levels. */
  public static SplineSearch of(
      ImageVolume fixed,
      ImageVolume moving,
      AffineTransform start,
      DeformableSettings settings,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    Vector3 s = fixed.geometry().spacingMm();
    double coarsestMm = Math.min(s.x(), Math.min(s.y(), s.z())) * (1 << LEVELS - 1);
    return new SplineSearch(
        Similarities.pyramid(fixed, coarsestMm, LEAST_SIZE, executor, monitor),
        Similarities.pyramid(moving, coarsestMm, LEAST_SIZE, executor, monitor),
        start,
        settings,
        executor);
  }

  public int coarsest() {
    return fixed.size() - 1;
  }

  private ControlLattice lattice(int level) {
    return new ControlLattice(
        fixed.getFirst().geometry, settings.controlSpacingMm() * (1 << Math.min(level, 1)));
  }

  public double[] zero(int level) {
    return new double[3 * lattice(level).grid().voxelCount()];
  }

  /** Carries coefficients from a level to the next finer one. */
  public double[] refine(int level, double[] coefficients) {
    return level == 1 ? lattice(1).refine(coefficients) : coefficients;
  }

  public BSplineTransform transform(int level, double[] coefficients) {
    return lattice(level).transform(coefficients);
  }

  /** Searches on one level. */
  public Lbfgs.Minimum atLevel(
      int level,
      double[] coefficients,
      double bendingWeight,
      Lbfgs.StepListener listener,
      IProgressMonitor monitor) {
    FloatVolume f = fixed.get(level);
    FloatVolume m = moving.get(Math.min(level, moving.size() - 1));
    if (settings.similarity() == SimilarityKind.NORMALISED_CORRELATION) {
      IntensityBins shared = IntensityBins.pooled(f, m);
      f = f.mapped(shared);
      m = m.mapped(shared);
    }
    var objective =
        new SplineObjective(
            f,
            m,
            active(f.geometry),
            start,
            lattice(level),
            Similarities.of(settings.similarity(), settings.bins(), f, m),
            bendingWeight * (1 << 3 * level), // the fewer voxels, the less they weigh
            executor,
            monitor);
    double voxelMm = f.finestSpacingMm();
    int iterations = level == 0 ? settings.iterations() : 3 * settings.iterations();
    var stop = new Lbfgs.Stop(iterations, voxelMm / 2, voxelMm * 5e-3, 2e-6);
    return Lbfgs.minimiseScaled(
        objective, objective.steepness(coefficients), coefficients, stop, listener);
  }

  private byte[] active(GridGeometry g) {
    byte[] active = new byte[g.voxelCount()];
    var inside = settings.fixedMask().map(RigidSearch::choice).orElse(point -> true);
    boolean everyRow = g.voxelCount() <= ALL_ROWS_UP_TO;
    for (int z = 0; z < g.sizeZ(); z++) {
      for (int y = 0; y < g.sizeY(); y++) {
        if (everyRow || (y + z) % 2 == 0) {
          int row = (z * g.sizeY() + y) * g.sizeX();
          for (int x = 0; x < g.sizeX(); x++) {
            boolean counts =
                settings.fixedMask().isEmpty() || inside.contains(g.toPatientMm(x, y, z));
            active[row + x] = (byte) (counts ? 1 : 0);
          }
        }
      }
    }
    return active;
  }

  /** Returns the smallest volume factor of the deformation over the voxels of the fixed image. */
  public double leastJacobian(double[] coefficients, IProgressMonitor monitor) {
    GridGeometry g = fixed.getFirst().geometry;
    return JacobianRows.least(lattice(0), g, coefficients, executor, monitor);
  }
}
