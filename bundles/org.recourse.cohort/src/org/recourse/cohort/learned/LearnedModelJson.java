/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.learned;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.cohort.evaluation.Endpoint;
import org.recourse.learning.classifier.FittedClassifiers;
import org.recourse.learning.harmonisation.ComBat;
import org.recourse.learning.performance.Recalibration;
import org.recourse.learning.pipeline.FittedState;

/**
 * A learned model as JSON of the schema {@value #SCHEMA}: names and numbers, nothing that could be
 * executed. Numbers are written so that they are read back to the last bit. Stateless.
 */
public final class LearnedModelJson {

  static final String SCHEMA = "recourse/learned-model/1";

  private LearnedModelJson() {}

  /**
   * @throws IllegalArgumentException if a step of the model cannot be written
   */
  public static String text(LearnedModel model) {
    var json = new JsonObject();
    json.addProperty("schema", SCHEMA);
    json.addProperty("id", model.id());
    json.addProperty("title", model.title());
    json.addProperty("system", model.system());
    json.addProperty("threshold", model.threshold());
    model
        .recalibration()
        .ifPresent(
            own -> {
              var object = new JsonObject();
              object.addProperty("intercept", own.intercept());
              object.addProperty("slope", own.slope());
              object.addProperty("incidenceFraction", own.incidenceFraction());
              json.add("recalibration", object);
            });
    json.add("facts", facts(model.facts()));
    json.add("inputs", texts(model.score().inputs()));
    model.score().harmonisation().ifPresent(own -> json.add("harmonisation", json(own.state())));
    FittedState state =
        model
            .score()
            .classifier()
            .state()
            .orElseThrow(
                () -> new IllegalArgumentException("a step of " + model.id() + " has no state"));
    json.add("model", json(state));
    Gson gson = new GsonBuilder().disableHtmlEscaping().create();
    return gson.toJson(json);
  }

  private static JsonObject facts(TrainingFacts facts) {
    var json = new JsonObject();
    json.addProperty("outcome", facts.endpoint().outcome());
    facts.endpoint().horizonMonths().ifPresent(months -> json.addProperty("horizonMonths", months));
    json.addProperty("deathOutcome", facts.endpoint().deathOutcome());
    json.addProperty("patientCount", facts.patientCount());
    json.addProperty("eventCount", facts.eventCount());
    json.add("centres", texts(facts.centres()));
    json.addProperty("synthetic", facts.synthetic());
    json.addProperty("procedure", facts.procedure());
    json.addProperty("seed", facts.seed());
    json.add("figures", texts(facts.figures()));
    return json;
  }

  private static JsonArray texts(List<String> texts) {
    var array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static JsonObject json(FittedState state) {
    var json = new JsonObject();
    json.addProperty("kind", state.kind());
    var numbers = new JsonObject();
    state
        .numbers()
        .forEach(
            (key, values) -> {
              var array = new JsonArray();
              for (double value : values) {
                array.add(value);
              }
              numbers.add(key, array);
            });
    json.add("numbers", numbers);
    var names = new JsonObject();
    state.names().forEach((key, values) -> names.add(key, texts(values)));
    json.add("names", names);
    var parts = new JsonArray();
    state.parts().forEach(part -> parts.add(json(part)));
    json.add("parts", parts);
    return json;
  }

  /**
   * Reads a model.
   *
   * @throws IllegalArgumentException if the text is no such model; the message says why
   */
  public static LearnedModel of(String text) {
    try {
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      String schema = required(json, "schema").getAsString();
      if (!schema.equals(SCHEMA)) {
        throw new IllegalArgumentException("a model of the schema " + schema + " is not known");
      }
      Optional<ComBat> harmonisation =
          Optional.ofNullable(json.get("harmonisation")).map(own -> ComBat.of(state(own)));
      return new LearnedModel(
          required(json, "id").getAsString(),
          required(json, "title").getAsString(),
          required(json, "system").getAsString(),
          new LearnedScore(
              texts(required(json, "inputs")),
              harmonisation,
              FittedClassifiers.of(state(required(json, "model")))),
          required(json, "threshold").getAsDouble(),
          Optional.ofNullable(json.get("recalibration")).map(LearnedModelJson::recalibration),
          facts(required(json, "facts").getAsJsonObject()));
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | IndexOutOfBoundsException e) { // whatever the JSON reader says to damaged text
      throw new IllegalArgumentException("no learned model: " + e.getMessage(), e);
    }
  }

  private static Recalibration recalibration(JsonElement element) {
    JsonObject own = element.getAsJsonObject();
    return new Recalibration(
        required(own, "intercept").getAsDouble(),
        required(own, "slope").getAsDouble(),
        required(own, "incidenceFraction").getAsDouble());
  }

  private static TrainingFacts facts(JsonObject json) {
    return new TrainingFacts(
        new Endpoint(
            required(json, "outcome").getAsString(),
            json.has("horizonMonths")
                ? OptionalDouble.of(required(json, "horizonMonths").getAsDouble())
                : OptionalDouble.empty(),
            required(json, "deathOutcome").getAsString()),
        required(json, "patientCount").getAsInt(),
        required(json, "eventCount").getAsInt(),
        texts(required(json, "centres")),
        required(json, "synthetic").getAsBoolean(),
        required(json, "procedure").getAsString(),
        required(json, "seed").getAsLong(),
        texts(required(json, "figures")));
  }

  private static List<String> texts(JsonElement array) {
    List<String> texts = new ArrayList<>();
    array.getAsJsonArray().forEach(element -> texts.add(element.getAsString()));
    return texts;
  }

  private static FittedState state(JsonElement element) {
    JsonObject json = element.getAsJsonObject();
    Map<String, double[]> numbers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry :
        required(json, "numbers").getAsJsonObject().entrySet()) {
      JsonArray array = entry.getValue().getAsJsonArray();
      double[] values = new double[array.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = array.get(i).getAsDouble();
      }
      numbers.put(entry.getKey(), values);
    }
    Map<String, List<String>> names = new LinkedHashMap<>();
    required(json, "names")
        .getAsJsonObject()
        .entrySet()
        .forEach(entry -> names.put(entry.getKey(), texts(entry.getValue())));
    List<FittedState> parts = new ArrayList<>();
    required(json, "parts").getAsJsonArray().forEach(part -> parts.add(state(part)));
    return new FittedState(required(json, "kind").getAsString(), numbers, names, parts);
  }

  private static JsonElement required(JsonObject json, String key) {
    JsonElement value = json.get(key);
    if (value == null) { // Gson: null for an absent key
      throw new IllegalArgumentException("\"" + key + "\" is missing");
    }
    return value;
  }
}
