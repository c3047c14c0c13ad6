/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.conversion.CourseDose;
import org.recourse.radiobiology.conversion.CumulativeEqd2;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;

/**
 * Any number of courses of one patient. Immutable.
 *
 * <p>Worked example, spinal cord, alpha/beta 2 Gy: 50 Gy in 25, then 30 Gy in 10, then 24 Gy local
 * in 27 fractions are 50 + 37.5 + 17.333 = 104.833 Gy EQD2 without recovery, and 61.083 Gy if half
 * of the first two is recovered.
 *
 * @param courses in order of time; labels differ
 */
public record CourseLedger(List<LedgerCourse> courses) {

  public CourseLedger {
    courses = List.copyOf(courses);
    Set<String> labels = new HashSet<>();
    for (LedgerCourse course : courses) {
      if (!labels.add(course.label())) {
        throw new IllegalArgumentException("two courses have the label " + course.label());
      }
    }
  }

  /** Returns the ledger without the planned course: what was given already. */
  public CourseLedger earlier() {
    return new CourseLedger(courses.stream().filter(course -> !course.isPlanned()).toList());
  }

  /**
   * Sums the courses for any structure, as they were given.
   *
   * @param target grid of the sum
   * @throws IllegalArgumentException with a sentence if no course is known voxel by voxel
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public CumulativeDose<RecoveryConvention.NoRecovery> sum(
      LedgerStructure structure,
      GridGeometry target,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    return sum(structure, RecoveryConvention.NONE, target, executor, monitor);
  }

  /** Sums the courses for an organ, earlier ones discounted by the table of the convention. */
  public CumulativeDose<RecoveryConvention.TableRecovery> sumWithRecovery(
      OrganAtRisk organ,
      RecoveryConvention.TableRecovery convention,
      GridGeometry target,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    return sum(organ, convention, target, executor, monitor);
  }

  private <C extends RecoveryConvention> CumulativeDose<C> sum(
      LedgerStructure structure,
      C convention,
      GridGeometry target,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Ledger of courses", courses.size());
    List<CumulativeDose.Part> parts = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (LedgerCourse course : courses) {
      switch (course.content()) {
        case CourseRecord.Voxels(List<CourseDose> plans) -> {
          CumulativeEqd2 given =
              CumulativeEqd2.of(plans, target, structure.tissue(), executor, progress.split(1));
          findings.addAll(given.findings());
          addRegistrationFindings(plans, findings);
          Recovery recovery = course.recovery(convention);
          addIntervalFinding(course, convention, findings);
          parts.add(
              new CumulativeDose.Part(
                  course.label(),
                  Grids.scaled(given.eqd2(), recovery.remainingGy(1), executor, progress),
                  recovery,
                  uncertainty(plans)));
        }
        case CourseRecord.Paper paper ->
            findings.add(
                Finding.warning(
                    "The course is known from paper only and is not part of the voxel sum; typed"
                        + " maxima give an upper bound.",
                    course.label()));
      }
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(
          "no course of the ledger is known voxel by voxel; import the dose of at least one");
    }
    DoseGrid total =
        Grids.sum(parts.stream().map(CumulativeDose.Part::eqd2).toList(), executor, progress);
    return new CumulativeDose<>(structure, convention, total, parts, findings);
  }

  private static void addRegistrationFindings(List<CourseDose> plans, List<Finding> findings) {
    for (CourseDose plan : plans) {
      if (plan.uncertainty().basis() == RegistrationUncertainty.Basis.ASSUMED) {
        findings.add(
            Finding.info(
                "The uncertainty of the registration is not stated and counts as "
                    + plan.uncertainty().text()
                    + ".",
                plan.label()));
      }
    }
  }

  private static void addIntervalFinding(
      LedgerCourse course, RecoveryConvention convention, List<Finding> findings) {
    if (convention instanceof RecoveryConvention.TableRecovery
        && course.timing() instanceof LedgerCourse.Timing.Earlier earlier
        && earlier.daysToPlanned().isEmpty()) {
      findings.add(
          Finding.warning(
              "The interval to the planned course is not known, so no recovery is counted. Enter"
                  + " the dates in Courses.",
              course.label()));
    }
  }

  private static RegistrationUncertainty uncertainty(List<CourseDose> plans) {
    return plans.stream()
        .map(CourseDose::uncertainty)
        .reduce((a, b) -> a.mm() >= b.mm() ? a : b)
        .orElseThrow();
  }

  /**
   * Returns the sum of the maxima that paper courses have for a structure, as EQD2. The places are
   * unknown, so it may be added to a maximum of the voxel sum as an upper bound, and to nothing
   * else.
   */
  public PaperBound paperBound(LedgerStructure structure) {
    return PaperBound.of(courses, structure, RecoveryConvention.NONE);
  }

  /** The same for an organ with recovery. */
  public PaperBound paperBoundWithRecovery(
      OrganAtRisk organ, RecoveryConvention.TableRecovery convention) {
    return PaperBound.of(courses, organ, convention);
  }

  /** Returns the labels of courses that are known from paper only. */
  public List<String> paperCourses() {
    return courses.stream()
        .filter(course -> course.content() instanceof CourseRecord.Paper)
        .map(LedgerCourse::label)
        .toList();
  }
}
