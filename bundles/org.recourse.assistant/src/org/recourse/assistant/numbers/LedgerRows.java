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
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.ledger.LedgerStructure;
import org.recourse.radiobiology.ledger.MisplacedDose;
import org.recourse.radiobiology.ledger.OrganAtRisk;
import org.recourse.radiobiology.ledger.StructureOverlap;
import org.recourse.radiobiology.ledger.TargetVolume;

/** Makes the rows of the ledger. What earlier courses gave is kept from edit to edit. */
final class LedgerRows {

  /** What no edit of the plan changes. Thread-safe. */
  static final class Kept {

    private static final int ROWS_KEPT = 512;

    /** Grids and masks are kept elsewhere and have no equality, so the same object is the key. */
    private record PreviousKey(StructureSampling sampling, DoseGrid previous) {}

    private record MisplacedKey(Mask mask, DoseGrid previous) {}

    private record OverlapKey(List<StructureOverlap.Region> regions) {}

    private final Recent<PreviousKey, Optional<Dvh>> previous = new Recent<>(ROWS_KEPT);
    private final Recent<MisplacedKey, MisplacedDose> misplaced = new Recent<>(ROWS_KEPT);
    private final Recent<OverlapKey, List<Finding>> overlaps = new Recent<>(4);
  }

  private record Place(StructureNumbers numbers, AlphaBetaRatio tissue, Mask voxels) {

    LedgerStructure structure() {
      String name = numbers.structure().name();
      return numbers.structure().isTarget()
          ? new TargetVolume(name, Tissue.of(tissue))
          : new OrganAtRisk(name, Tissue.of(tissue));
    }
  }

  private final PlanSnapshot snapshot;
  private final NumbersRun.Tools tools;
  private final Map<AlphaBetaRatio, Eqd2Sum> sums;
  private final PlanNumbers.PlanDose dose;

  LedgerRows(
      PlanSnapshot snapshot,
      NumbersRun.Tools tools,
      Map<AlphaBetaRatio, Eqd2Sum> sums,
      PlanNumbers.PlanDose dose) {
    this.snapshot = snapshot;
    this.tools = tools;
    this.sums = sums;
    this.dose = dose;
  }

  LedgerNumbers of(List<StructureNumbers> structures, IProgressMonitor monitor) {
    FrameTransforms transforms = snapshot.frameTransforms();
    List<Place> places = new ArrayList<>();
    for (StructureNumbers numbers : structures) {
      StructureState structure = numbers.structure();
      boolean converted = structure.alphaBetaGy().isPresent() && numbers.planEqd2Dvh().isPresent();
      if (converted && structure.type() != StructureType.EXTERNAL) {
        var tissue = new AlphaBetaRatio(structure.alphaBetaGy().getAsDouble());
        tools
            .samplings()
            .voxels(structure, dose, transforms, monitor)
            .ifPresent(mask -> places.add(new Place(numbers, tissue, mask)));
      }
    }
    LedgerNumbers.Row[] rows = new LedgerNumbers.Row[places.size()];
    tools
        .executor()
        .forEachSlice(rows.length, monitor, i -> rows[i] = row(places.get(i), transforms, monitor));
    return new LedgerNumbers(
        partsOfSum(), Arrays.asList(rows), LedgerNumbers.EMPTY.repair(), overlaps(places));
  }

  private LedgerNumbers.Row row(Place place, FrameTransforms transforms, IProgressMonitor monitor) {
    StructureNumbers numbers = place.numbers();
    Optional<Eqd2Sum.Known> sum =
        Optional.ofNullable(sums.get(place.tissue()))
            .filter(Eqd2Sum.Known.class::isInstance)
            .map(Eqd2Sum.Known.class::cast);
    Optional<Eqd2Sum.EarlierSum> earlier = sum.flatMap(Eqd2Sum.Known::earlier);
    return new LedgerNumbers.Row(
        numbers.structure(),
        numbers.structure().isTarget(),
        place.tissue().gy(),
        numbers.planEqd2Dvh().map(LedgerNumbers.Figures::of),
        earlier.flatMap(e -> previous(numbers, e, transforms, monitor)),
        numbers.cumulative().map(c -> LedgerNumbers.Figures.of(c.eqd2Dvh())),
        earlier.flatMap(e -> misplaced(place, e, monitor).maximumWith(sum.orElseThrow().planned())),
        numbers.cumulative().flatMap(CumulativeNumbers::typedMaximum),
        numbers.cumulative().map(CumulativeNumbers::missingCourses).orElse(List.of()));
  }

  private Optional<LedgerNumbers.Figures> previous(
      StructureNumbers numbers,
      Eqd2Sum.EarlierSum earlier,
      FrameTransforms transforms,
      IProgressMonitor monitor) {
    Optional<StructureSampling> sampling =
        tools.samplings().of(numbers.structure(), dose, transforms, new ArrayList<>(), monitor);
    return sampling
        .flatMap(
            s ->
                tools
                    .ledger()
                    .previous
                    .get(new Kept.PreviousKey(s, earlier.eqd2()), () -> s.dvh(earlier.eqd2())))
        .map(LedgerNumbers.Figures::of);
  }

  private MisplacedDose misplaced(
      Place place, Eqd2Sum.EarlierSum earlier, IProgressMonitor monitor) {
    return tools
        .ledger()
        .misplaced
        .get(
            new Kept.MisplacedKey(place.voxels(), earlier.eqd2()),
            () -> MisplacedDose.of(earlier.parts(), place.voxels(), monitor));
  }

  private List<LedgerNumbers.PartOfSum> partsOfSum() {
    return sums.values().stream()
        .filter(Eqd2Sum.Known.class::isInstance)
        .map(sum -> ((Eqd2Sum.Known) sum).earlier())
        .flatMap(Optional::stream)
        .findFirst()
        .map(Eqd2Sum.EarlierSum::parts)
        .orElse(List.of())
        .stream()
        .map(part -> new LedgerNumbers.PartOfSum(part.label(), part.uncertainty()))
        .toList();
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
