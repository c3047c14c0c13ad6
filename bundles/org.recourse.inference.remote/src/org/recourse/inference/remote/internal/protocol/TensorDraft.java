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
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.recourse.inference.tensor.TensorShape;

/** A tensor whose keys were read in the order in which they came. Immutable. */
final class TensorDraft {

  private static final int MOST_AXES = 8;

  private final String name;
  private final Datatype datatype;
  private final TensorShape shape;
  private final Optional<NumberList> data;
  private final Optional<Long> binaryByteCount;

  private TensorDraft(
      String name,
      Datatype datatype,
      TensorShape shape,
      Optional<NumberList> data,
      Optional<Long> binaryByteCount) {
    this.name = name;
    this.datatype = datatype;
    this.shape = shape;
    this.data = data;
    this.binaryByteCount = binaryByteCount;
  }

  static TensorDraft read(JsonReader reader, int mostValues) throws IOException, ProtocolException {
    Optional<String> name = Optional.empty();
    Optional<Datatype> datatype = Optional.empty();
    Optional<TensorShape> shape = Optional.empty();
    Optional<NumberList> data = Optional.empty();
    var parameters = new Parameters();
    var seen = new HashSet<String>();
    reader.beginObject();
    while (reader.hasNext()) {
      switch (Keys.next(reader, seen)) {
        case "name" -> name = Optional.of(reader.nextString());
        case "datatype" -> datatype = Optional.of(Datatype.named(reader.nextString()));
        case "shape" -> shape = Optional.of(shape(reader));
        case "parameters" -> parameters.read(reader);
        case "data" -> {
          var numbers = new NumberList(mostValues);
          numbers.read(reader);
          data = Optional.of(numbers);
        }
        default -> reader.skipValue();
      }
    }
    reader.endObject();
    if (name.isEmpty() || datatype.isEmpty() || shape.isEmpty()) {
      throw new ProtocolException("a tensor lacks name, datatype or shape");
    }
    if (data.isPresent() == parameters.binaryByteCount().isPresent()) {
      throw new ProtocolException(
          "the tensor "
              + Text.shortened(name.get())
              + " must have either data or binary_data_size");
    }
    return new TensorDraft(
        name.get(), datatype.get(), shape.get(), data, parameters.binaryByteCount());
  }

  private static TensorShape shape(JsonReader reader) throws IOException, ProtocolException {
    List<Integer> sizes = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      if (reader.peek() != JsonToken.NUMBER || sizes.size() == MOST_AXES) {
        throw new ProtocolException("a shape has at most " + MOST_AXES + " whole numbers");
      }
      sizes.add(reader.nextInt());
    }
    reader.endArray();
    try {
      return new TensorShape(sizes);
    } catch (IllegalArgumentException e) {
      throw new ProtocolException(e.getMessage(), e);
    }
  }

  /** Returns whether its data stand behind the JSON. */
  boolean isBinary() {
    return binaryByteCount.isPresent();
  }

  /** Completes the tensor; binary data are taken from the front of what follows the JSON. */
  WireTensor complete(ByteBuffer following) throws ProtocolException {
    if (data.isPresent()) {
      return WireTensor.of(name, datatype, shape, data.get().toArray());
    }
    long byteCount = binaryByteCount.orElseThrow();
    if (byteCount < 0 || byteCount > following.remaining()) {
      throw new ProtocolException(
          "binary_data_size of %s is %d, but %d bytes follow"
              .formatted(Text.shortened(name), byteCount, following.remaining()));
    }
    ByteBuffer own = following.slice(following.position(), (int) byteCount);
    following.position(following.position() + (int) byteCount);
    return WireTensor.ofBytes(name, datatype, shape, own);
  }
}
