/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.inference.tensor.TensorShape;

class SafetensorsFileTest {

  private static final String HEADER =
      """
      {"__metadata__":{"format":"pt"},
       "a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},
       "half":{"dtype":"F16","shape":[2],"data_offsets":[24,28]},
       "brain":{"dtype":"BF16","shape":[2],"data_offsets":[28,32]},
       "double":{"dtype":"F64","shape":[1],"data_offsets":[32,40]},
       "count":{"dtype":"I64","shape":[],"data_offsets":[40,48]},
       "wrong":{"dtype":"F32","shape":[2],"data_offsets":[40,44]},
       "endless":{"dtype":"F32","shape":[1],"data_offsets":[48,52]}}
      """;

  @TempDir Path folder;

  /** Half precision: 0x3C00 is 1, 0xC000 is −2; brain floats: 0x3F80 is 1, 0xC000 is −2. */
  private Path file(String header) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer all = ByteBuffer.allocate(Long.BYTES + text.length + 52);
    all.order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text);
    for (int i = 0; i < 6; i++) {
      all.putFloat(i + 0.5f);
    }
    all.putShort((short) 0x3C00).putShort((short) 0xC000);
    all.putShort((short) 0x3F80).putShort((short) 0xC000);
    all.putDouble(0.1).putLong(7).putFloat(Float.POSITIVE_INFINITY);
    return Files.write(folder.resolve("w.safetensors"), all.array());
  }

  @Test
  void readsEveryKindOfFloat() throws Exception {
    SafetensorsFile file = SafetensorsFile.open(file(HEADER));
    assertEquals(Set.of("a", "half", "brain", "double", "count", "wrong", "endless"), file.names());
    assertArrayEquals(
        new float[] {0.5f, 1.5f, 2.5f, 3.5f, 4.5f, 5.5f},
        file.tensor("a", TensorShape.of(2, 3)).toArray());
    assertArrayEquals(new float[] {1, -2}, file.tensor("half", TensorShape.of(2)).toArray());
    assertArrayEquals(new float[] {1, -2}, file.tensor("brain", TensorShape.of(2)).toArray());
    assertArrayEquals(new float[] {0.1f}, file.tensor("double", TensorShape.of(1)).toArray());
  }

  @Test
  void namesTheTensorThatIsWrong() throws Exception {
    SafetensorsFile file = SafetensorsFile.open(file(HEADER));
    refused(file, "b", TensorShape.of(2), "holds no tensor b");
    refused(file, "a", TensorShape.of(3, 2), "[2, 3]; it should be [3, 2]");
    refused(file, "wrong", TensorShape.of(2), "not as long as its shape");
    refused(file, "endless", TensorShape.of(1), "not finite");
    assertTrue(
        assertThrows(
                WeightsFileException.class,
                () ->
                    SafetensorsFile.open(file(HEADER.replace("\"shape\":[]", "\"shape\":[1]")))
                        .tensor("count", TensorShape.of(1)))
            .getMessage()
            .contains("I64"));
  }

  private static void refused(SafetensorsFile file, String name, TensorShape shape, String why) {
    String message =
        assertThrows(WeightsFileException.class, () -> file.tensor(name, shape)).getMessage();
    assertTrue(message.contains(name) && message.contains(why), message);
  }

  @Test
  void refusesWhatIsNoSuchFile() throws Exception {
    for (String header :
        new String[] {
          "[]",
          "{\"a\":1}",
          "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}",
          "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0]}}",
          "{\"a\":{\"dtype\":\"F32\",\"shape\":[2.5],\"data_offsets\":[0,8]}}",
          "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}",
          "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8000]}}",
          "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
              + "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}"
        }) {
      Path file = file(header);
      assertThrows(WeightsFileException.class, () -> SafetensorsFile.open(file), header);
    }
    Path short1 = Files.write(folder.resolve("short"), new byte[] {1, 2, 3});
    assertThrows(WeightsFileException.class, () -> SafetensorsFile.open(short1));
    Path pickle = Files.write(folder.resolve("pickle"), "PK\3\4 not plain numbers".getBytes());
    assertThrows(WeightsFileException.class, () -> SafetensorsFile.open(pickle));
  }
}
