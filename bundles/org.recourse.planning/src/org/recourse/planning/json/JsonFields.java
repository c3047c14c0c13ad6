/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One object of a JSON file with its place, such as {@code objectives[2]}. Every access that does
 * not fit throws a sentence with the place. Immutable.
 */
public final class JsonFields {

  private final JsonObject object;
  private final String place;

  private JsonFields(JsonObject object, String place) {
    this.object = object;
    this.place = place;
  }

  /**
   * Reads a file's text.
   *
   * @param schema what its key {@code schema} must say
   */
  public static JsonFields ofText(String text, String schema) throws PlanningFileException {
    JsonElement root;
    try {
      root = JsonParser.parseString(text);
    } catch (JsonParseException e) {
      throw new PlanningFileException("the text is not JSON: " + firstLine(e), e);
    }
    if (!root.isJsonObject()) {
      throw new PlanningFileException("the text is not a JSON object");
    }
    var fields = new JsonFields(root.getAsJsonObject(), "");
    String found = fields.text("schema");
    if (!found.equals(schema)) {
      throw new PlanningFileException("schema is " + found + ", wanted is " + schema);
    }
    return fields;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** Place of this object, or of one of its keys. */
  public String place(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }

  public boolean has(String key) {
    return object.has(key);
  }

  /** Refuses keys that mean nothing, since a misspelt wish would be left out in silence. */
  public void allow(Set<String> keys) throws PlanningFileException {
    for (String key : object.keySet()) {
      if (!keys.contains(key)) {
        throw fault(key, "means nothing here; known are " + String.join(", ", sorted(keys)));
      }
    }
  }

  private static List<String> sorted(Set<String> keys) {
    return keys.stream().sorted().toList();
  }

  public String text(String key) throws PlanningFileException {
    JsonElement value = element(key);
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw fault(key, "is not a text");
    }
    return value.getAsString();
  }

  public Optional<String> optionalText(String key) throws PlanningFileException {
    return has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /** A finite number. */
  public double number(String key) throws PlanningFileException {
    return number(element(key), place(key));
  }

  public double numberOr(String key, double otherwise) throws PlanningFileException {
    return has(key) ? number(key) : otherwise;
  }

  /** A whole number of at least {@code least}. */
  public int count(String key, int least) throws PlanningFileException {
    double value = number(key);
    if (value != Math.rint(value) || value < least || value > Integer.MAX_VALUE) {
      throw fault(key, "is not a whole number of at least " + least + ": " + value);
    }
    return (int) value;
  }

  public double[] numbers(String key) throws PlanningFileException {
    JsonArray array = array(key);
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(array.get(i), place(key) + "[" + i + "]");
    }
    return numbers;
  }

  /** A list of lists of numbers, each of this length. */
  public List<double[]> numberLists(String key, int length) throws PlanningFileException {
    JsonArray array = array(key);
    var lists = new ArrayList<double[]>();
    for (int i = 0; i < array.size(); i++) {
      String at = key + "[" + i + "]";
      if (!array.get(i).isJsonArray() || array.get(i).getAsJsonArray().size() != length) {
        throw fault(at, "is not a list of " + length + " numbers");
      }
      double[] numbers = new double[length];
      for (int k = 0; k < length; k++) {
        numbers[k] = number(array.get(i).getAsJsonArray().get(k), place(at) + "[" + k + "]");
      }
      lists.add(numbers);
    }
    return lists;
  }

  public List<String> texts(String key) throws PlanningFileException {
    var texts = new ArrayList<String>();
    for (JsonElement one : array(key)) {
      if (!one.isJsonPrimitive() || !one.getAsJsonPrimitive().isString()) {
        throw fault(key + "[" + texts.size() + "]", "is not a text");
      }
      texts.add(one.getAsString());
    }
    return texts;
  }

  public JsonFields child(String key) throws PlanningFileException {
    return object(element(key), place(key));
  }

  public List<JsonFields> children(String key) throws PlanningFileException {
    JsonArray array = array(key);
    var children = new ArrayList<JsonFields>();
    for (int i = 0; i < array.size(); i++) {
      children.add(object(array.get(i), place(key) + "[" + i + "]"));
    }
    return children;
  }

  /** What is wrong with a key, with its place. */
  public PlanningFileException fault(String key, String what) {
    return new PlanningFileException(place(key) + " " + what);
  }

  private JsonElement element(String key) throws PlanningFileException {
    JsonElement value = object.get(key);
    if (value == null) {
      throw fault(key, "is missing");
    }
    return value;
  }

  private JsonArray array(String key) throws PlanningFileException {
    JsonElement value = element(key);
    if (!value.isJsonArray()) {
      throw fault(key, "is not a list");
    }
    return value.getAsJsonArray();
  }

  private static JsonFields object(JsonElement value, String place) throws PlanningFileException {
    if (!value.isJsonObject()) {
      throw new PlanningFileException(place + " is not an object");
    }
    return new JsonFields(value.getAsJsonObject(), place);
  }

  private static double number(JsonElement value, String place) throws PlanningFileException {
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
      double number = value.getAsDouble();
      if (Double.isFinite(number)) {
        return number;
      }
    }
    throw new PlanningFileException(place + " is not a finite number");
  }
}
