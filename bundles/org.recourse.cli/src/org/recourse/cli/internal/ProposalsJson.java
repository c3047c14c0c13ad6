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
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.risk.Interval;
import org.recourse.tuning.check.ProposalCheck;
import org.recourse.tuning.proposal.DoseDifference;
import org.recourse.tuning.proposal.PlanEdit;
import org.recourse.tuning.proposal.Proposal;
import org.recourse.tuning.proposal.Proposals;
import org.recourse.tuning.proposal.RiskChange;
import org.recourse.tuning.proposal.TargetCoverage;
import org.recourse.tuning.proposal.WhyNotLower;

/**
 * Proposals as JSON. A probability is written only for a calibrated model; the number of another is
 * a score, as in the result of {@code assess}.
 */
final class ProposalsJson {

  private final JsonResult result;

  ProposalsJson(JsonResult result) {
    this.result = result;
  }

  /** Adds what was found to the result. */
  void add(Proposals proposals) {
    proposals.ranked().stream()
        .flatMap(proposal -> leading(proposal).stream())
        .findFirst()
        .ifPresent(risk -> result.add("before", before(risk)));
    var ranked = new JsonArray();
    proposals.ranked().forEach(proposal -> ranked.add(json(proposal)));
    result.add("proposals", ranked);
    var limits = new JsonArray();
    proposals.limits().forEach(limit -> limits.add(json(limit)));
    result.add("whyNotLower", limits);
    result.findings(proposals.findings());
  }

  /** The model that drives it, else the closed form that falls most. */
  private static Optional<RiskChange> leading(Proposal proposal) {
    return proposal
        .driver()
        .or(
            () ->
                proposal.risks().stream()
                    .filter(RiskChange::closedForm)
                    .filter(risk -> risk.delta().isPresent())
                    .min(
                        (a, b) ->
                            Double.compare(a.delta().getAsDouble(), b.delta().getAsDouble())));
  }

  private static String key(RiskChange risk) {
    return risk.calibrated() ? "probability" : "score";
  }

  private JsonObject before(RiskChange risk) {
    var object = new JsonObject();
    object.addProperty("modelId", risk.modelId());
    risk.beforeNumber().ifPresent(n -> result.number(object, key(risk), n, risk.modelId()));
    return object;
  }

  private JsonObject json(Proposal proposal) {
    var object = new JsonObject();
    object.addProperty("id", proposal.id());
    object.addProperty("kind", proposal.kind().id());
    object.addProperty("title", proposal.title());
    object.addProperty("edit", proposal.edit().text());
    leading(proposal).ifPresent(risk -> risk(object, risk));
    if (proposal.edit() instanceof PlanEdit.NewBeamDoses doses) {
      delivered(object, doses, proposal.id());
    }
    number(object, "deltaTcp", proposal.deltaTcp(), proposal.id());
    var closed = new JsonObject();
    proposal
        .closedFormDeltas()
        .forEach((model, delta) -> result.number(closed, model, delta, proposal.id()));
    object.add("closedFormDeltas", closed);
    object.add("coverage", coverage(proposal));
    result.number(object, "lostCoverageGy", proposal.lostCoverageGy(), proposal.id());
    var checks = new JsonArray();
    proposal.checks().forEach(check -> checks.add(json(check)));
    object.add("checks", checks);
    object.addProperty("acceptable", proposal.acceptable());
    object.add("unconstrainedOrgans", JsonResult.texts(proposal.unconstrainedOrgans()));
    return object;
  }

  private void risk(JsonObject object, RiskChange risk) {
    String capital = key(risk).substring(0, 1).toUpperCase(Locale.ROOT) + key(risk).substring(1);
    object.addProperty("modelId", risk.modelId());
    number(object, key(risk), risk.afterNumber(), risk.modelId());
    number(object, "delta" + capital, risk.delta(), risk.modelId());
    risk.deltaInterval95().ifPresent(i -> object.add("deltaInterval95", json(i)));
  }

  /**
   * Beams with another fluence, and what the engine that computed them says of the plan as it is.
   */
  private void delivered(JsonObject object, PlanEdit.NewBeamDoses doses, String affected) {
    var beams = new JsonArray();
    for (PlanEdit.NewBeamDoses.BeamDose beam : doses.beams()) {
      var one = new JsonObject();
      one.addProperty("beamNumber", beam.beamNumber());
      one.addProperty("segments", beam.segments());
      result.number(one, "monitorUnits", beam.monitorUnits(), affected);
      beams.add(one);
    }
    object.add("beams", beams);
    DoseDifference difference = doses.recalculation().difference();
    var again = new JsonObject();
    again.addProperty("engine", doses.recalculation().engine());
    result.number(again, "meanDifferenceGy", difference.meanGy(), affected);
    result.number(again, "difference95PercentGy", difference.percentile95Gy(), affected);
    object.add("recalculation", again);
  }

  private void number(JsonObject object, String key, OptionalDouble value, String affected) {
    value.ifPresent(number -> result.number(object, key, number, affected));
  }

  /** The names PTV and GTV of the contract where there is one of each; else names of structures. */
  private JsonObject coverage(Proposal proposal) {
    var object = new JsonObject();
    for (TargetCoverage one : proposal.coverage()) {
      List<TargetCoverage> alike =
          proposal.coverage().stream().filter(c -> c.gross() == one.gross()).toList();
      var target = new JsonObject();
      target.addProperty("structure", one.structure());
      result.number(target, "d95Percent", one.d95Percent(), one.structure());
      result.number(target, "d98Percent", one.d98Percent(), one.structure());
      proposal.coverageBefore(one.structure()).ifPresent(was -> before(target, was, one));
      number(target, "d0_03ccMinPercent", one.coldestPercent(), one.structure());
      String plain = one.gross() ? "GTV" : "PTV";
      object.add(alike.size() == 1 ? plain : plain + ":" + one.structure(), target);
    }
    return object;
  }

  /** What the target has now; the change in Gy, as percents may be of two prescriptions. */
  private void before(JsonObject target, TargetCoverage was, TargetCoverage is) {
    result.number(target, "d95BeforePercent", was.d95Percent(), was.structure());
    result.number(target, "d98BeforePercent", was.d98Percent(), was.structure());
    result.number(target, "deltaD95Gy", is.d95Gy() - was.d95Gy(), was.structure());
  }

  private static JsonObject json(ProposalCheck check) {
    var object = new JsonObject();
    object.addProperty("id", check.id());
    object.addProperty("passed", check.passed());
    object.addProperty("text", check.text());
    return object;
  }

  private static JsonArray json(Interval interval) {
    var array = new JsonArray();
    array.add(interval.lower());
    array.add(interval.upper());
    return array;
  }

  private JsonObject json(WhyNotLower limit) {
    var object = new JsonObject();
    object.addProperty("modelId", limit.modelId());
    result.number(object, "lowestAcceptable", limit.lowestAcceptable(), limit.modelId());
    result.number(object, "lowestTried", limit.lowestTried(), limit.modelId());
    object.addProperty("text", limit.sentence());
    return object;
  }
}
