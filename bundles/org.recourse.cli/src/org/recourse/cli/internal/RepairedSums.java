/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.CaseLedgers;
import org.recourse.assistant.numbers.LedgerNumbers;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.conversion.RepairAssumption;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.ledger.OrganAtRisk;

/**
 * Cumulative EQD2 with repair between fractions that is not complete, beside the plain sums. One
 * half-time is used for all structures that were asked for. Not thread-safe.
 */
final class RepairedSums {

  private static final DoseMetric SMALL_VOLUME = new DoseMetric.DoseAtVolumeCm3(0.1);

  private final PlanNumbers numbers;
  private final CaseLedgers ledgers;
  private final RepairAssumption.Incomplete repair;
  private final JsonResult result;
  private final Map<Double, Optional<DoseGrid>> sumByRatioGy = new HashMap<>();

  RepairedSums(
      PlanNumbers numbers,
      CaseLedgers ledgers,
      RepairAssumption.Incomplete repair,
      JsonResult result) {
    this.numbers = numbers;
    this.ledgers = ledgers;
    this.repair = repair;
    this.result = result;
  }

  /** Returns the figures of a structure; empty, with a finding, if they cannot be computed. */
  Optional<JsonObject> json(LedgerNumbers.Row row, IProgressMonitor monitor) {
    Optional<DoseGrid> sum =
        sumByRatioGy.computeIfAbsent(row.alphaBetaGy(), ratio -> sum(ratio, monitor));
    Optional<Dvh> dvh =
        sum.flatMap(
            eqd2 ->
                ledgers
                    .sampling(row.structure(), numbers, monitor)
                    .flatMap(sampling -> sampling.dvh(eqd2)));
    return dvh.map(eqd2 -> json(eqd2, row.structure().name()));
  }

  private Optional<DoseGrid> sum(double ratioGy, IProgressMonitor monitor) {
    // The name is used in texts only: the sum is the same for every structure with this ratio.
    var organ =
        new OrganAtRisk(
            "EQD2 with incomplete repair", new Tissue(new AlphaBetaRatio(ratioGy), repair));
    return switch (ledgers.sum(numbers, organ, monitor)) {
      case CaseLedgers.Sum.Known known -> Optional.of(known.dose().eqd2());
      case CaseLedgers.Sum.Unknown(List<String> reasons) -> {
        result.findings(
            reasons.stream().map(reason -> Finding.error(reason, "--repair-half-time")).toList());
        yield Optional.empty();
      }
    };
  }

  private JsonObject json(Dvh eqd2, String name) {
    var object = new JsonObject();
    object.addProperty("halfTimeHours", repair.halfTimeHours());
    object.addProperty("variant", repair.variant().name());
    result.number(object, "eqd2MaxGy", eqd2.maxGy(), name);
    if (SMALL_VOLUME.evaluate(eqd2) instanceof MetricValue.Defined defined) {
      result.number(object, "eqd2D0_1ccGy", defined.value(), name);
    }
    result.number(object, "eqd2MeanGy", eqd2.meanGy(), name);
    return object;
  }
}
