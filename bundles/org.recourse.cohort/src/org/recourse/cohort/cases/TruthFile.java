/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.cases;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recourse.phantom.cohort.HiddenMechanism;
import org.recourse.phantom.cohort.SyntheticPatient;
import org.recourse.phantom.cohort.TrueRisk;

/**
 * The truth about a synthetic cohort, patient by patient: the risk with which necrosis was drawn,
 * and all that is needed to evaluate it for a changed dose. Immutable.
 *
 * <p>JSON with {@code "schema": "recourse/cohort-truth/1"} and {@code patients}, each with {@code
 * id}, {@code riskFraction}, {@code recurrenceRiskFraction}, the two fragilities, {@code
 * fractionCount}, {@code fractionsPerDay}, the five numbers of its {@code mechanism} and {@code
 * places}: {@code xyzMm}, {@code toleranceGy}, {@code weight}, {@code previousEqd2Gy}. The formula
 * is that of {@link HiddenMechanism}.
 *
 * @param patients truth by name of the patient
 */
public record TruthFile(Map<String, Truth> patients) {

  private static final String SCHEMA = "recourse/cohort-truth/1";

  public TruthFile {
    patients = Collections.unmodifiableMap(new LinkedHashMap<>(patients));
  }

  /**
   * The truth about a patient.
   *
   * @param riskFraction probability with which necrosis was drawn
   * @param recurrenceRiskFraction probability with which recurrence was drawn
   * @param fragility fragility of the tissue
   * @param risk the risk as a function of the dose
   */
  public record Truth(
      double riskFraction,
      double recurrenceRiskFraction,
      HiddenMechanism.Fragility fragility,
      TrueRisk risk) {

    /** Returns the truth about a synthetic patient. */
    public static Truth of(SyntheticPatient patient) {
      return new Truth(
          patient.riskFraction(),
          patient.facts().outcomes().recurrence().riskFraction(),
          patient.facts().fragility(),
          patient.trueRisk());
    }
  }

  /** Writes the file under a temporary name and moves it to its place. */
  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      try (BufferedWriter writer = Files.newBufferedWriter(temporary)) {
        write(writer);
      }
      Files.move(
          temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary); // there only if something failed
    }
  }

  private void write(Writer writer) {
    var root = new JsonObject();
    root.addProperty("schema", SCHEMA);
    root.addProperty("synthetic", true);
    var list = new JsonArray();
    patients.forEach((id, truth) -> list.add(json(id, truth)));
    root.add("patients", list);
    new Gson().toJson(root, writer);
  }

  private static JsonObject json(String id, Truth truth) {
    TrueRisk risk = truth.risk();
    HiddenMechanism mechanism = risk.mechanism();
    var object = new JsonObject();
    object.addProperty("id", id);
    object.addProperty("riskFraction", truth.riskFraction());
    object.addProperty("recurrenceRiskFraction", truth.recurrenceRiskFraction());
    object.addProperty("anteriorFragility", truth.fragility().anterior());
    object.addProperty("posteriorFragility", truth.fragility().posterior());
    object.addProperty("fractionCount", risk.schedule().fractionCount());
    object.addProperty("fractionsPerDay", risk.schedule().fractionsPerDay());
    var numbers = new JsonObject();
    numbers.addProperty("toleranceGy", mechanism.toleranceGy());
    numbers.addProperty("fragilityScale", mechanism.fragilityScale());
    numbers.addProperty("slope", mechanism.slope());
    numbers.addProperty("order", mechanism.order());
    numbers.addProperty("anteriorWeight", mechanism.anteriorWeight());
    object.add("mechanism", numbers);
    var places = new JsonObject();
    var xyzMm = new JsonArray();
    var toleranceGy = new JsonArray();
    var weight = new JsonArray();
    var previousEqd2Gy = new JsonArray();
    for (int i = 0; i < risk.placeCount(); i++) {
      xyzMm.add(risk.placeMm(i).x());
      xyzMm.add(risk.placeMm(i).y());
      xyzMm.add(risk.placeMm(i).z());
      toleranceGy.add(risk.toleranceGy(i));
      weight.add(risk.weight(i));
      previousEqd2Gy.add(risk.previousEqd2Gy(i));
    }
    places.add("xyzMm", xyzMm);
    places.add("toleranceGy", toleranceGy);
    places.add("weight", weight);
    places.add("previousEqd2Gy", previousEqd2Gy);
    object.add("places", places);
    return object;
  }

  /**
   * Reads a file.
   *
   * @throws TableFormatException if it is no truth of a cohort
   */
  public static TruthFile read(Path file) throws IOException, TableFormatException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      JsonObject root = new Gson().fromJson(reader, JsonObject.class);
      if (root == null || !root.has("schema") || !root.get("schema").getAsString().equals(SCHEMA)) {
        throw new TableFormatException(file + " is no truth of a synthetic cohort.");
      }
      var patients = new LinkedHashMap<String, Truth>();
      required(root, "patients")
          .getAsJsonArray()
          .forEach(
              element -> {
                JsonObject patient = element.getAsJsonObject();
                patients.put(required(patient, "id").getAsString(), truth(patient));
              });
      return new TruthFile(patients);
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | IllegalArgumentException e) {
      throw new TableFormatException(file + " is damaged: " + e.getMessage(), e);
    }
  }

  private static Truth truth(JsonObject patient) {
    JsonObject numbers = required(patient, "mechanism").getAsJsonObject();
    var mechanism =
        new HiddenMechanism(
            required(numbers, "toleranceGy").getAsDouble(),
            required(numbers, "fragilityScale").getAsDouble(),
            required(numbers, "slope").getAsDouble(),
            required(numbers, "order").getAsDouble(),
            required(numbers, "anteriorWeight").getAsDouble());
    JsonObject places = required(patient, "places").getAsJsonObject();
    var risk =
        new TrueRisk(
            mechanism,
            doubles(places, "xyzMm"),
            doubles(places, "toleranceGy"),
            doubles(places, "weight"),
            doubles(places, "previousEqd2Gy"),
            new TrueRisk.Schedule(
                required(patient, "fractionCount").getAsInt(),
                required(patient, "fractionsPerDay").getAsInt()));
    return new Truth(
        required(patient, "riskFraction").getAsDouble(),
        required(patient, "recurrenceRiskFraction").getAsDouble(),
        new HiddenMechanism.Fragility(
            required(patient, "anteriorFragility").getAsDouble(),
            required(patient, "posteriorFragility").getAsDouble()),
        risk);
  }

  private static double[] doubles(JsonObject object, String key) {
    List<JsonElement> values = required(object, key).getAsJsonArray().asList();
    return values.stream().mapToDouble(JsonElement::getAsDouble).toArray();
  }

  private static JsonElement required(JsonObject object, String key) {
    if (!object.has(key)) {
      throw new JsonParseException("it has no " + key);
    }
    return object.get(key);
  }
}
