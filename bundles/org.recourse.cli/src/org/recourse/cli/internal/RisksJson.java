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
import org.recourse.assistant.bands.UncertaintyBands;
import org.recourse.grid.finding.Finding;
import org.recourse.risk.Interval;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskInputValue;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskPart;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;

/**
 * Risks as JSON. A probability is written only by a calibrated model; one that is not calibrated
 * writes its number as a score. A model that does not apply writes what it lacks and no number.
 */
final class RisksJson {

  private final JsonResult result;
  private final UncertaintyBands bands;

  RisksJson(JsonResult result, UncertaintyBands bands) {
    this.result = result;
    this.bands = bands;
  }

  JsonArray of(List<RiskAssessment> assessments) {
    var risks = new JsonArray();
    for (RiskAssessment assessment : assessments) {
      risks.add(json(assessment));
    }
    return risks;
  }

  private JsonObject json(RiskAssessment assessment) {
    String id = assessment.model().id();
    var object = new JsonObject();
    object.addProperty("modelId", id);
    object.addProperty("title", assessment.model().title());
    boolean calibrated =
        assessment.description().map(RiskModelDescription::calibrated).orElse(false);
    assessment
        .description()
        .ifPresent(
            model -> {
              object.addProperty("modelVersion", model.version());
              object.addProperty("outcome", model.outcome());
              object.addProperty("calibrated", model.calibrated());
              object.addProperty("trainedOn", model.trainedOn());
              object.addProperty("planDependent", model.planDependent());
            });
    result.findings(assessment.result().findings());
    switch (assessment.result()) {
      case RiskResult.Assessed assessed -> addAssessed(object, assessed, calibrated, id);
      case RiskResult.NotApplicable no -> {
        object.addProperty("applies", false);
        object.addProperty("inDomain", no.inDomain());
        object.add("lacks", JsonResult.texts(no.lacks()));
        object.add("outsideDomain", JsonResult.texts(no.outsideDomain()));
      }
      case RiskResult.Failed(String sentence, List<Finding> findings) -> {
        object.addProperty("applies", false);
        object.add("lacks", JsonResult.texts(List.of(sentence)));
      }
    }
    BandsJson.add(object, bands.risk(id));
    result.number(object, "computeMs", assessment.computeMs(), id);
    return object;
  }

  private void addAssessed(
      JsonObject object, RiskResult.Assessed assessed, boolean calibrated, String id) {
    object.addProperty("applies", true);
    object.addProperty("inDomain", assessed.inDomain());
    object.add("lacks", new JsonArray());
    addValue(object, assessed.value(), calibrated, id);
    var parts = new JsonArray();
    for (RiskPart part : assessed.parts()) {
      var partObject = new JsonObject();
      partObject.addProperty("label", part.label());
      partObject.addProperty("structure", part.structureName());
      addValue(partObject, part.value(), calibrated, id);
      parts.add(partObject);
    }
    object.add("parts", parts);
    object.add("reasons", JsonResult.texts(assessed.reasons()));
    var inputs = new JsonArray();
    assessed.inputs().forEach(input -> inputs.add(json(input, id)));
    object.add("inputs", inputs);
  }

  private void addValue(JsonObject object, RiskValue value, boolean calibrated, String id) {
    object.addProperty("bound", value.bound().name());
    switch (value) {
      case RiskValue.Probability probability -> {
        result.number(object, calibrated ? "probability" : "score", probability.fraction(), id);
        probability
            .interval95()
            .filter(interval -> calibrated)
            .ifPresent(interval -> object.add("interval95", json(interval)));
      }
      case RiskValue.Category category -> {
        object.addProperty("category", category.text());
        object.addProperty("raised", category.raised());
      }
      case RiskValue.Score score -> result.number(object, "score", score.score(), id);
    }
  }

  private static JsonArray json(Interval interval) {
    var array = new JsonArray();
    array.add(interval.lower());
    array.add(interval.upper());
    return array;
  }

  private JsonObject json(RiskInputValue input, String id) {
    var object = new JsonObject();
    object.addProperty("label", input.label());
    String key =
        switch (input.unit()) {
          case GY -> "valueGy";
          case EQD2_GY -> "valueEqd2Gy";
          case CM3 -> "valueCm3";
          case YEARS -> "valueYears";
          case DAYS -> "valueDays";
          case PERCENT -> "valuePercent";
          case ONE -> "value";
        };
    result.number(object, key, input.value(), id);
    object.addProperty("origin", input.origin());
    return object;
  }
}
