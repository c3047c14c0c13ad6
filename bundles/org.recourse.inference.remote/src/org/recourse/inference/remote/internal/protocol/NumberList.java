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
import java.util.Arrays;

/**
 * Numbers of a tensor as they are read, flat or nested, up to a limit. Not thread-safe. JSON may
 * give the data before the type and the shape, so they are kept until these are known.
 */
final class NumberList {

  private static final int FIRST_CAPACITY = 64;

  private final int limit;
  private double[] values = new double[FIRST_CAPACITY];
  private int count;

  NumberList(int limit) {
    this.limit = limit;
  }

  /** Reads an array of numbers, truth values or such arrays; the reader bounds the nesting. */
  void read(JsonReader reader) throws IOException, ProtocolException {
    reader.beginArray();
    while (reader.hasNext()) {
      JsonToken next = reader.peek();
      switch (next) {
        case BEGIN_ARRAY -> read(reader);
        case NUMBER -> add(reader.nextDouble());
        case BOOLEAN -> add(reader.nextBoolean() ? 1 : 0);
        default -> throw new ProtocolException("the data of a tensor hold no number: " + next);
      }
    }
    reader.endArray();
  }

  private void add(double value) throws ProtocolException {
    if (count == limit) {
      throw new ProtocolException("a tensor has more than " + limit + " values");
    }
    if (count == values.length) {
      values = Arrays.copyOf(values, (int) Math.min(limit, 2L * count));
    }
    values[count++] = value;
  }

  double[] toArray() {
    return Arrays.copyOf(values, count);
  }
}
