/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.PointMap;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.conversion.CourseDose;
import org.recourse.radiobiology.conversion.CumulativeEqd2;
import org.recourse.radiobiology.conversion.LinearQuadraticConversion;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;
import org.recourse.radiobiology.conversion.RepairAssumption;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.radiobiology.ledger.CumulativeDose;
import org.recourse.radiobiology.ledger.Recovery;

/**
 * Sums the EQD2 of courses on the grid of the assessed plan. Thread-safe.
 *
 * <p>The sum of what is not edited is kept per tissue; an edit converts the assessed plan and adds
 * the two grids in float, voxel by voxel. Kept or not, the bits are the same.
 */
final class Eqd2Summation {

  /** What a kept sum was computed from: an equal key gives an equal sum. */
  private record EarlierKey(
      Tissue tissue,
      GridGeometry target,
      List<PlanState> plans,
      List<PointMap> at,
      List<RegistrationUncertainty> uncertainties) {}

  /** One grid per alpha/beta and half-time in use; more than a case has. */
  private static final int SUMS_KEPT = 12;

  private final SliceExecutor executor;
  private final Recent<EarlierKey, Eqd2Sum.EarlierSum> earlierSums = new Recent<>(SUMS_KEPT);

  Eqd2Summation(SliceExecutor executor) {
    this.executor = executor;
  }

  /** EQD2 of the assessed plan alone. */
  Eqd2Sum ofPlan(CourseIntake.Taken taken, Tissue tissue, IProgressMonitor monitor) {
    List<CourseIntake.Part> assessed =
        taken.parts().stream().filter(CourseIntake.Part::assessed).toList();
    if (assessed.isEmpty()) {
      return new Eqd2Sum.Unknown(taken.refusals());
    }
    return guarded(
        assessed,
        tissue,
        () -> {
          DoseGrid planned = eqd2(assessed.get(0), tissue, monitor);
          return known(assessed, planned, planned, Optional.empty());
        });
  }

  /** EQD2 of all courses with a dose grid. */
  Eqd2Sum ofAll(CourseIntake.Taken taken, Tissue tissue, IProgressMonitor monitor) {
    if (!taken.refusals().isEmpty()) {
      return new Eqd2Sum.Unknown(taken.refusals());
    }
    return guarded(taken.parts(), tissue, () -> sum(taken.parts(), tissue, monitor));
  }

  /** EQD2 of one course on the grid of the assessed plan: of its plans other than that, added. */
  Eqd2Sum ofCourse(CourseIntake.Taken taken, int course, Tissue tissue, IProgressMonitor monitor) {
    List<CourseIntake.Part> parts =
        taken.parts().stream().filter(part -> part.course() == course && !part.assessed()).toList();
    Optional<CourseIntake.Part> assessed =
        taken.parts().stream().filter(CourseIntake.Part::assessed).findFirst();
    if (parts.isEmpty() || assessed.isEmpty()) {
      return new Eqd2Sum.Unknown(List.of());
    }
    return guarded(
        parts,
        tissue,
        () -> {
          CumulativeEqd2 sum =
              CumulativeEqd2.of(
                  parts.stream().map(CourseIntake.Part::dose).toList(),
                  assessed.get().dose().physicalDose().geometry(),
                  tissue,
                  executor,
                  monitor);
          return new Eqd2Sum.Known(
              sum.eqd2(),
              parts.stream().map(part -> part.dose().label()).toList(),
              sum.findings(),
              sum.eqd2(),
              Optional.empty());
        });
  }

  private static Eqd2Sum guarded(
      List<CourseIntake.Part> parts, Tissue tissue, Supplier<Eqd2Sum> computation) {
    List<String> withoutHours =
        parts.stream()
            .map(CourseIntake.Part::dose)
            .filter(dose -> dose.schedule().isEmpty())
            .filter(dose -> tissue.repair() instanceof RepairAssumption.Incomplete)
            .map(Eqd2Summation::withoutHours)
            .toList();
    if (!withoutHours.isEmpty()) {
      return new Eqd2Sum.Unknown(withoutHours);
    }
    try {
      return computation.get();
    } catch (IllegalArgumentException e) { // a negative physical dose has no EQD2
      return new Eqd2Sum.Unknown(
          List.of("EQD2 could not be computed: " + e.getMessage() + ". Check the dose grids."));
    }
  }

  private static String withoutHours(CourseDose dose) {
    return "The hours between the fractions of a day of "
        + dose.label()
        + " are not known, so EQD2 with incomplete repair is not computed. Enter them in"
        + " Prescription.";
  }

  private static Eqd2Sum known(
      List<CourseIntake.Part> parts,
      DoseGrid eqd2,
      DoseGrid planned,
      Optional<Eqd2Sum.EarlierSum> earlier) {
    return new Eqd2Sum.Known(
        eqd2,
        parts.stream().map(part -> part.dose().label()).toList(),
        earlier.map(Eqd2Sum.EarlierSum::findings).orElse(List.of()),
        planned,
        earlier);
  }

  private Eqd2Sum sum(List<CourseIntake.Part> parts, Tissue tissue, IProgressMonitor monitor) {
    CourseIntake.Part assessed =
        parts.stream().filter(CourseIntake.Part::assessed).findFirst().orElseThrow();
    List<CourseIntake.Part> others = parts.stream().filter(part -> !part.assessed()).toList();
    DoseGrid planned = eqd2(assessed, tissue, monitor);
    if (others.isEmpty()) {
      return known(parts, planned, planned, Optional.empty());
    }
    GridGeometry target = planned.geometry();
    var key =
        new EarlierKey(
            tissue,
            target,
            others.stream().map(CourseIntake.Part::plan).toList(),
            others.stream().map(part -> part.dose().targetToCourse()).toList(),
            others.stream().map(part -> part.dose().uncertainty()).toList());
    List<CourseDose> courses = others.stream().map(CourseIntake.Part::dose).toList();
    Eqd2Sum.EarlierSum earlier =
        earlierSums.get(key, () -> earlier(courses, target, tissue, monitor));
    return known(parts, added(planned, earlier.eqd2(), monitor), planned, Optional.of(earlier));
  }

  /** Keeps the parts as well: the ledger shows them, and each has its own uncertainty. */
  private Eqd2Sum.EarlierSum earlier(
      List<CourseDose> courses, GridGeometry target, Tissue tissue, IProgressMonitor monitor) {
    List<CumulativeDose.Part> parts = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Optional<DoseGrid> sum = Optional.empty();
    for (CourseDose course : courses) {
      CumulativeEqd2 mapped = CumulativeEqd2.of(List.of(course), target, tissue, executor, monitor);
      findings.addAll(mapped.findings());
      parts.add(
          new CumulativeDose.Part(
              course.label(), mapped.eqd2(), Recovery.NONE, course.uncertainty()));
      sum = Optional.of(sum.isPresent() ? added(sum.get(), mapped.eqd2(), monitor) : mapped.eqd2());
    }
    return new Eqd2Sum.EarlierSum(sum.orElseThrow(), parts, findings);
  }

  private DoseGrid eqd2(CourseIntake.Part part, Tissue tissue, IProgressMonitor monitor) {
    return new LinearQuadraticConversion().toEqd2(part.dose(), tissue, executor, monitor);
  }

  /** Returns the sum of grids of one geometry, each with its weight. */
  DoseGrid weighted(List<DoseGrid> grids, double[] weights, IProgressMonitor monitor) {
    GridGeometry geometry = grids.getFirst().geometry();
    DoseGrid.Builder sum = DoseGrid.builder(geometry);
    int voxelCount = geometry.sliceVoxelCount();
    executor.forEachSlice(
        geometry.sizeZ(),
        monitor,
        z -> {
          float[] total = new float[voxelCount];
          float[] slice = new float[voxelCount];
          for (int g = 0; g < weights.length; g++) {
            final double weight = weights[g];
            grids.get(g).copySlice(z, slice);
            for (int i = 0; i < voxelCount; i++) {
              total[i] += (float) (weight * slice[i]);
            }
          }
          sum.slice(z, total);
        });
    return sum.build();
  }

  private DoseGrid added(DoseGrid first, DoseGrid second, IProgressMonitor monitor) {
    GridGeometry geometry = first.geometry();
    DoseGrid.Builder sum = DoseGrid.builder(geometry);
    int voxelCount = geometry.sliceVoxelCount();
    executor.forEachSlice(
        geometry.sizeZ(),
        monitor,
        z -> {
          float[] total = new float[voxelCount];
          float[] other = new float[voxelCount];
          first.copySlice(z, total);
          second.copySlice(z, other);
          for (int i = 0; i < voxelCount; i++) {
            total[i] += other[i];
          }
          sum.slice(z, total);
        });
    return sum.build();
  }
}
