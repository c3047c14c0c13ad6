/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Writes {@code model.json}, format 1; what {@link ModelDescriptionJson} reads. */
final class ModelDescriptionWriting {

  private static final int FORMAT = 1;

  private ModelDescriptionWriting() {}

  static String text(ModelDescription model) {
    var json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.addProperty("id", model.identity().id());
    json.addProperty("version", model.identity().version());
    json.addProperty("title", model.identity().title());
    json.addProperty("licence", model.identity().licence());
    json.addProperty("networkFormat", model.networkFormat());
    json.addProperty("intendedUse", model.intendedUse());
    json.add("inputs", list(model.inputs(), ModelDescriptionWriting::tensor));
    json.add("outputs", list(model.outputs(), ModelDescriptionWriting::tensor));
    json.add("dose", dose(model.dose()));
    json.add("training", training(model.training()));
    model.calibration().ifPresent(calibration -> json.add("calibration", of(calibration)));
    json.add("features", list(model.features(), ModelDescriptionWriting::feature));
    json.add("domain", domain(model.domain()));
    json.add("files", list(model.files(), ModelDescriptionWriting::file));
    Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    return gson.toJson(json) + "\n";
  }

  private static <T> JsonArray list(List<T> items, Function<T, JsonObject> writing) {
    var array = new JsonArray();
    items.forEach(item -> array.add(writing.apply(item)));
    return array;
  }

  private static JsonObject tensor(TensorSpecification tensor) {
    var json = new JsonObject();
    json.addProperty("name", tensor.name());
    json.addProperty("role", word(tensor.role()));
    var shape = new JsonArray();
    tensor.shape().sizes().forEach(shape::add);
    json.add("shape", shape);
    json.addProperty("unit", tensor.unit());
    json.addProperty("order", tensor.order());
    json.addProperty("preprocessing", tensor.preprocessing());
    return json;
  }

  private static JsonObject dose(DoseConditions dose) {
    var json = new JsonObject();
    switch (dose.quantity()) {
      case DoseQuantity.Physical physical -> json.addProperty("quantity", "physical");
      case DoseQuantity.Eqd2 eqd2 -> {
        json.addProperty("quantity", "eqd2");
        json.addProperty("alphaBetaGy", eqd2.alphaBetaGy());
      }
    }
    var voxel = new JsonObject();
    voxel.addProperty("x", dose.voxelSizeXMm());
    voxel.addProperty("y", dose.voxelSizeYMm());
    voxel.addProperty("z", dose.voxelSizeZMm());
    json.add("voxelSizeMm", voxel);
    json.add("fractionCount", range(dose.fractionCount()));
    json.add("dosePerFractionGy", range(dose.dosePerFractionGy()));
    return json;
  }

  private static JsonObject range(ValueRange range) {
    var json = new JsonObject();
    json.addProperty("minimum", range.minimum());
    json.addProperty("maximum", range.maximum());
    return json;
  }

  private static JsonObject training(TrainingData training) {
    var json = new JsonObject();
    json.addProperty("description", training.description());
    json.addProperty("synthetic", training.synthetic());
    json.addProperty("patientCount", training.patientCount());
    json.addProperty("eventCount", training.eventCount());
    return json;
  }

  private static JsonObject of(Calibration calibration) {
    var json = new JsonObject();
    json.addProperty("incidenceFraction", calibration.incidenceFraction());
    json.addProperty("slope", calibration.slope());
    json.addProperty("intercept", calibration.intercept());
    json.addProperty("source", calibration.source());
    return json;
  }

  private static JsonObject feature(FeatureScaling feature) {
    var json = new JsonObject();
    json.addProperty("name", feature.name());
    json.addProperty("unit", feature.unit());
    json.addProperty("mean", feature.mean());
    json.addProperty("standardDeviation", feature.standardDeviation());
    return json;
  }

  private static JsonObject domain(ValidityDomain domain) {
    var json = new JsonObject();
    json.add("maximumDoseGy", range(domain.maximumDoseGy()));
    json.addProperty("largestFeatureDistance", domain.largestFeatureDistance());
    return json;
  }

  private static JsonObject file(PackageFile file) {
    var json = new JsonObject();
    json.addProperty("path", file.path());
    json.addProperty("role", word(file.role()));
    json.addProperty("byteCount", file.byteCount());
    json.addProperty("sha256", file.sha256());
    return json;
  }

  /** DOSE_GRADIENT is written dose-gradient. */
  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
