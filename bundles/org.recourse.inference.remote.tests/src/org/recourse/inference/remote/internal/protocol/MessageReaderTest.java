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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

class MessageReaderTest {

  private static final int MOST_VALUES = 10_000;

  private static final String TENSOR =
      "{\"name\":\"a\",\"shape\":[2,2],\"datatype\":\"FP32\",\"data\":[1,2,3,4]}";

  private final MessageReader reader = new MessageReader(MOST_VALUES);

  @Test
  void readsNestedDataAndKeysInAnyOrder() throws ProtocolException {
    InferenceRequest request =
        reader.request(
            json(
                "{\"unknown\":{\"a\":[1]},\"inputs\":[{\"data\":[[1,2],[3,4]],\"extra\":null,"
                    + "\"datatype\":\"INT8\",\"shape\":[2,2],\"name\":\"a\"}]}"));

    assertArrayEquals(new float[] {1, 2, 3, 4}, request.inputs().get(0).toTensor().toArray());
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "[1;2;3;4], [1;2;3], has 3 values",
        "[1;2;3;4], [1;2;3;4;5], has 5 values",
        "[1;2;3;4], [1;2;3;`x`], hold no number",
        "[1;2;3;4], [1;2;3;null], hold no number",
        "[1;2;3;4], {}, not the JSON",
        "[1;2;3;4], [1;2;3;Infinity], not the JSON",
        "[1;2;3;4], [1;2;3;04], not the JSON",
        "[2;2], [], a tensor has 1 to 8 axes",
        "[2;2], [1;1;1;1;1;1;1;2;2], at most 8 whole numbers",
        "[2;2], [0;4], no tensor can have the shape",
        "[2;2], [2;2.5], not the JSON",
        "[2;2], [2;4294967298], not the JSON",
        "FP32, BYTES, BYTES is not supported",
        "`name`:`a`, `name`:`a`;`name`:`b`, occurs twice",
        "`name`:`a`;, , lacks name",
        "`data`:, `dato`:, either data or binary_data_size",
        "`data`:, `parameters`:{`binary_data_size`:16};`data`:, either data or binary_data_size",
        "`data`:[1;2;3;4], `parameters`:{`binary_data_size`:16}, need the header",
      })
  void refusesWhatIsNotTheProtocol(String from, String to, String sentence) {
    String changed =
        TENSOR.replace(
            from.replace(';', ',').replace('`', '"'),
            to == null ? "" : to.replace(';', ',').replace('`', '"'));
    assertTrue(refusal(changed).contains(sentence), refusal(changed));
  }

  @Test
  void refusesNumbersOutsideTheirType() {
    String tooLarge = TENSOR.replace("4]", "256]").replace("FP32", "UINT8");
    assertTrue(refusal(tooLarge).contains("holds a value that is no UINT8"), refusal(tooLarge));
    String broken = TENSOR.replace("4]", "0.5]").replace("FP32", "BOOL");
    assertTrue(refusal(broken).contains("holds a value that is no BOOL"), refusal(broken));
  }

  @Test
  void refusesDamagedEnvelopes() {
    for (String text :
        new String[] {
          "",
          "[]",
          "{",
          "null",
          "{}",
          "{\"inputs\":[]}",
          "{\"inputs\":{}}",
          "{\"inputs\":[1]}",
          "{\"inputs\":[" + TENSOR + "," + TENSOR + "]}",
          "{\"inputs\":[" + TENSOR + "]} x",
          "{\"inputs\":[" + TENSOR + "],\"inputs\":[]}",
          "{\"id\":1,\"id\":2}",
          "{\"inputs\":[" + TENSOR + "],\"outputs\":[{}]}",
          "[".repeat(100_000),
          "{\"a\":" + "[".repeat(1000),
          "{\"inputs\":[" + (TENSOR + ",").repeat(65) + TENSOR + "]}",
        }) {
      assertThrows(ProtocolException.class, () -> reader.request(json(text)), text);
    }
    byte[] latin = "{\"id\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThrows(
        ProtocolException.class, () -> reader.request(new WireBody(latin, OptionalInt.empty())));
  }

  @Test
  void stopsReadingAtTheLargestTensor() {
    var small = new MessageReader(3);
    String sentence =
        assertThrows(ProtocolException.class, () -> small.request(json(inputs(TENSOR))))
            .getMessage();
    assertEquals("a tensor has more than 3 values", sentence);
  }

  @Test
  void refusesBytesThatBelongToNobody() {
    byte[] body = (inputs(TENSOR) + "1234").getBytes(StandardCharsets.UTF_8);
    var tooLong = new WireBody(body, OptionalInt.of(body.length - 4));
    assertTrue(
        assertThrows(ProtocolException.class, () -> reader.request(tooLong))
            .getMessage()
            .contains("4 bytes belong to no tensor"));
  }

  @ParameterizedTest
  @EnumSource(Datatype.class)
  void everyTypeTravelsInBothForms(Datatype type) throws ProtocolException {
    double[] values = type == Datatype.BOOL ? new double[] {0, 1, 1} : new double[] {0, 1, 127};
    var sent =
        new InferenceResponse(
            Optional.of("m"),
            Optional.empty(),
            Optional.empty(),
            List.of(WireTensor.of("a", type, TensorShape.of(3), values)));
    for (boolean binary : new boolean[] {false, true}) {
      WireTensor back =
          reader.response(MessageWriter.response(sent, name -> binary)).outputs().get(0);
      assertEquals(type, back.datatype());
      for (int i = 0; i < values.length; i++) {
        assertEquals(values[i], back.valueAt(i));
      }
    }
  }

  /** Any float, also the smallest and largest, comes back bit by bit in both forms. */
  @RepeatedTest(10)
  void floatsComeBackExactly(RepetitionInfo run) throws ProtocolException {
    var random = new Random(run.getCurrentRepetition());
    float[] values = new float[1 + random.nextInt(500)];
    for (int i = 0; i < values.length; i++) {
      float any = Float.intBitsToFloat(random.nextInt());
      values[i] = Float.isFinite(any) ? any : Float.MIN_VALUE;
    }
    var tensor = WireTensor.of("a", Tensor.of(TensorShape.of(values.length), values));
    var request = new InferenceRequest(Optional.empty(), true, List.of(tensor), List.of());
    for (boolean binary : new boolean[] {false, true}) {
      InferenceRequest back = reader.request(MessageWriter.request(request, binary));
      assertArrayEquals(values, back.inputs().get(0).toTensor().toArray());
      assertTrue(back.binaryOutput());
    }
  }

  @Test
  void knownHalfPrecisionValues() throws ProtocolException {
    byte[] json =
        ("{\"outputs\":[{\"name\":\"a\",\"shape\":[2],\"datatype\":\"%s\","
                + "\"parameters\":{\"binary_data_size\":4}}]}")
            .formatted("FP16")
            .getBytes(StandardCharsets.UTF_8);
    // 0x3C00 is 1 and 0xC000 is -2 in IEEE 754 binary16
    assertArrayEquals(new float[] {1, -2}, halves(json, 0x3C00, 0xC000));
    byte[] brain =
        new String(json, StandardCharsets.UTF_8)
            .replace("FP16", "BF16")
            .getBytes(StandardCharsets.UTF_8);
    // the upper halves of the floats 1 (0x3F800000) and -2 (0xC0000000)
    assertArrayEquals(new float[] {1, -2}, halves(brain, 0x3F80, 0xC000));
  }

  private float[] halves(byte[] json, int first, int second) throws ProtocolException {
    byte[] body = Arrays.copyOf(json, json.length + 4);
    body[json.length] = (byte) first;
    body[json.length + 1] = (byte) (first >> 8);
    body[json.length + 2] = (byte) second;
    body[json.length + 3] = (byte) (second >> 8);
    return reader
        .response(new WireBody(body, OptionalInt.of(json.length)))
        .outputs()
        .get(0)
        .toTensor()
        .toArray();
  }

  @Test
  void whatIsNotFiniteCannotBeWrittenInJson() throws ProtocolException {
    var tensor = WireTensor.of("a", Tensor.of(TensorShape.of(1), Float.NaN));
    var request = new InferenceRequest(Optional.empty(), false, List.of(tensor), List.of());
    assertThrows(ProtocolException.class, () -> MessageWriter.request(request, false));
  }

  private String refusal(String tensor) {
    return assertThrows(ProtocolException.class, () -> reader.request(json(inputs(tensor))))
        .getMessage();
  }

  private static String inputs(String tensor) {
    return "{\"inputs\":[" + tensor + "]}";
  }

  private static WireBody json(String text) {
    return new WireBody(text.getBytes(StandardCharsets.UTF_8), OptionalInt.empty());
  }
}
