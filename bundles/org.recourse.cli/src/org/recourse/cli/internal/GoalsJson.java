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
import java.util.Optional;
import org.recourse.assistant.bands.GoalBand;
import org.recourse.assistant.bands.UncertaintyBands;
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.GoalOutcome;
import org.recourse.assistant.numbers.GoalState;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.protocols.ProtocolGoalNumbers;
import org.recourse.assistant.protocols.ProtocolNumbers;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.radiobiology.ledger.RecoveryConvention;

/** Clinical goals as JSON; the unit of value and limit is part of their keys. Stateless. */
final class GoalsJson {

  private GoalsJson() {}

  static JsonArray of(PlanNumbers numbers, UncertaintyBands bands) {
    var goals = new JsonArray();
    for (GoalNumbers goal : numbers.goals()) {
      goals.add(json(goal, bands.goal(goal.goal(), false), numbers.snapshot()));
    }
    return goals;
  }

  /** The protocols chosen for the case, with every goal on every structure it is for. */
  static JsonArray ofProtocols(PlanNumbers numbers, UncertaintyBands bands) {
    var protocols = new JsonArray();
    for (ProtocolNumbers protocol : numbers.protocols()) {
      var object = new JsonObject();
      object.addProperty("id", protocol.protocol().id());
      object.addProperty("title", protocol.protocol().title());
      var goals = new JsonArray();
      for (ProtocolGoalNumbers goal : protocol.goals()) {
        boolean recovered = goal.goal().convention() instanceof RecoveryConvention.TableRecovery;
        Optional<GoalBand> band = bands.goal(goal.numbers().goal(), recovered);
        JsonObject json = json(goal.numbers(), band, numbers.snapshot());
        json.addProperty("id", goal.goal().id());
        json.addProperty("recovery", goal.goal().convention().id());
        goals.add(json);
      }
      object.add("goals", goals);
      protocols.add(object);
    }
    return protocols;
  }

  private static JsonObject json(
      GoalNumbers numbers, Optional<GoalBand> band, PlanSnapshot snapshot) {
    GoalState goal = numbers.goal();
    var object = new JsonObject();
    object.addProperty("structure", goal.structureName());
    object.addProperty("metric", goal.metric());
    object.addProperty("quantity", goal.quantity().getName());
    object.addProperty("comparison", goal.comparison().getName());
    addLimit(object, goal);
    JsonResult.optional(object, "source", goal.source());
    object.addProperty("evidence", goal.evidence().getName());
    switch (numbers.outcome()) {
      case GoalOutcome.Judged(MetricValue.Defined value, GoalOutcome.Verdict verdict) -> {
        object.addProperty("value" + suffix(value.unit()), value.value());
        boolean unfavourable = snapshot.goalsAtUnfavourableEnd() && band.isPresent();
        object.addProperty(
            "verdict", (unfavourable ? band.get().atUnfavourableEnd() : verdict).name());
        object.addProperty("judgedAt", unfavourable ? "UNFAVOURABLE_END" : "AS_REGISTERED");
        BandsJson.add(object, band, suffix(value.unit()));
      }
      case GoalOutcome.Shown(MetricValue.Defined value, String whyNotJudged) -> {
        object.addProperty("value" + suffix(value.unit()), value.value());
        object.addProperty("verdict", "NOT_JUDGED");
        object.addProperty("reason", whyNotJudged);
        BandsJson.add(object, band, suffix(value.unit()));
      }
      case GoalOutcome.NotApplicable(String reason) -> {
        object.addProperty("verdict", "NOT_APPLICABLE");
        object.addProperty("reason", reason);
      }
    }
    return object;
  }

  /** A metric that cannot be read has no unit, so its limit is written as text. */
  private static void addLimit(JsonObject object, GoalState goal) {
    try {
      String suffix = suffix(DoseMetric.parse(goal.metric()).unit());
      object.addProperty("limit" + suffix, goal.limit());
      goal.tolerance().ifPresent(value -> object.addProperty("tolerance" + suffix, value));
    } catch (IllegalArgumentException e) {
      object.addProperty("limit", Double.toString(goal.limit()));
    }
  }

  private static String suffix(MetricValue.Unit unit) {
    return switch (unit) {
      case GY -> "Gy";
      case PERCENT -> "Percent";
      case CM3 -> "Cm3";
    };
  }
}
