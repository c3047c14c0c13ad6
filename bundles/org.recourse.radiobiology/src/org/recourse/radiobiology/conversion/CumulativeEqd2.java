/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

/**
 * Sum of several courses as EQD2. Immutable and thread-safe.
 *
 * <p>The order is fixed: the physical dose of each course is converted to EQD2 <em>voxel by voxel
 * on its own grid</em> with its own fraction number, then mapped to the target geometry by
 * trilinear interpolation, then summed. Converting after mapping would give other numbers, because
 * EQD2 is not linear in dose: the mean EQD2 of 27 × 1, 2 and 3 Gy at α/β 2 Gy is 58.5 Gy, the EQD2
 * of the mean dose 54.0 Gy. Converting the physical sum is wrong altogether: it forgets that each
 * course had its own dose per fraction.
 *
 * <p>No recovery is in it: a discounted sum exists only for one organ of a {@code
 * org.recourse.radiobiology.ledger.CourseLedger}.
 *
 * <p>A grid is taken to reach half a voxel beyond its outer voxel centres; in that half the value
 * of the outer centre is used. Farther out the course counts 0 Gy, which is a lower bound of what
 * was given; {@link Coverage} and a finding say how much of the target grid that concerns.
 *
 * @param eqd2 sum on the target geometry, Gy EQD2
 * @param tissue alpha/beta and repair of every voxel
 * @param coverage for each course, in the order given
 * @param findings reservations about the sum
 */
public record CumulativeEqd2(
    DoseGrid eqd2, Tissue tissue, List<Coverage> coverage, List<Finding> findings) {

  /** Half a voxel of the target grid is lost in rounding of any real pair of grids. */
  private static final double FULLY_COVERED_FRACTION = 0.9999;

  /**
   * How much of the target grid a course covers. Immutable.
   *
   * @param label name of the course
   * @param coveredFraction part of the target voxels inside the dose grid of the course, 0 to 1
   */
  public record Coverage(String label, double coveredFraction) {
    public Coverage {
      Objects.requireNonNull(label, "label");
      if (!(coveredFraction >= 0 && coveredFraction <= 1)) {
        throw new IllegalArgumentException("coveredFraction lies in 0 to 1: " + coveredFraction);
      }
    }
  }

  public CumulativeEqd2 {
    Objects.requireNonNull(eqd2, "eqd2");
    Objects.requireNonNull(tissue, "tissue");
    coverage = List.copyOf(coverage);
    findings = List.copyOf(findings);
  }

  /** Sums the courses for a tissue that repairs completely between fractions. */
  public static CumulativeEqd2 of(
      List<CourseDose> courses,
      GridGeometry target,
      AlphaBetaRatio tissue,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    return of(courses, target, Tissue.of(tissue), executor, monitor);
  }

  /**
   * Sums the courses.
   *
   * @param courses at least one
   * @param target grid of the sum, in the frame that {@link CourseDose#targetToCourse()} starts
   *     from
   * @throws IllegalArgumentException if there is no course, or a dose is negative or not a number
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static CumulativeEqd2 of(
      List<CourseDose> courses,
      GridGeometry target,
      Tissue tissue,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    if (courses.isEmpty()) {
      throw new IllegalArgumentException("there is no course to sum");
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Cumulative EQD2", courses.size() + 1);
    var mapped = new ArrayList<PlacedCourse>();
    for (CourseDose course : courses) {
      mapped.add(PlacedCourse.of(course, tissue, target, executor, progress.split(1)));
    }

    int[][] covered = new int[courses.size()][target.sizeZ()];
    DoseGrid.Builder sum = DoseGrid.builder(target);
    executor.forEachSlice(
        target.sizeZ(),
        progress.split(1),
        z -> {
          float[] sumGy = new float[target.sliceVoxelCount()];
          for (int i = 0; i < covered.length; i++) {
            covered[i][z] = mapped.get(i).addSlice(z, sumGy);
          }
          sum.slice(z, sumGy);
        });
    List<Coverage> coverage = coverage(courses, covered, target);
    return new CumulativeEqd2(
        sum.build(),
        tissue,
        coverage,
        coverage.stream()
            .filter(c -> c.coveredFraction() < FULLY_COVERED_FRACTION)
            .map(CumulativeEqd2::partlyCovered)
            .toList());
  }

  private static List<Coverage> coverage(
      List<CourseDose> courses, int[][] covered, GridGeometry target) {
    var coverage = new ArrayList<Coverage>();
    for (int i = 0; i < covered.length; i++) {
      long voxels = Arrays.stream(covered[i]).asLongStream().sum();
      coverage.add(new Coverage(courses.get(i).label(), (double) voxels / target.voxelCount()));
    }
    return coverage;
  }

  private static Finding partlyCovered(Coverage coverage) {
    String text =
        String.format(
            Locale.ROOT,
            "The dose grid of %s covers %.1f %% of the grid of the sum; outside of it the course"
                + " counts 0 Gy, so the sum is a lower bound there.",
            coverage.label(),
            100 * coverage.coveredFraction());
    return coverage.coveredFraction() == 0
        ? Finding.error(text + " Check the registration of this course.", coverage.label())
        : Finding.info(text, coverage.label());
  }
}
