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
import org.recourse.registration.transform.BSplineTransform;

/** The resolution levels of one free-form search. */
public final class SplineSearch {

  private static final int LEAST_SIZE = 12;
  private static final int LEVELS = 3;
  private static final int MOST_POINTS = 1_500_000;
  private static final double WIDENING = 1.309; // no simple fraction, see FloatVolume.widened

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
    FloatVolume points = f.widened(widening(f.geometry), executor, monitor);
    var objective =
        new SplineObjective(
            points,
            CubicVolume.of(m, executor, monitor),
            active(points.geometry),
            start,
            lattice(level),
            Similarities.of(settings.similarity(), settings.bins(), f, m),
            bendingWeight * (1 << 3 * level), // the fewer voxels, the less they weigh
            executor,
            monitor);
    double voxelMm = f.finestSpacingMm();
    double enoughCost = enoughCost() * (level == 0 ? 1 : 3);
    var stop = new Lbfgs.Stop(settings.iterations(), 2 * voxelMm, voxelMm * 1e-2, enoughCost);
    return GaussNewton.minimise(objective, coefficients, stop, listener);
  }

  /** Nats per pair: correlation of equal modalities falls by whole nats, information by tenths. */
  private double enoughCost() {
    return switch (settings.similarity()) {
      case NORMALISED_CORRELATION -> 3e-4;
      case MUTUAL_INFORMATION -> 1e-4;
    };
  }

  private static double widening(GridGeometry g) {
    return Math.max(WIDENING, Math.cbrt((double) g.voxelCount() / MOST_POINTS));
  }

  private byte[] active(GridGeometry g) {
    byte[] active = new byte[g.voxelCount()];
    var inside = settings.fixedMask().map(RigidSearch::choice).orElse(point -> true);
    for (int i = 0; i < active.length; i++) {
      int x = i % g.sizeX();
      int y = i / g.sizeX() % g.sizeY();
      boolean counts =
          settings.fixedMask().isEmpty()
              || inside.contains(g.toPatientMm(x, y, i / g.sliceVoxelCount()));
      active[i] = (byte) (counts ? 1 : 0);
    }
    return active;
  }

  /** Returns the smallest volume factor of the deformation over the voxels of the fixed image. */
  public double leastJacobian(double[] coefficients, IProgressMonitor monitor) {
    GridGeometry g = fixed.getFirst().geometry;
    return JacobianRows.least(lattice(0), g, coefficients, executor, monitor);
  }
}
