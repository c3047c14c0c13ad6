/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.audit;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A record as JSON. A double is written so that reading it gives the same bits. Stateless. */
final class RecordJson {

  static final String SCHEMA = "recourse/record/1";

  private RecordJson() {}

  static String text(AuditRecord record) {
    var object = new JsonObject();
    object.addProperty("schema", SCHEMA);
    object.addProperty("kind", record.kind().name());
    object.addProperty("software", record.software());
    object.addProperty("created", record.created().toString());
    object.addProperty("revision", record.revision());
    object.addProperty("synthetic", record.synthetic());
    object.addProperty("device", record.device());
    object.addProperty("caseSha256", record.caseSha256());
    var inputs = new JsonArray();
    for (InputFile input : record.inputs()) {
      var json = new JsonObject();
      json.addProperty("path", input.relativePath());
      json.addProperty("sha256", input.sha256());
      inputs.add(json);
    }
    object.add("inputs", inputs);
    var models = new JsonArray();
    for (ModelStamp model : record.models()) {
      var json = new JsonObject();
      json.addProperty("id", model.id());
      json.addProperty("version", model.version());
      json.addProperty("sha256", model.checksum());
      models.add(json);
    }
    object.add("models", models);
    object.add("settings", texts(record.settings()));
    var seeds = new JsonArray();
    record.seeds().forEach(seeds::add);
    object.add("seeds", seeds);
    object.add("numbers", numbers(record.numbers().numberByKey()));
    object.add("texts", texts(record.numbers().textByKey()));
    record.accepted().ifPresent(accepted -> object.add("proposal", json(accepted)));
    Gson gson = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();
    return gson.toJson(object);
  }

  private static JsonObject json(AcceptedProposal accepted) {
    var json = new JsonObject();
    json.addProperty("id", accepted.id());
    json.addProperty("kind", accepted.kind());
    json.addProperty("text", accepted.text());
    var checks = new JsonArray();
    accepted.checks().forEach(checks::add);
    json.add("checks", checks);
    json.add("promised", numbers(accepted.promised()));
    return json;
  }

  private static JsonObject texts(Map<String, String> texts) {
    var json = new JsonObject();
    texts.forEach(json::addProperty);
    return json;
  }

  private static JsonObject numbers(Map<String, Double> numbers) {
    var json = new JsonObject();
    numbers.forEach(json::addProperty);
    return json;
  }

  static AuditRecord read(Path file, String text) throws AuditException {
    try {
      JsonObject object = JsonParser.parseString(text).getAsJsonObject();
      JsonElement schema = object.get("schema");
      if (schema == null || !schema.getAsString().equals(SCHEMA)) {
        throw new AuditException(file, "this is no record (schema " + SCHEMA + ").");
      }
      return record(object);
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | DateTimeException
        | IllegalArgumentException e) {
      throw new AuditException(
          file, "the record is damaged or incomplete (" + e.getMessage() + ").", e);
    }
  }

  private static AuditRecord record(JsonObject object) {
    List<InputFile> inputs = new ArrayList<>();
    for (JsonElement each : array(object, "inputs")) {
      JsonObject json = each.getAsJsonObject();
      inputs.add(new InputFile(text(json, "path"), text(json, "sha256")));
    }
    List<ModelStamp> models = new ArrayList<>();
    for (JsonElement each : array(object, "models")) {
      JsonObject json = each.getAsJsonObject();
      models.add(new ModelStamp(text(json, "id"), text(json, "version"), text(json, "sha256")));
    }
    List<Long> seeds = new ArrayList<>();
    array(object, "seeds").forEach(seed -> seeds.add(seed.getAsLong()));
    return new AuditRecord(
        AuditRecord.Kind.valueOf(text(object, "kind")),
        text(object, "software"),
        Instant.parse(text(object, "created")),
        present(object, "revision").getAsLong(),
        present(object, "synthetic").getAsBoolean(),
        text(object, "device"),
        text(object, "caseSha256"),
        inputs,
        models,
        texts(present(object, "settings").getAsJsonObject()),
        seeds,
        new RecordedNumbers(
            numbers(present(object, "numbers").getAsJsonObject()),
            texts(present(object, "texts").getAsJsonObject())),
        object.has("proposal")
            ? Optional.of(proposal(object.getAsJsonObject("proposal")))
            : Optional.empty());
  }

  private static AcceptedProposal proposal(JsonObject json) {
    List<String> checks = new ArrayList<>();
    array(json, "checks").forEach(check -> checks.add(check.getAsString()));
    return new AcceptedProposal(
        text(json, "id"),
        text(json, "kind"),
        text(json, "text"),
        checks,
        numbers(present(json, "promised").getAsJsonObject()));
  }

  private static String text(JsonObject json, String key) {
    return present(json, key).getAsString();
  }

  private static JsonArray array(JsonObject json, String key) {
    return present(json, key).getAsJsonArray();
  }

  private static JsonElement present(JsonObject json, String key) {
    JsonElement value = json.get(key);
    if (value == null) { // Gson: no such key
      throw new IllegalArgumentException(key + " is missing");
    }
    return value;
  }

  private static TreeMap<String, String> texts(JsonObject json) {
    var texts = new TreeMap<String, String>();
    json.entrySet().forEach(entry -> texts.put(entry.getKey(), entry.getValue().getAsString()));
    return texts;
  }

  private static TreeMap<String, Double> numbers(JsonObject json) {
    var numbers = new TreeMap<String, Double>();
    json.entrySet().forEach(entry -> numbers.put(entry.getKey(), entry.getValue().getAsDouble()));
    return numbers;
  }
}
