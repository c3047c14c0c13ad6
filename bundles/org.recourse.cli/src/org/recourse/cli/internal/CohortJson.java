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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.recourse.cohort.evaluation.CellMetric;
import org.recourse.cohort.evaluation.Discrimination;
import org.recourse.cohort.evaluation.TableCell;
import org.recourse.cohort.learned.ModelEvaluation;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.learning.sample.Estimate;

/** Parts of result files of cohorts. */
final class CohortJson {

  private CohortJson() {}

  /** Names the tables of a cohort folder. */
  static void inputs(JsonResult json, Path folder) throws IOException, RefusalException {
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
        json.inputFile(file);
      }
    }
  }

  /** One object per model and split. */
  static JsonArray models(SystemResult result) {
    var models = new JsonArray();
    for (SystemResult.ModelScores own : result.scores()) {
      var object = new JsonObject();
      object.addProperty("name", own.model());
      object.addProperty("split", own.sample());
      object.addProperty("patients", own.scores().size());
      object.addProperty("events", own.scores().eventCount());
      figure(object, CellMetric.AUC, Discrimination.of(own.scores(), 0).auc());
      models.add(object);
    }
    return models;
  }

  /** A kept model on every split. */
  static JsonObject model(ModelEvaluation evaluation) {
    var model = new JsonObject();
    model.addProperty("modelId", evaluation.modelId());
    model.addProperty("outcome", evaluation.endpoint());
    var samples = new JsonArray();
    for (ModelEvaluation.OnSample own : evaluation.samples()) {
      var sample = new JsonObject();
      sample.addProperty("split", own.split());
      sample.addProperty("patients", own.figures().patientCount());
      sample.addProperty("events", own.figures().eventCount());
      sample.addProperty("threshold", own.figures().threshold());
      for (CellMetric metric : CellMetric.values()) {
        figure(sample, metric, own.figures().of(metric));
      }
      own.probability()
          .ifPresent(
              quality -> {
                number(sample, "calibrationSlope", quality.slope());
                number(sample, "calibrationIntercept", quality.intercept());
                number(sample, "brierScore", quality.brier());
                number(sample, "hosmerLemeshowPValue", quality.hosmerLemeshowPValue());
              });
      samples.add(sample);
    }
    model.add("samples", samples);
    return model;
  }

  private static void number(JsonObject object, String key, Estimate estimate) {
    estimate.asOptional().ifPresent(value -> object.addProperty(key, value));
  }

  /** A figure with its interval; one that is not defined is absent. */
  static void figure(JsonObject object, CellMetric metric, Estimate estimate) {
    if (estimate instanceof Estimate.Defined defined) {
      object.addProperty(metric.key(), defined.value());
      defined
          .interval()
          .ifPresent(
              interval -> {
                var ends = new JsonArray();
                ends.add(interval.lower());
                ends.add(interval.upper());
                object.add(metric.key() + "Interval95", ends);
              });
    }
  }

  static JsonArray audits(SystemResult result) {
    var audits = new JsonArray();
    for (SystemResult.Audit audit : result.audits()) {
      var object = new JsonObject();
      object.addProperty("model", audit.model());
      object.addProperty("permutations", audit.result().permutationCount());
      object.addProperty("meanAuc", audit.result().meanAuc());
      var ends = new JsonArray();
      ends.add(audit.result().interval().lower());
      ends.add(audit.result().interval().upper());
      object.add("interval99", ends);
      object.addProperty("passes", audit.result().passes());
      object.addProperty("verdict", audit.result().verdict().text());
      audits.add(object);
    }
    return audits;
  }

  static JsonArray cells(List<TableCell> cells) {
    var array = new JsonArray();
    for (TableCell cell : cells) {
      var object = new JsonObject();
      object.addProperty("case", cell.name());
      object.addProperty("metric", cell.metric().key());
      cell.published().ifPresent(value -> object.addProperty("published", value));
      switch (cell.measured()) {
        case Estimate.Defined defined -> {
          object.addProperty("value", defined.value());
          defined
              .interval()
              .ifPresent(
                  interval -> {
                    var ends = new JsonArray();
                    ends.add(interval.lower());
                    ends.add(interval.upper());
                    object.add("interval95", ends);
                  });
        }
        case Estimate.Undefined undefined -> object.addProperty("absent", undefined.reason());
      }
      object.addProperty("code", cell.code());
      object.addProperty("seed", cell.seed());
      array.add(object);
    }
    return array;
  }
}
