/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.bands.UncertaintyBands;
import org.recourse.assistant.numbers.LedgerNumbers;
import org.recourse.assistant.numbers.OrganLimit;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.RemainingBudget;
import org.recourse.assistant.numbers.RepairUse;
import org.recourse.assistant.numbers.TypedMaximum;
import org.recourse.grid.finding.Finding;
import org.recourse.radiobiology.conversion.IncompleteRepair;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;
import org.recourse.radiobiology.conversion.RepairAssumption;
import org.recourse.radiobiology.ledger.MaximumRange;

/** The structures of the ledger as JSON: sums, parts, bounds and what remains. Not thread-safe. */
final class LedgerStructuresJson {

  private final PlanNumbers numbers;
  private final UncertaintyBands bands;
  private final JsonResult result;
  private final Optional<RepairedSums> repaired;

  /**
   * @param repaired sums with incomplete repair, if they were asked for
   */
  LedgerStructuresJson(
      PlanNumbers numbers,
      UncertaintyBands bands,
      JsonResult result,
      Optional<RepairedSums> repaired) {
    this.numbers = numbers;
    this.bands = bands;
    this.result = result;
    this.repaired = repaired;
  }

  /** A structure without cumulative EQD2 is left out; a finding of the numbers says why. */
  JsonArray json(IProgressMonitor monitor) {
    var structures = new JsonArray();
    for (LedgerNumbers.Row row : numbers.ledger().rows()) {
      if (row.cumulative().isPresent()) {
        JsonObject structure = json(row, row.cumulative().get());
        repaired
            .flatMap(sums -> sums.json(row, monitor))
            .ifPresent(figures -> structure.add("incompleteRepair", figures));
        structures.add(structure);
      }
    }
    return structures;
  }

  private JsonObject json(LedgerNumbers.Row row, LedgerNumbers.Figures cumulative) {
    String name = row.structure().name();
    var object = new JsonObject();
    object.addProperty("name", name);
    object.addProperty("roiNumber", row.structure().roiNumber());
    object.addProperty("target", row.target());
    object.addProperty("alphaBetaGy", row.alphaBetaGy());
    addRepair(object, row.repair());
    object.add("recovery", convention(LedgerNumbers.RECOVERY_CONVENTION));
    add(object, cumulative, name);
    object.add("parts", parts(row, name));
    object.add("missingCourses", JsonResult.texts(row.missingCourses()));
    row.typedMaximum()
        .filter(typed -> !row.repair().isUndecided()) // a sum that is too low bounds nothing
        .ifPresent(typed -> object.add("upperBound", bound(cumulative, typed, name)));
    row.maximum().ifPresent(range -> object.add("displacedMaximum", displaced(range)));
    BandsJson.add(object, row.structure(), bands);
    row.discounted()
        .ifPresent(
            discounted -> {
              var other = new JsonObject();
              other.add("recovery", convention(discounted.convention().id()));
              add(other, discounted.cumulative(), name);
              object.add("discounted", other);
            });
    object.add("remaining", remaining(row));
    return object;
  }

  /** Names the assumption, and the courses it is made for only for want of a half-time. */
  private static void addRepair(JsonObject object, RepairUse repair) {
    object.addProperty("repair", repair.assumption().text());
    if (repair.assumption()
        instanceof RepairAssumption.Incomplete(double hours, IncompleteRepair.Variant variant)) {
      object.addProperty("repairHalfTimeHours", hours);
      object.addProperty("repairVariant", variant.name());
    }
    if (repair.isUndecided()) {
      object.add("repairUndecidedCourses", JsonResult.texts(repair.undecided()));
    }
  }

  private static JsonObject convention(String id) {
    var recovery = new JsonObject();
    recovery.addProperty("convention", id);
    return recovery;
  }

  private void add(JsonObject object, LedgerNumbers.Figures figures, String name) {
    result.number(object, "eqd2MaxGy", figures.maxEqd2Gy(), name);
    if (figures.d01ccEqd2Gy().isPresent()) {
      result.number(object, "eqd2D0_1ccGy", figures.d01ccEqd2Gy().getAsDouble(), name);
    } else {
      result.findings(
          List.of(
              Finding.info(
                  "D0.1cc is not defined: less than 0.1 cc lie inside the dose grid.", name)));
    }
    result.number(object, "eqd2MeanGy", figures.meanEqd2Gy(), name);
  }

  /** Every course as given, without recovery, then the assessed plan. */
  private JsonArray parts(LedgerNumbers.Row row, String name) {
    var parts = new JsonArray();
    for (int i = 0; i < row.parts().size(); i++) {
      LedgerNumbers.Column column = numbers.ledger().columns().get(i);
      LedgerNumbers.CoursePart part = row.parts().get(i);
      var object = new JsonObject();
      object.addProperty("course", column.label());
      part.figures().ifPresent(figures -> add(object, figures, name));
      object.addProperty("recoveredFraction", part.recovery().fraction());
      addUncertainty(object, column.uncertainty());
      object.add("transformIds", JsonResult.texts(column.transformIds()));
      parts.add(object);
    }
    row.plan()
        .ifPresent(
            figures -> {
              var object = new JsonObject();
              object.addProperty("course", planLabel());
              object.addProperty("assessedPlan", true);
              add(object, figures, name);
              parts.add(object);
            });
    return parts;
  }

  private String planLabel() {
    Optional<String> course = numbers.snapshot().assessedCourse().map(c -> c.label());
    return course.filter(label -> !label.isBlank()).orElse("plan");
  }

  static void addUncertainty(JsonObject object, RegistrationUncertainty uncertainty) {
    object.addProperty("uncertaintyMm", uncertainty.mm());
    object.addProperty("uncertaintyBasis", uncertainty.basis().name());
    if (!uncertainty.isSphere()) {
      var axes = new JsonArray();
      axes.add(uncertainty.semiAxesMm().x());
      axes.add(uncertainty.semiAxesMm().y());
      axes.add(uncertainty.semiAxesMm().z());
      object.add("uncertaintyAxesMm", axes);
    }
  }

  private JsonObject bound(LedgerNumbers.Figures cumulative, TypedMaximum typed, String name) {
    var bound = new JsonObject();
    result.number(bound, "eqd2MaxGy", cumulative.maxEqd2Gy() + typed.eqd2Gy(), name);
    result.number(bound, "typedEqd2Gy", typed.eqd2Gy(), name);
    bound.add("typedCourses", JsonResult.texts(typed.courses()));
    return bound;
  }

  private static JsonObject displaced(MaximumRange range) {
    var object = new JsonObject();
    object.addProperty("nominalEqd2Gy", range.nominalEqd2Gy());
    object.addProperty("lowestEqd2Gy", range.lowestEqd2Gy());
    object.addProperty("highestEqd2Gy", range.highestEqd2Gy());
    object.addProperty("radiusMm", range.radiusMm());
    var at = new JsonArray();
    at.add(range.atMm().x());
    at.add(range.atMm().y());
    at.add(range.atMm().z());
    object.add("atMm", at);
    return object;
  }

  private static JsonArray remaining(LedgerNumbers.Row row) {
    var all = new JsonArray();
    for (RemainingBudget budget : row.remaining()) {
      OrganLimit limit = budget.limit();
      var object = new JsonObject();
      object.addProperty("metric", limit.limit().metric().text());
      object.addProperty("limitEqd2Gy", limit.limit().limit());
      object.addProperty("source", limit.limit().source().text());
      object.addProperty("draft", limit.isDraft());
      object.add("recovery", convention(limit.limit().convention().id()));
      switch (budget) {
        case RemainingBudget.Known known -> {
          object.addProperty("leftEqd2Gy", known.leftEqd2Gy());
          object.addProperty("usedUp", known.isUsedUp());
          object.addProperty("fractionCount", known.course().fractionCount());
          object.addProperty("dosePerFractionGy", known.course().dosePerFractionGy());
          object.addProperty("totalDoseGy", known.course().totalDoseGy());
          object.addProperty("lowerBound", known.lowerBound());
        }
        case RemainingBudget.Unknown(OrganLimit of, String reason) ->
            object.addProperty("reason", reason);
      }
      all.add(object);
    }
    return all;
  }
}
