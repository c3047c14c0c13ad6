/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.protocol;

import com.google.gson.stream.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Writes requests and responses of inference. Stateless. FP32 in JSON is written with as many
 * digits as bring the same float back.
 */
public final class MessageWriter {

  private MessageWriter() {}

  /**
   * Writes a request.
   *
   * @param binary whether the inputs are sent as bytes; the outputs are asked for in the same way
   */
  public static WireBody request(InferenceRequest request, boolean binary)
      throws ProtocolException {
    return body(
        request.inputs(),
        tensor -> binary,
        json -> {
          name(json, "id", request.id());
          if (request.binaryOutput()) {
            json.name("parameters").beginObject();
            json.name(Parameters.ALL_BINARY).value(true).endObject();
          }
          if (!request.outputs().isEmpty()) {
            json.name("outputs").beginArray();
            for (RequestedOutput output : request.outputs()) {
              requested(json, output);
            }
            json.endArray();
          }
        },
        "inputs");
  }

  private static void requested(JsonWriter json, RequestedOutput output) throws IOException {
    json.beginObject().name("name").value(output.name());
    if (output.binary().isPresent()) {
      json.name("parameters").beginObject();
      json.name(Parameters.BINARY).value(output.binary().get()).endObject();
    }
    json.endObject();
  }

  /**
   * Writes a response.
   *
   * @param binary which outputs are sent as bytes
   */
  public static WireBody response(InferenceResponse response, Predicate<String> binary)
      throws ProtocolException {
    return body(
        response.outputs(),
        tensor -> binary.test(tensor.name()),
        json -> {
          name(json, "model_name", response.modelName());
          name(json, "model_version", response.modelVersion());
          name(json, "id", response.id());
        },
        "outputs");
  }

  /** The keys beside the tensors. */
  private interface Head {
    void write(JsonWriter json) throws IOException;
  }

  private static void name(JsonWriter json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.name(name).value(value.get());
    }
  }

  private static WireBody body(
      List<WireTensor> tensors, Predicate<WireTensor> binary, Head head, String key)
      throws ProtocolException {
    var bytes = new ByteArrayOutputStream();
    List<WireTensor> following = new ArrayList<>();
    try (var json = new JsonWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
      json.beginObject();
      head.write(json);
      json.name(key).beginArray();
      for (WireTensor tensor : tensors) {
        boolean asBytes = binary.test(tensor);
        write(json, tensor, asBytes);
        if (asBytes) {
          following.add(tensor);
        }
      }
      json.endArray().endObject();
    } catch (IOException e) {
      throw new IllegalStateException("writing into memory cannot fail", e);
    }
    return following.isEmpty()
        ? new WireBody(bytes.toByteArray(), OptionalInt.empty())
        : append(bytes.toByteArray(), following);
  }

  private static void write(JsonWriter json, WireTensor tensor, boolean asBytes)
      throws IOException, ProtocolException {
    json.beginObject().name("name").value(tensor.name()).name("shape").beginArray();
    for (int size : tensor.shape().sizes()) {
      json.value(size);
    }
    json.endArray().name("datatype").value(tensor.datatype().name());
    if (asBytes) {
      json.name("parameters").beginObject();
      json.name(Parameters.SIZE).value(tensor.byteCount()).endObject();
    } else {
      data(json, tensor);
    }
    json.endObject();
  }

  private static void data(JsonWriter json, WireTensor tensor)
      throws IOException, ProtocolException {
    if (!tensor.isFinite()) {
      throw new ProtocolException(
          "the tensor " + tensor.name() + " holds a value that is not finite");
    }
    json.name("data").beginArray();
    int count = tensor.shape().valueCount();
    for (int i = 0; i < count; i++) {
      double value = tensor.valueAt(i);
      switch (tensor.datatype()) {
        case BOOL -> json.value(value != 0);
        case UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64 -> json.value((long) value);
        case FP16, BF16, FP32 -> json.value((float) value);
        case FP64 -> json.value(value);
      }
    }
    json.endArray();
  }

  private static WireBody append(byte[] json, List<WireTensor> tensors) throws ProtocolException {
    long total = json.length;
    for (WireTensor tensor : tensors) {
      total += tensor.byteCount();
    }
    if (total > Integer.MAX_VALUE) {
      throw new ProtocolException("the message would have " + total + " bytes");
    }
    ByteBuffer body = ByteBuffer.allocate((int) total).order(ByteOrder.LITTLE_ENDIAN).put(json);
    for (WireTensor tensor : tensors) {
      tensor.writeTo(body);
    }
    return new WireBody(body.array(), OptionalInt.of(json.length));
  }
}
