/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recourse.inference.internal.json.JsonFields;
import org.recourse.inference.internal.json.JsonRefusedException;
import org.recourse.inference.internal.json.StrictJson;
import org.recourse.inference.tensor.TensorShape;

/** Reads {@code model.json}, format 1. Every key is required unless it says otherwise. */
final class ModelDescriptionJson {

  private static final long FORMAT = 1;

  private ModelDescriptionJson() {}

  /**
   * Returns the description.
   *
   * @throws JsonRefusedException if a key is missing, unknown, twice or has the wrong type
   * @throws IllegalArgumentException if a value makes no sense
   */
  static ModelDescription read(String text) throws JsonRefusedException {
    var json = new JsonFields(StrictJson.object(text), "");
    long format = json.integer("format");
    if (format != FORMAT) {
      throw new JsonRefusedException(
          "format " + format + " is not known here; this version reads format " + FORMAT);
    }
    var description =
        new ModelDescription(
            identity(json),
            json.text("networkFormat"),
            json.text("intendedUse"),
            tensors(json.list("inputs")),
            tensors(json.list("outputs")),
            dose(json.fields("dose")),
            training(json.fields("training")),
            calibration(json),
            features(json.list("features")),
            domain(json.fields("domain")),
            files(json.list("files")));
    json.finish();
    return description;
  }

  private static ModelIdentity identity(JsonFields json) throws JsonRefusedException {
    return new ModelIdentity(
        json.text("id"), json.text("version"), json.text("title"), json.text("licence"));
  }

  private static List<TensorSpecification> tensors(List<JsonFields> list)
      throws JsonRefusedException {
    var tensors = new ArrayList<TensorSpecification>();
    for (JsonFields json : list) {
      tensors.add(
          new TensorSpecification(
              json.text("name"),
              json.choice("role", TensorSpecification.Role.class),
              shape(json.integers("shape")),
              json.text("unit"),
              json.text("order"),
              json.text("preprocessing")));
      json.finish();
    }
    return tensors;
  }

  private static TensorShape shape(List<Long> sizes) throws JsonRefusedException {
    try {
      return new TensorShape(sizes.stream().map(Math::toIntExact).toList());
    } catch (ArithmeticException e) {
      throw new JsonRefusedException("no tensor can have the shape " + sizes, e);
    }
  }

  private static DoseConditions dose(JsonFields json) throws JsonRefusedException {
    JsonFields voxel = json.fields("voxelSizeMm");
    var conditions =
        new DoseConditions(
            quantity(json),
            voxel.number("x"),
            voxel.number("y"),
            voxel.number("z"),
            range(json.fields("fractionCount")),
            range(json.fields("dosePerFractionGy")));
    voxel.finish();
    json.finish();
    return conditions;
  }

  private static DoseQuantity quantity(JsonFields json) throws JsonRefusedException {
    String quantity = json.text("quantity");
    return switch (quantity) {
      case "physical" -> new DoseQuantity.Physical();
      case "eqd2" -> new DoseQuantity.Eqd2(json.number("alphaBetaGy"));
      default ->
          throw new JsonRefusedException(
              "dose.quantity is " + quantity + " but must be physical or eqd2");
    };
  }

  private static ValueRange range(JsonFields json) throws JsonRefusedException {
    var range = new ValueRange(json.number("minimum"), json.number("maximum"));
    json.finish();
    return range;
  }

  private static TrainingData training(JsonFields json) throws JsonRefusedException {
    var training =
        new TrainingData(
            json.text("description"),
            json.flag("synthetic"),
            count(json, "patientCount"),
            count(json, "eventCount"));
    json.finish();
    return training;
  }

  private static int count(JsonFields json, String key) throws JsonRefusedException {
    long count = json.integer(key);
    if (count != (int) count) {
      throw new JsonRefusedException(key + " is too large: " + count);
    }
    return (int) count;
  }

  /** The key may be left out: then the model gives scores only. */
  private static Optional<Calibration> calibration(JsonFields json) throws JsonRefusedException {
    Optional<JsonFields> fields = json.optionalFields("calibration");
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    JsonFields own = fields.orElseThrow();
    var calibration =
        new Calibration(
            own.number("incidenceFraction"),
            own.number("slope"),
            own.number("intercept"),
            own.text("source"));
    own.finish();
    return Optional.of(calibration);
  }

  private static List<FeatureScaling> features(List<JsonFields> list) throws JsonRefusedException {
    var features = new ArrayList<FeatureScaling>();
    for (JsonFields json : list) {
      features.add(
          new FeatureScaling(
              json.text("name"),
              json.text("unit"),
              json.number("mean"),
              json.number("standardDeviation")));
      json.finish();
    }
    return features;
  }

  private static ValidityDomain domain(JsonFields json) throws JsonRefusedException {
    var domain =
        new ValidityDomain(
            range(json.fields("maximumDoseGy")), json.number("largestFeatureDistance"));
    json.finish();
    return domain;
  }

  private static List<PackageFile> files(List<JsonFields> list) throws JsonRefusedException {
    var files = new ArrayList<PackageFile>();
    for (JsonFields json : list) {
      files.add(
          new PackageFile(
              json.text("path"),
              json.choice("role", FileRole.class),
              json.integer("byteCount"),
              json.text("sha256")));
      json.finish();
    }
    return files;
  }
}
