/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The patients of a campaign that are done, one line of JSON each, so that a campaign which was
 * killed goes on with the next patient. The first line names the model and the seeds; a log of
 * another campaign is refused, so that figures of two versions are never mixed. A last line that
 * was cut short is done again.
 *
 * @param file the log
 * @param campaign what the first line says
 */
record TruthLog(Path file, String campaign) {

  private static final String CAMPAIGN = "campaign";

  /**
   * Reads what is done; makes the log if there is none.
   *
   * @throws IOException if the file belongs to another campaign or cannot be read
   */
  List<TruthRecord> open() throws IOException {
    if (!Files.exists(file)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var first = new JsonObject();
      first.addProperty(CAMPAIGN, campaign);
      Files.writeString(file, first + "\n", StandardCharsets.UTF_8);
      return List.of();
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    if (whole.length() < text.length()) {
      Files.writeString(file, whole, StandardCharsets.UTF_8);
    }
    List<String> lines = whole.lines().toList();
    requireSame(lines);
    List<TruthRecord> records = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      records.add(read(parsed(line)));
    }
    return records;
  }

  private void requireSame(List<String> lines) throws IOException {
    boolean same =
        !lines.isEmpty()
            && parsed(lines.getFirst()).has(CAMPAIGN)
            && parsed(lines.getFirst()).get(CAMPAIGN).getAsString().equals(campaign);
    if (!same) {
      throw new IOException(
          file + " belongs to another campaign; remove it or name another model.");
    }
  }

  private JsonObject parsed(String line) throws IOException {
    try {
      return JsonParser.parseString(line).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new IOException(file + " holds a line that cannot be read: " + line, e);
    }
  }

  /** Adds a patient; the line is on the disk when this returns. */
  void add(TruthRecord record) throws IOException {
    Files.writeString(
        file,
        line(record) + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.APPEND,
        StandardOpenOption.SYNC);
  }

  private static JsonObject line(TruthRecord record) {
    var line = new JsonObject();
    line.addProperty("group", record.group());
    line.addProperty("number", record.number());
    line.addProperty("inDomain", record.inDomain());
    line.addProperty("covered", record.covered());
    line.addProperty("event", record.event());
    line.addProperty("modelRisk", record.modelRisk());
    line.addProperty("trueRisk", record.trueRisk());
    line.add("failedChecks", texts(record.failedChecks()));
    line.add("strange", texts(record.strange()));
    record.accepted().ifPresent(accepted -> line.add("accepted", accepted(accepted)));
    return line;
  }

  private static JsonObject accepted(TruthRecord.Accepted accepted) {
    var line = new JsonObject();
    line.addProperty("modelDelta", accepted.modelDelta());
    line.addProperty("trueRisk", accepted.trueRisk());
    line.addProperty("scaledTrueRisk", accepted.scaledTrueRisk());
    line.addProperty("lostD98Gy", accepted.lostD98Gy());
    line.addProperty("deltaTcp", accepted.deltaTcp());
    line.add("violations", texts(accepted.violations()));
    var weights = new JsonArray();
    accepted.weights().forEach(weights::add);
    line.add("weights", weights);
    return line;
  }

  private static JsonArray texts(List<String> texts) {
    var array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static TruthRecord read(JsonObject line) {
    return new TruthRecord(
        line.get("group").getAsString(),
        line.get("number").getAsInt(),
        line.get("inDomain").getAsBoolean(),
        line.get("covered").getAsBoolean(),
        line.get("event").getAsBoolean(),
        line.get("modelRisk").getAsDouble(),
        line.get("trueRisk").getAsDouble(),
        Optional.ofNullable(line.getAsJsonObject("accepted")).map(TruthLog::readAccepted),
        texts(line.getAsJsonArray("failedChecks")),
        texts(line.getAsJsonArray("strange")));
  }

  private static TruthRecord.Accepted readAccepted(JsonObject line) {
    return new TruthRecord.Accepted(
        line.get("modelDelta").getAsDouble(),
        line.get("trueRisk").getAsDouble(),
        line.get("scaledTrueRisk").getAsDouble(),
        line.get("lostD98Gy").getAsDouble(),
        line.get("deltaTcp").getAsDouble(),
        texts(line.getAsJsonArray("violations")),
        line.getAsJsonArray("weights").asList().stream().map(JsonElement::getAsDouble).toList());
  }

  private static List<String> texts(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsString).toList();
  }
}
