/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.protocol;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;

/** The parameters of the extension for binary tensors; all others are skipped. */
final class Parameters {

  static final String SIZE = "binary_data_size";
  static final String BINARY = "binary_data";
  static final String ALL_BINARY = "binary_data_output";

  private Optional<Long> binaryByteCount = Optional.empty();
  private Optional<Boolean> binary = Optional.empty();
  private boolean allBinary;

  void read(JsonReader reader) throws IOException, ProtocolException {
    var seen = new HashSet<String>();
    reader.beginObject();
    while (reader.hasNext()) {
      switch (Keys.next(reader, seen)) {
        case SIZE -> binaryByteCount = Optional.of(size(reader));
        case BINARY -> binary = Optional.of(reader.nextBoolean());
        case ALL_BINARY -> allBinary = reader.nextBoolean();
        default -> reader.skipValue();
      }
    }
    reader.endObject();
  }

  private static long size(JsonReader reader) throws IOException, ProtocolException {
    if (reader.peek() != JsonToken.NUMBER) {
      throw new ProtocolException(SIZE + " is no number");
    }
    return reader.nextLong();
  }

  Optional<Long> binaryByteCount() {
    return binaryByteCount;
  }

  Optional<Boolean> binary() {
    return binary;
  }

  boolean allBinary() {
    return allBinary;
  }
}
