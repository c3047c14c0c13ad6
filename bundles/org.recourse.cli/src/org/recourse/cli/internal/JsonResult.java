/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.recourse.grid.finding.Finding;

/**
 * A result file in the making: {@code schema}, {@code software}, {@code created}, {@code inputs},
 * {@code findings}, then what the command adds. A number that is not finite is never written: its
 * key stays away and a finding says so. Not thread-safe.
 */
final class JsonResult {

  private static final int BUFFER_BYTES = 1 << 16;

  private final JsonObject body = new JsonObject();
  private final JsonArray inputs = new JsonArray();
  private final Set<Finding> findings = new LinkedHashSet<>();

  JsonResult(String name, Surroundings surroundings) {
    body.addProperty("schema", "recourse/" + name + "/1");
    body.addProperty("software", surroundings.software());
    body.addProperty("created", surroundings.clock().instant().toString());
    body.add("inputs", inputs);
    body.add("findings", new JsonArray());
  }

  /** Names a file the result was computed from, with its SHA-256. */
  void inputFile(Path file) throws RefusalException {
    var input = new JsonObject();
    input.addProperty("path", file.toString());
    input.addProperty("sha256", sha256(file));
    inputs.add(input);
  }

  /** Names a DICOM object the result was computed from. */
  void inputObject(String sopInstanceUid) {
    var input = new JsonObject();
    input.addProperty("sopInstanceUid", sopInstanceUid);
    inputs.add(input);
  }

  void findings(Collection<Finding> more) {
    findings.addAll(more);
  }

  Set<Finding> findings() {
    return findings;
  }

  void add(String key, JsonElement value) {
    body.add(key, value);
  }

  boolean has(String key) {
    return body.has(key);
  }

  /** Returns a text within an object that was added. */
  Optional<String> text(String key, String inner) {
    return body.has(key)
        ? Optional.of(body.getAsJsonObject(key).get(inner).getAsString())
        : Optional.empty();
  }

  /** Adds a number, or a finding if it is not finite. */
  void number(JsonObject object, String key, double value, String affected) {
    if (Double.isFinite(value)) {
      object.addProperty(key, value);
    } else {
      findings.add(
          Finding.error("The value of " + key + " is not a finite number: " + value, affected));
    }
  }

  static void optional(JsonObject object, String key, OptionalDouble value) {
    value.ifPresent(number -> object.addProperty(key, number));
  }

  static void optional(JsonObject object, String key, OptionalInt value) {
    value.ifPresent(number -> object.addProperty(key, number));
  }

  static void optional(JsonObject object, String key, OptionalLong value) {
    value.ifPresent(number -> object.addProperty(key, number));
  }

  static void optional(JsonObject object, String key, String text) {
    if (!text.isEmpty()) {
      object.addProperty(key, text);
    }
  }

  static JsonArray texts(Collection<String> texts) {
    var array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  /** Returns the text of the file. */
  String text() {
    var array = new JsonArray();
    for (Finding finding : findings) {
      array.add(json(finding));
    }
    body.add("findings", array);
    Gson gson = new GsonBuilder().disableHtmlEscaping().create();
    return gson.toJson(body);
  }

  private static JsonObject json(Finding finding) {
    var object = new JsonObject();
    object.addProperty("severity", finding.severity().name());
    object.addProperty("text", finding.text());
    optional(object, "affected", finding.affected());
    return object;
  }

  /** Returns a finding as a line for people. */
  static String line(Finding finding) {
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
    return finding.affected().isEmpty()
        ? severity + ": " + finding.text()
        : severity + ": " + finding.affected() + ": " + finding.text();
  }

  private static String sha256(Path file) throws RefusalException {
    try (InputStream stream = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new RefusalException(file + " cannot be read: " + e, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
