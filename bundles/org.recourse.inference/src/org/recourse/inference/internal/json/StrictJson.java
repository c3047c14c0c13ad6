/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;

/**
 * Reads one JSON object as RFC 8259 defines it. Unlike the tree reader of the library it refuses a
 * key that occurs twice, since two readers could then see two different models.
 */
public final class StrictJson {

  private static final int DEEPEST = 16;

  private StrictJson() {}

  /**
   * Returns the object that the text consists of.
   *
   * @throws JsonRefusedException if it is no such text
   */
  public static JsonObject object(String text) throws JsonRefusedException {
    try (var reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      reader.setNestingLimit(DEEPEST);
      if (reader.peek() != JsonToken.BEGIN_OBJECT) {
        throw new JsonRefusedException("the text is not a JSON object");
      }
      JsonObject object = readObject(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonRefusedException("something follows the JSON object");
      }
      return object;
    } catch (MalformedJsonException e) {
      throw new JsonRefusedException("the text is not JSON: " + firstLine(e), e);
    } catch (IOException | NumberFormatException e) {
      throw new JsonRefusedException("the text ends early or is damaged: " + firstLine(e), e);
    }
  }

  /** The library appends an address to its sentence. */
  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static JsonObject readObject(JsonReader reader) throws IOException, JsonRefusedException {
    var object = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (object.has(name)) {
        throw new JsonRefusedException("the key " + reader.getPath() + " occurs twice");
      }
      object.add(name, readElement(reader));
    }
    reader.endObject();
    return object;
  }

  private static JsonElement readElement(JsonReader reader)
      throws IOException, JsonRefusedException {
    JsonToken next = reader.peek();
    if (next == JsonToken.BEGIN_OBJECT) {
      return readObject(reader);
    }
    if (next == JsonToken.BEGIN_ARRAY) {
      var array = new JsonArray();
      reader.beginArray();
      while (reader.hasNext()) {
        array.add(readElement(reader));
      }
      reader.endArray();
      return array;
    }
    if (next == JsonToken.STRING) {
      return new JsonPrimitive(reader.nextString());
    }
    if (next == JsonToken.NUMBER) {
      return new JsonPrimitive(reader.nextDouble());
    }
    if (next == JsonToken.BOOLEAN) {
      return new JsonPrimitive(reader.nextBoolean());
    }
    throw new JsonRefusedException(reader.getPath() + " is null; leave the key out instead");
  }
}
