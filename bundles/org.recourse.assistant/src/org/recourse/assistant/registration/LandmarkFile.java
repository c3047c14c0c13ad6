/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.registration;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.recourse.grid.geometry.Vector3;
import org.recourse.registration.landmark.LandmarkPair;

/**
 * Landmarks typed by a person, patient LPS in mm. A CSV file has one line for each: name, x, y, z
 * in the fixed image, x, y, z in the moving image; a first line that begins with {@code name} is a
 * heading, lines that begin with # are comments. A JSON file (name ends in .json) is an array of
 * {@code {"name": "C2", "fixedMm": [x, y, z], "movingMm": [x, y, z]}}.
 */
public final class LandmarkFile {

  private static final int FIELDS = 7;

  private LandmarkFile() {}

  /**
   * Reads at least one landmark.
   *
   * @throws IOException if the file cannot be read or says something else; the message names file
   *     and line
   */
  public static List<LandmarkPair> read(Path file) throws IOException {
    String text = Files.readString(file);
    boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    List<LandmarkPair> pairs = json ? ofJson(file, text) : ofCsv(file, text);
    if (pairs.isEmpty()) {
      throw new IOException(file + " holds no landmark.");
    }
    var names = new HashSet<String>();
    for (LandmarkPair pair : pairs) {
      if (!names.add(pair.name())) {
        throw new IOException(file + " names two landmarks " + pair.name() + ".");
      }
    }
    return List.copyOf(pairs);
  }

  private static List<LandmarkPair> ofCsv(Path file, String text) throws IOException {
    var pairs = new ArrayList<LandmarkPair>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String stripped = line.strip();
      boolean heading = pairs.isEmpty() && stripped.toLowerCase(Locale.ROOT).startsWith("name");
      if (stripped.isEmpty() || stripped.startsWith("#") || heading) {
        continue;
      }
      String[] fields = stripped.split("\\s*[,;\\t]\\s*", -1);
      if (fields.length != FIELDS) {
        throw new IOException(
            file + ", line " + number + ": 7 fields expected (name and six numbers in mm).");
      }
      double[] mm = new double[FIELDS - 1];
      for (int i = 0; i < mm.length; i++) {
        mm[i] = number(file + ", line " + number, fields[i + 1]);
      }
      pairs.add(
          new LandmarkPair(
              fields[0], new Vector3(mm[0], mm[1], mm[2]), new Vector3(mm[3], mm[4], mm[5])));
    }
    return pairs;
  }

  private static double number(String where, String text) throws IOException {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IOException(where + ": " + text + " is no number.", e);
    }
    throw new IOException(where + ": " + text + " is not finite.");
  }

  private static List<LandmarkPair> ofJson(Path file, String text) throws IOException {
    var pairs = new ArrayList<LandmarkPair>();
    try {
      for (JsonElement element : JsonParser.parseString(text).getAsJsonArray()) {
        JsonObject object = element.getAsJsonObject();
        if (!object.has("name") || !object.has("fixedMm") || !object.has("movingMm")) {
          throw new IOException(file + ": a landmark has name, fixedMm and movingMm: " + object);
        }
        String name = object.get("name").getAsString();
        pairs.add(
            new LandmarkPair(
                name,
                point(file + ", " + name, object.getAsJsonArray("fixedMm")),
                point(file + ", " + name, object.getAsJsonArray("movingMm"))));
      }
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | UnsupportedOperationException
        | NumberFormatException e) {
      throw new IOException(file + " is no array of landmarks: " + e.getMessage(), e);
    }
    return pairs;
  }

  private static Vector3 point(String where, JsonArray mm) throws IOException {
    if (mm.size() != 3) {
      throw new IOException(where + ": three numbers expected: " + mm);
    }
    double[] xyz = new double[3];
    for (int i = 0; i < xyz.length; i++) {
      xyz[i] = number(where, mm.get(i).getAsString());
    }
    return new Vector3(xyz[0], xyz[1], xyz[2]);
  }
}
