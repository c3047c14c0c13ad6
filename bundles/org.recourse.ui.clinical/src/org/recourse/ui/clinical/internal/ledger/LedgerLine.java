/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.ledger;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.assistant.bands.StructureBand;
import org.recourse.assistant.numbers.LedgerNumbers;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.model.StructureType;
import org.recourse.registration.uncertainty.MetricBand;
import org.recourse.ui.session.ShownBands;

/**
 * One structure of the ledger. Immutable. A structure without alpha/beta has a line too, so that it
 * can be given one.
 *
 * @param structure the structure
 * @param row its numbers; empty without alpha/beta or without a known place
 */
record LedgerLine(
    StructureState structure,
    Optional<LedgerNumbers.Row> row,
    Optional<StructureBand> band,
    boolean bandCurrent) {

  LedgerLine {
    Objects.requireNonNull(structure, "structure");
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(band, "band");
  }

  /** The lines of all structures but the outline of the patient. */
  static List<LedgerLine> of(PlanNumbers numbers) {
    return of(numbers, Optional.empty());
  }

  /** The same with the intervals that follow from the registrations. */
  static List<LedgerLine> of(PlanNumbers numbers, Optional<ShownBands> bands) {
    return numbers.structures().stream()
        .map(StructureNumbers::structure)
        .filter(structure -> structure.type() != StructureType.EXTERNAL)
        .map(
            structure ->
                new LedgerLine(
                    structure,
                    row(numbers, structure),
                    bands.flatMap(shown -> shown.bands().structure(structure)),
                    bands.filter(ShownBands::current).isPresent()))
        .toList();
  }

  private static Optional<LedgerNumbers.Row> row(PlanNumbers numbers, StructureState structure) {
    return numbers.ledger().rows().stream()
        .filter(row -> row.structure().equals(structure))
        .findFirst();
  }

  /** Whether another line is about the same structure, perhaps with other numbers. */
  boolean isSameStructure(LedgerLine other) {
    return structure.roiNumber() == other.structure.roiNumber()
        && structure.structureSetUid().equals(other.structure.structureSetUid());
  }

  boolean isTarget() {
    return structure.isTarget();
  }

  /** EQD2 of the earlier course in a column of the ledger, as given. */
  OptionalDouble course(int column, LedgerFigure figure) {
    return row.map(LedgerNumbers.Row::parts)
        .filter(parts -> column < parts.size())
        .flatMap(parts -> parts.get(column).figures())
        .map(figure::of)
        .orElse(OptionalDouble.empty());
  }

  OptionalDouble plan(LedgerFigure figure) {
    return row.flatMap(LedgerNumbers.Row::plan).map(figure::of).orElse(OptionalDouble.empty());
  }

  OptionalDouble cumulative(LedgerFigure figure) {
    return row.flatMap(LedgerNumbers.Row::cumulative)
        .map(figure::of)
        .orElse(OptionalDouble.empty());
  }

  /** The interval of the cumulative figure; empty without registrations. */
  Optional<MetricBand> moved(LedgerFigure figure) {
    return band.flatMap(
        of ->
            switch (figure) {
              case MAXIMUM -> Optional.of(of.maximumGy());
              case NEAR_MAXIMUM -> of.d01ccGy();
              case MEAN -> Optional.of(of.meanGy());
            });
  }

  /** Whether the interval is older than the figures. */
  boolean isMovedStale() {
    return band.isPresent() && !bandCurrent;
  }

  OptionalDouble discounted(LedgerFigure figure) {
    return row.flatMap(LedgerNumbers.Row::discounted)
        .map(LedgerNumbers.Discounted::cumulative)
        .map(figure::of)
        .orElse(OptionalDouble.empty());
  }
}
