/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads and writes everything but inference: health, metadata, configuration, errors. Stateless.
 */
public final class MetadataJson {

  private static final String NAME = "name";
  private static final String PARAMETERS = "parameters";
  private static final int DEEPEST = 64;

  private MetadataJson() {}

  public static byte[] live(boolean live) {
    var object = new JsonObject();
    object.addProperty("live", live);
    return bytes(object);
  }

  /** The specification gives {@code live} for a server that is ready; others send {@code ready}. */
  public static byte[] serverReady(boolean ready) {
    var object = new JsonObject();
    object.addProperty("live", ready);
    object.addProperty("ready", ready);
    return bytes(object);
  }

  public static byte[] modelReady(String name, boolean ready) {
    var object = new JsonObject();
    object.addProperty(NAME, name);
    object.addProperty("ready", ready);
    return bytes(object);
  }

  public static byte[] error(String sentence) {
    var object = new JsonObject();
    object.addProperty("error", sentence);
    return bytes(object);
  }

  public static byte[] server(ServerMetadata server) {
    var object = new JsonObject();
    object.addProperty(NAME, server.name());
    object.addProperty("version", server.version());
    object.add("extensions", texts(server.extensions()));
    return bytes(object);
  }

  public static byte[] model(ModelMetadata model) {
    var object = new JsonObject();
    object.addProperty(NAME, model.name());
    if (!model.versions().isEmpty()) {
      object.add("versions", texts(model.versions()));
    }
    object.addProperty("platform", model.platform());
    object.add("inputs", tensors(model.inputs()));
    object.add("outputs", tensors(model.outputs()));
    if (!model.parameters().isEmpty()) {
      var parameters = new JsonObject();
      model.parameters().forEach(parameters::addProperty);
      object.add(PARAMETERS, parameters);
    }
    return bytes(object);
  }

  private static JsonArray texts(List<String> texts) {
    var array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static JsonArray tensors(List<TensorMetadata> tensors) {
    var array = new JsonArray();
    for (TensorMetadata tensor : tensors) {
      var object = new JsonObject();
      object.addProperty(NAME, tensor.name());
      object.addProperty("datatype", tensor.datatype());
      var shape = new JsonArray();
      tensor.shape().forEach(shape::add);
      object.add("shape", shape);
      array.add(object);
    }
    return array;
  }

  private static byte[] bytes(JsonObject object) {
    return object.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns what a server says about itself. */
  public static ServerMetadata server(byte[] body) throws ProtocolException {
    JsonObject object = object(body);
    return new ServerMetadata(
        text(object, NAME), text(object, "version"), texts(object, "extensions"));
  }

  /** Returns what a server says about a model. */
  public static ModelMetadata model(byte[] body) throws ProtocolException {
    JsonObject object = object(body);
    return new ModelMetadata(
        text(object, NAME),
        texts(object, "versions"),
        object.has("platform") ? text(object, "platform") : "",
        tensors(object, "inputs"),
        tensors(object, "outputs"),
        parameters(object));
  }

  /** Returns the parameters of a model configuration, in which each value is an object. */
  public static Map<String, String> configuredParameters(byte[] body) throws ProtocolException {
    return parameters(object(body));
  }

  /** Returns the sentence of an error, if the body is one. */
  public static Optional<String> errorSentence(byte[] body) {
    try {
      return Optional.of(Text.shortened(text(object(body), "error")));
    } catch (ProtocolException e) {
      return Optional.empty(); // an error page of something in between
    }
  }

  private static Map<String, String> parameters(JsonObject object) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (object.get(PARAMETERS) instanceof JsonObject given) {
      for (Map.Entry<String, JsonElement> entry : given.entrySet()) {
        JsonElement value = entry.getValue();
        JsonElement plain =
            value instanceof JsonObject wrapped && wrapped.has("string_value")
                ? wrapped.get("string_value")
                : value;
        if (plain.isJsonPrimitive()) {
          parameters.put(entry.getKey(), plain.getAsString());
        }
      }
    }
    return parameters;
  }

  private static List<TensorMetadata> tensors(JsonObject object, String key)
      throws ProtocolException {
    List<TensorMetadata> tensors = new ArrayList<>();
    for (JsonElement element : array(object, key)) {
      if (!(element instanceof JsonObject tensor)) {
        throw new ProtocolException(key + " must hold objects");
      }
      List<Long> shape = new ArrayList<>();
      for (JsonElement size : array(tensor, "shape")) {
        shape.add(number(size));
      }
      tensors.add(new TensorMetadata(text(tensor, NAME), text(tensor, "datatype"), shape));
    }
    return tensors;
  }

  private static long number(JsonElement element) throws ProtocolException {
    try {
      return element.getAsLong();
    } catch (UnsupportedOperationException | IllegalStateException | NumberFormatException e) {
      throw new ProtocolException("a shape holds no number", e);
    }
  }

  private static List<String> texts(JsonObject object, String key) throws ProtocolException {
    List<String> texts = new ArrayList<>();
    if (object.has(key)) {
      for (JsonElement element : array(object, key)) {
        if (!element.isJsonPrimitive()) {
          throw new ProtocolException(key + " must hold texts");
        }
        texts.add(element.getAsString());
      }
    }
    return texts;
  }

  private static JsonArray array(JsonObject object, String key) throws ProtocolException {
    if (object.get(key) instanceof JsonArray array) {
      return array;
    }
    throw new ProtocolException("the key " + key + " is missing or no list");
  }

  private static String text(JsonObject object, String key) throws ProtocolException {
    if (object.get(key) instanceof JsonPrimitive primitive) {
      return primitive.getAsString();
    }
    throw new ProtocolException("the key " + key + " is missing or no text");
  }

  private static JsonObject object(byte[] body) throws ProtocolException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      var reader = new JsonReader(new StringReader(text));
      reader.setStrictness(Strictness.STRICT);
      reader.setNestingLimit(DEEPEST);
      if (JsonParser.parseReader(reader) instanceof JsonObject object) {
        return object;
      }
      throw new ProtocolException("the answer is no JSON object");
    } catch (CharacterCodingException | JsonParseException e) {
      throw new ProtocolException("the answer is not JSON", e);
    }
  }
}
