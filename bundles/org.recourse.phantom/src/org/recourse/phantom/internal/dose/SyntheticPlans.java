/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.phantom.internal.anatomy.HeadAnatomy;
import org.recourse.phantom.internal.anatomy.Side;
import org.recourse.phantom.internal.dose.DoseLimits.OrganLimit;
import org.recourse.phantom.internal.dose.DoseLimits.TargetDose;

/** The two plans of the bundled case. Immutable and thread-safe. */
public final class SyntheticPlans {

  /** Prescribed dose of the re-irradiation, Gy. */
  public static final double PLANNED_DOSE_GY = 60;

  /** Fractions of the re-irradiation. */
  public static final int PLANNED_FRACTIONS = 27;

  /** Prescribed dose of the first course, Gy. */
  public static final double FIRST_DOSE_GY = 70;

  /** Dose of the elective neck in the first course, Gy. */
  public static final double ELECTIVE_DOSE_GY = 54;

  /** Fractions of the first course. */
  public static final int FIRST_FRACTIONS = 33;

  private static final int BEAM_COUNT = 9;
  private static final Vector3 PLANNED_ISOCENTRE_MM = new Vector3(-7, 0, 1);
  private static final Vector3 FIRST_ISOCENTRE_MM = new Vector3(-1, -2, -12);

  private final HeadAnatomy anatomy;
  private final SliceExecutor executor;

  public SyntheticPlans(HeadAnatomy anatomy, SliceExecutor executor) {
    this.anatomy = anatomy;
    this.executor = executor;
  }

  /** Computes the re-irradiation in the frame of the anatomy. */
  public ModulatedPlan planned(GridGeometry geometry, IProgressMonitor monitor) {
    var limits =
        new DoseLimits(
            List.of(new TargetDose(anatomy.planningTarget(), PLANNED_DOSE_GY)),
            0.05,
            0.38,
            List.of(
                new OrganLimit(anatomy.brainstem().grownBy(2), 28, 0.5),
                new OrganLimit(anatomy.spinalCord().grownBy(3), 12, 0.4),
                new OrganLimit(anatomy.temporalLobe(Side.LEFT), 36, 0.3),
                new OrganLimit(anatomy.temporalLobe(Side.RIGHT), 42, 0.3),
                new OrganLimit(anatomy.chiasm().grownBy(2), 20, 0.4)));
    var computation = new PlanComputation(anatomy, geometry, AffineTransform.IDENTITY, executor);
    return computation.compute(
        PlanComputation.evenBeams(BEAM_COUNT, PLANNED_ISOCENTRE_MM), limits, monitor);
  }

  /**
   * Computes the first course.
   *
   * @param geometry dose grid in the frame of the first course
   * @param frameToAnatomy takes points of that frame to the anatomy
   */
  public ModulatedPlan first(
      GridGeometry geometry, AffineTransform frameToAnatomy, IProgressMonitor monitor) {
    double marginMm = HeadAnatomy.PTV_MARGIN_MM;
    var limits =
        new DoseLimits(
            List.of(
                new TargetDose(anatomy.firstCourseTarget().grownBy(marginMm), FIRST_DOSE_GY),
                new TargetDose(anatomy.neckNodes().grownBy(marginMm), ELECTIVE_DOSE_GY)),
            0.03,
            0.55,
            List.of(
                new OrganLimit(anatomy.brainstem().grownBy(2), 50, 0.5),
                new OrganLimit(anatomy.spinalCord().grownBy(3), 38, 0.4),
                new OrganLimit(anatomy.temporalLobe(Side.LEFT), 61, 0.3),
                new OrganLimit(anatomy.temporalLobe(Side.RIGHT), 63, 0.3),
                new OrganLimit(anatomy.chiasm().grownBy(2), 48, 0.4)));
    var computation = new PlanComputation(anatomy, geometry, frameToAnatomy, executor);
    Vector3 isocentreMm = frameToAnatomy.inverse().apply(FIRST_ISOCENTRE_MM);
    return computation.compute(PlanComputation.evenBeams(BEAM_COUNT, isocentreMm), limits, monitor);
  }
}
