/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys of one JSON object, taken one by one; {@link #finish()} refuses what nobody took. Not
 * thread-safe.
 */
public final class JsonFields {

  private final JsonObject object;
  private final String path;
  private final Set<String> taken = new HashSet<>();

  /**
   * @param object the object
   * @param path its place in the document for messages; empty for the document itself
   */
  public JsonFields(JsonObject object, String path) {
    this.object = object;
    this.path = path;
  }

  public String text(String key) throws JsonRefusedException {
    JsonPrimitive value = primitive(key);
    if (!value.isString()) {
      throw new JsonRefusedException(place(key) + " must be a text");
    }
    return value.getAsString();
  }

  public double number(String key) throws JsonRefusedException {
    JsonPrimitive value = primitive(key);
    if (!value.isNumber() || !Double.isFinite(value.getAsDouble())) {
      throw new JsonRefusedException(place(key) + " must be a finite number");
    }
    return value.getAsDouble();
  }

  /** Returns a number without fraction that fits a long exactly. */
  public long integer(String key) throws JsonRefusedException {
    return exact(number(key), place(key));
  }

  public boolean flag(String key) throws JsonRefusedException {
    JsonPrimitive value = primitive(key);
    if (!value.isBoolean()) {
      throw new JsonRefusedException(place(key) + " must be true or false");
    }
    return value.getAsBoolean();
  }

  /** Returns the constant whose lower-case name with dashes is the text. */
  public <E extends Enum<E>> E choice(String key, Class<E> type) throws JsonRefusedException {
    String text = text(key);
    for (E constant : type.getEnumConstants()) {
      if (named(constant).equals(text)) {
        return constant;
      }
    }
    var known = new ArrayList<String>();
    for (E constant : type.getEnumConstants()) {
      known.add(named(constant));
    }
    throw new JsonRefusedException(
        place(key) + " is " + text + " but must be one of " + String.join(", ", known));
  }

  public JsonFields fields(String key) throws JsonRefusedException {
    return nested(element(key), place(key));
  }

  /** Returns the object of a key that may be left out. */
  public Optional<JsonFields> optionalFields(String key) throws JsonRefusedException {
    return object.has(key) ? Optional.of(fields(key)) : Optional.empty();
  }

  public List<JsonFields> list(String key) throws JsonRefusedException {
    var fields = new ArrayList<JsonFields>();
    for (JsonElement element : elements(key)) {
      fields.add(nested(element, place(key) + "[" + fields.size() + "]"));
    }
    return fields;
  }

  public List<Long> integers(String key) throws JsonRefusedException {
    var integers = new ArrayList<Long>();
    for (JsonElement element : elements(key)) {
      if (!(element instanceof JsonPrimitive value) || !value.isNumber()) {
        throw new JsonRefusedException(place(key) + " must be a list of whole numbers");
      }
      integers.add(exact(value.getAsDouble(), place(key)));
    }
    return integers;
  }

  /** Refuses keys that were not taken: they could be a condition that we do not know. */
  public void finish() throws JsonRefusedException {
    var unknown = new TreeSet<>(object.keySet());
    unknown.removeAll(taken);
    if (!unknown.isEmpty()) {
      var places = new ArrayList<String>();
      unknown.forEach(key -> places.add(place(key)));
      throw new JsonRefusedException("unknown keys: " + String.join(", ", places));
    }
  }

  private Iterable<JsonElement> elements(String key) throws JsonRefusedException {
    JsonElement element = element(key);
    if (!element.isJsonArray()) {
      throw new JsonRefusedException(place(key) + " must be a list");
    }
    return element.getAsJsonArray();
  }

  private JsonPrimitive primitive(String key) throws JsonRefusedException {
    if (element(key) instanceof JsonPrimitive primitive) {
      return primitive;
    }
    throw new JsonRefusedException(place(key) + " must be a single value");
  }

  private JsonElement element(String key) throws JsonRefusedException {
    JsonElement element = object.get(key);
    if (element == null) {
      throw new JsonRefusedException("the key " + place(key) + " is missing");
    }
    taken.add(key);
    return element;
  }

  private static JsonFields nested(JsonElement element, String place) throws JsonRefusedException {
    if (!element.isJsonObject()) {
      throw new JsonRefusedException(place + " must be an object");
    }
    return new JsonFields(element.getAsJsonObject(), place);
  }

  private static long exact(double number, String place) throws JsonRefusedException {
    if (number != Math.rint(number) || Math.abs(number) > 1L << 53) {
      throw new JsonRefusedException(place + " must be a whole number: " + number);
    }
    return (long) number;
  }

  private static String named(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String place(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
