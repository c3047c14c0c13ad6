/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.recourse.inference.tensor.TensorShape;

/**
 * The examples of the specification, typed from its text: "Inference Request Examples" in {@code
 * specification/protocol/inference_rest.md} of kserve/open-inference-protocol, and "Examples" in
 * {@code docs/protocol/extension_binary_data.md} of triton-inference-server/server.
 */
class PublishedExamplesTest {

  private static final int MOST_VALUES = 100;

  private static final String REQUEST =
      """
      {
        "id" : "42",
        "inputs" : [
          {
            "name" : "input0",
            "shape" : [ 2, 2 ],
            "datatype" : "UINT32",
            "data" : [ 1, 2, 3, 4 ]
          },
          {
            "name" : "input1",
            "shape" : [ 3 ],
            "datatype" : "BOOL",
            "data" : [ true, false, true ]
          }
        ],
        "outputs" : [
          {
            "name" : "output0"
          }
        ]
      }
      """;

  private static final String RESPONSE =
      """
      {
        "id" : "42",
        "outputs" : [
          {
            "name" : "output0",
            "shape" : [ 3, 2 ],
            "datatype"  : "FP32",
            "data" : [ 1.0, 1.1, 2.0, 2.1, 3.0, 3.1 ]
          }
        ]
      }
      """;

  private static final String BINARY_REQUEST =
      """
      {
        "model_name" : "mymodel",
        "inputs" : [
          {
            "name" : "input0",
            "shape" : [ 2, 2 ],
            "datatype" : "UINT32",
            "parameters" : {
              "binary_data_size" : 16
            }
          },
          {
            "name" : "input1",
            "shape" : [ 3 ],
            "datatype" : "BOOL",
            "parameters" : {
              "binary_data_size" : 3
            }
          }
        ],
        "outputs" : [
          {
            "name" : "output0",
            "parameters" : {
              "binary_data" : true
            }
          }
        ]
      }
      """;

  private static final String BINARY_RESPONSE =
      """
      {
        "outputs" : [
          {
            "name" : "output0",
            "shape" : [ 3, 2 ],
            "datatype"  : "FP32",
            "parameters" : {
              "binary_data_size" : 24
            }
          }
        ]
      }
      """;

  private final MessageReader reader = new MessageReader(MOST_VALUES);

  /** The text gives one truth value for a shape of three; the two that are missing are added. */
  @Test
  void theRequest() throws ProtocolException {
    requireExample(reader.request(json(REQUEST)), Optional.of("42"), false);
  }

  /** Without a comma behind the id in the text, which is no JSON; it is added. */
  @Test
  void theResponse() throws ProtocolException {
    InferenceResponse response = reader.response(json(RESPONSE));
    assertEquals(Optional.of("42"), response.id());
    requireOutput(response);
  }

  @Test
  void theBinaryRequest() throws ProtocolException {
    ByteBuffer data = ByteBuffer.allocate(16 + 3).order(ByteOrder.LITTLE_ENDIAN);
    for (int value = 1; value <= 4; value++) {
      data.putInt(value);
    }
    data.put(new byte[] {1, 0, 1});
    requireExample(reader.request(binary(BINARY_REQUEST, data)), Optional.empty(), true);
  }

  @Test
  void theBinaryResponse() throws ProtocolException {
    ByteBuffer data = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : new float[] {1.0f, 1.1f, 2.0f, 2.1f, 3.0f, 3.1f}) {
      data.putFloat(value);
    }
    requireOutput(reader.response(binary(BINARY_RESPONSE, data)));
  }

  /** What we write ourselves is read as the examples are. */
  @Test
  void theExamplesSurviveWritingInBothForms() throws ProtocolException {
    InferenceRequest request = reader.request(json(REQUEST));
    for (boolean binary : new boolean[] {false, true}) {
      WireBody written = MessageWriter.request(request, binary);
      assertEquals(binary, written.jsonLength().isPresent());
      requireExample(reader.request(written), Optional.of("42"), false);
    }
    InferenceResponse response = reader.response(json(RESPONSE));
    for (boolean binary : new boolean[] {false, true}) {
      requireOutput(reader.response(MessageWriter.response(response, name -> binary)));
    }
  }

  private static void requireExample(
      InferenceRequest request, Optional<String> id, boolean binaryOutput) {
    assertEquals(id, request.id());
    assertFalse(request.binaryOutput());
    assertEquals(binaryOutput, request.binary("output0"));
    assertEquals(
        List.of("output0"), request.outputs().stream().map(RequestedOutput::name).toList());
    WireTensor first = request.inputs().get(0);
    assertEquals("input0", first.name());
    assertEquals(Datatype.UINT32, first.datatype());
    assertEquals(TensorShape.of(2, 2), first.shape());
    assertArrayEquals(new float[] {1, 2, 3, 4}, first.toTensor().toArray());
    WireTensor second = request.inputs().get(1);
    assertEquals(Datatype.BOOL, second.datatype());
    assertArrayEquals(new float[] {1, 0, 1}, second.toTensor().toArray());
    assertEquals(2, request.inputs().size());
  }

  private static void requireOutput(InferenceResponse response) {
    assertEquals(1, response.outputs().size());
    assertTrue(response.modelName().isEmpty());
    WireTensor output = response.outputs().get(0);
    assertEquals("output0", output.name());
    assertEquals(Datatype.FP32, output.datatype());
    assertEquals(TensorShape.of(3, 2), output.shape());
    assertArrayEquals(
        new float[] {1.0f, 1.1f, 2.0f, 2.1f, 3.0f, 3.1f}, output.toTensor().toArray());
  }

  private static WireBody json(String text) {
    return new WireBody(text.getBytes(StandardCharsets.UTF_8), OptionalInt.empty());
  }

  private static WireBody binary(String text, ByteBuffer data) {
    byte[] json = text.getBytes(StandardCharsets.UTF_8);
    byte[] body =
        ByteBuffer.allocate(json.length + data.capacity()).put(json).put(data.flip()).array();
    return new WireBody(body, OptionalInt.of(json.length));
  }
}
