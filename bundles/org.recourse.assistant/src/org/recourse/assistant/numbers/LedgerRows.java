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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.FrameTransforms;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.Mask;
import org.recourse.model.StructureType;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.radiobiology.ledger.CumulativeDose;
import org.recourse.radiobiology.ledger.LedgerStructure;
import org.recourse.radiobiology.ledger.MisplacedDose;
import org.recourse.radiobiology.ledger.OrganAtRisk;
import org.recourse.radiobiology.ledger.RecoveryConvention;
import org.recourse.radiobiology.ledger.StructureOverlap;
import org.recourse.radiobiology.ledger.TargetVolume;

/** Makes the rows of the ledger. What earlier courses gave is kept from edit to edit. */
final class LedgerRows {

  /** What no edit of the plan changes. Thread-safe. */
  static final class Kept {

    private static final int ROWS_KEPT = 512;
    private static final int COURSE_SUMS_KEPT = 6;

    /** Grids and masks are kept elsewhere and have no equality, so the same object is the key. */
    private record PreviousKey(StructureSampling sampling, DoseGrid previous) {}

    private record MisplacedKey(Mask mask, DoseGrid previous) {}

    private record SumKey(List<DoseGrid> grids) {}

    private record OverlapKey(List<StructureOverlap.Region> regions) {}

    private final Recent<PreviousKey, Optional<Dvh>> previous = new Recent<>(ROWS_KEPT);
    private final Recent<MisplacedKey, MisplacedDose> misplaced = new Recent<>(ROWS_KEPT);
    private final Recent<OverlapKey, List<Finding>> overlaps = new Recent<>(4);
    private final Recent<SumKey, DoseGrid> sums = new Recent<>(COURSE_SUMS_KEPT);
  }

  private record Place(StructureNumbers numbers, Tissue tissue, Mask voxels) {

    LedgerStructure structure() {
      String name = numbers.structure().name();
      return numbers.structure().isTarget()
          ? new TargetVolume(name, tissue)
          : new OrganAtRisk(name, tissue);
    }
  }

  private final PlanSnapshot snapshot;
  private final NumbersRun.Tools tools;
  private final Map<Tissue, Eqd2Sum> sums;
  private final PlanNumbers.PlanDose dose;
  private final List<LedgerCourses.Group> groups;
  private final List<List<String>> transformIds; // of the earlier plans, in the order of the sums

  LedgerRows(
      PlanSnapshot snapshot,
      NumbersRun.Tools tools,
      Map<Tissue, Eqd2Sum> sums,
      PlanNumbers.PlanDose dose,
      CourseIntake.Taken taken) {
    this.snapshot = snapshot;
    this.tools = tools;
    this.sums = sums;
    this.dose = dose;
    groups = LedgerCourses.of(snapshot, taken);
    transformIds =
        taken.parts().stream()
            .filter(part -> !part.assessed())
            .map(CourseIntake.Part::transformIds)
            .toList();
  }

  LedgerNumbers of(List<StructureNumbers> structures, IProgressMonitor monitor) {
    FrameTransforms transforms = snapshot.frameTransforms();
    List<Place> places = new ArrayList<>();
    for (StructureNumbers numbers : structures) {
      StructureState structure = numbers.structure();
      Optional<Tissue> tissue = snapshot.tissue(structure);
      boolean converted = tissue.isPresent() && numbers.planEqd2Dvh().isPresent();
      if (converted && structure.type() != StructureType.EXTERNAL) {
        tools
            .samplings()
            .voxels(structure, dose, transforms, monitor)
            .ifPresent(mask -> places.add(new Place(numbers, tissue.get(), mask)));
      }
    }
    LedgerNumbers.Row[] rows = new LedgerNumbers.Row[places.size()];
    tools
        .executor()
        .forEachSlice(rows.length, monitor, i -> rows[i] = row(places.get(i), transforms, monitor));
    List<LedgerNumbers.PartOfSum> parts = partsOfSum();
    return new LedgerNumbers(
        parts,
        parts.isEmpty() ? List.of() : groups.stream().map(LedgerCourses.Group::column).toList(),
        Arrays.asList(rows),
        repair(rows),
        overlaps(places));
  }

  /** One sentence for all structures; each row has its own. */
  private static String repair(LedgerNumbers.Row[] rows) {
    List<String> texts =
        Arrays.stream(rows).map(row -> row.repair().assumption().text()).distinct().toList();
    return switch (texts.size()) {
      case 0 -> LedgerNumbers.EMPTY.repair();
      case 1 -> texts.getFirst();
      default -> "repair as stated for each structure";
    };
  }

  private LedgerNumbers.Row row(Place place, FrameTransforms transforms, IProgressMonitor monitor) {
    StructureNumbers numbers = place.numbers();
    Optional<Eqd2Sum.Known> sum =
        Optional.ofNullable(sums.get(place.tissue()))
            .filter(Eqd2Sum.Known.class::isInstance)
            .map(Eqd2Sum.Known.class::cast);
    Optional<Eqd2Sum.EarlierSum> earlier = sum.flatMap(Eqd2Sum.Known::earlier);
    Optional<StructureSampling> sampling =
        tools.samplings().of(numbers.structure(), dose, transforms, new ArrayList<>(), monitor);
    return new LedgerNumbers.Row(
        numbers.structure(),
        numbers.structure().isTarget(),
        place.tissue().alphaBeta().gy(),
        numbers.repair(),
        numbers.planEqd2Dvh().map(LedgerNumbers.Figures::of),
        earlier.flatMap(e -> figures(sampling, e.eqd2())),
        numbers.cumulative().map(c -> LedgerNumbers.Figures.of(c.eqd2Dvh())),
        earlier.flatMap(
            e -> misplaced(place, sampling, e, monitor).maximumWith(sum.orElseThrow().planned())),
        numbers.cumulative().flatMap(CumulativeNumbers::typedMaximum),
        numbers.cumulative().map(CumulativeNumbers::missingCourses).orElse(List.of()),
        earlier.map(e -> parts(place, sampling, e, monitor)).orElse(List.of()),
        discounted(place, sampling, sum, monitor),
        earlier.flatMap(e -> dvh(sampling, e.eqd2())),
        List.of());
  }

  private Optional<LedgerNumbers.Figures> figures(
      Optional<StructureSampling> sampling, DoseGrid earlier) {
    return dvh(sampling, earlier).map(LedgerNumbers.Figures::of);
  }

  /** Histogram of a grid that no edit changes. */
  private Optional<Dvh> dvh(Optional<StructureSampling> sampling, DoseGrid earlier) {
    return sampling.flatMap(
        s -> tools.ledger().previous.get(new Kept.PreviousKey(s, earlier), () -> s.dvh(earlier)));
  }

  private List<LedgerNumbers.CoursePart> parts(
      Place place,
      Optional<StructureSampling> sampling,
      Eqd2Sum.EarlierSum earlier,
      IProgressMonitor monitor) {
    RecoveryConvention convention = place.numbers().structure().chosenRecovery();
    return groups.stream()
        .map(
            group ->
                new LedgerNumbers.CoursePart(
                    figures(sampling, courseSum(group, earlier, monitor)),
                    group.recovery(convention)))
        .toList();
  }

  private DoseGrid courseSum(
      LedgerCourses.Group group, Eqd2Sum.EarlierSum earlier, IProgressMonitor monitor) {
    List<DoseGrid> grids =
        group.parts().stream().map(part -> earlier.parts().get(part).eqd2()).toList();
    return grids.size() == 1
        ? grids.getFirst()
        : tools
            .ledger()
            .sums
            .get(
                new Kept.SumKey(grids),
                () -> tools.summation().weighted(grids, ones(grids), monitor));
  }

  private static double[] ones(List<DoseGrid> grids) {
    double[] ones = new double[grids.size()];
    Arrays.fill(ones, 1);
    return ones;
  }

  private Optional<LedgerNumbers.Discounted> discounted(
      Place place,
      Optional<StructureSampling> sampling,
      Optional<Eqd2Sum.Known> sum,
      IProgressMonitor monitor) {
    return switch (place.structure()) {
      case TargetVolume target -> Optional.empty(); // no method takes a target and a table
      case OrganAtRisk organ ->
          switch (place.numbers().structure().chosenRecovery()) {
            case RecoveryConvention.NoRecovery none -> Optional.empty();
            case RecoveryConvention.TableRecovery table ->
                sum.filter(known -> known.earlier().isPresent())
                    .flatMap(known -> discounted(table, sampling, known, monitor));
          };
    };
  }

  private Optional<LedgerNumbers.Discounted> discounted(
      RecoveryConvention.TableRecovery table,
      Optional<StructureSampling> sampling,
      Eqd2Sum.Known sum,
      IProgressMonitor monitor) {
    List<DoseGrid> grids = new ArrayList<>(List.of(sum.planned()));
    List<Double> weights = new ArrayList<>(List.of(1.0));
    Eqd2Sum.EarlierSum earlier = sum.earlier().orElseThrow();
    for (LedgerCourses.Group group : groups) {
      grids.add(courseSum(group, earlier, monitor));
      weights.add(group.recovery(table).remainingGy(1));
    }
    double[] factors = weights.stream().mapToDouble(Double::doubleValue).toArray();
    return sampling
        .flatMap(s -> s.dvh(tools.summation().weighted(grids, factors, monitor)))
        .map(dvh -> new LedgerNumbers.Discounted(table, LedgerNumbers.Figures.of(dvh)));
  }

  /** The surface is searched as well, because the maximum of a histogram counts it. */
  private MisplacedDose misplaced(
      Place place,
      Optional<StructureSampling> sampling,
      Eqd2Sum.EarlierSum earlier,
      IProgressMonitor monitor) {
    return tools
        .ledger()
        .misplaced
        .get(
            new Kept.MisplacedKey(place.voxels(), earlier.eqd2()),
            () ->
                MisplacedDose.of(
                    earlier.parts(),
                    place.voxels(),
                    sampling.map(StructureSampling::surfaceMm).orElse(List.of()),
                    monitor));
  }

  private List<LedgerNumbers.PartOfSum> partsOfSum() {
    List<CumulativeDose.Part> parts =
        sums.values().stream()
            .filter(Eqd2Sum.Known.class::isInstance)
            .map(sum -> ((Eqd2Sum.Known) sum).earlier())
            .flatMap(Optional::stream)
            .findFirst()
            .map(Eqd2Sum.EarlierSum::parts)
            .orElse(List.of());
    List<LedgerNumbers.PartOfSum> named = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      named.add(
          new LedgerNumbers.PartOfSum(
              parts.get(i).label(), parts.get(i).uncertainty(), transformIds.get(i)));
    }
    return named;
  }

  private List<Finding> overlaps(List<Place> places) {
    List<StructureOverlap.Region> regions =
        places.stream()
            .map(place -> new StructureOverlap.Region(place.structure(), place.voxels()))
            .toList();
    return tools
        .ledger()
        .overlaps
        .get(
            new Kept.OverlapKey(regions),
            () -> StructureOverlap.of(regions).stream().map(StructureOverlap::finding).toList());
  }
}
