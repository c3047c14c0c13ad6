/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/** A tensor as it travels. Immutable; the array never leaves this class. */
public final class WireTensor {

  private final String name;
  private final Datatype datatype;
  private final TensorShape shape;
  private final double[] values;

  private WireTensor(String name, Datatype datatype, TensorShape shape, double[] values) {
    this.name = Objects.requireNonNull(name, "name");
    this.datatype = datatype;
    this.shape = shape;
    this.values = values;
  }

  /** Makes a tensor of the type FP32. */
  public static WireTensor of(String name, Tensor tensor) {
    float[] floats = tensor.toArray();
    double[] values = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      values[i] = floats[i];
    }
    return new WireTensor(name, Datatype.FP32, tensor.shape(), values);
  }

  /**
   * Takes numbers over.
   *
   * @throws ProtocolException if they are too few or too many for the shape, or outside the type
   */
  static WireTensor of(String name, Datatype datatype, TensorShape shape, double... values)
      throws ProtocolException {
    if (values.length != shape.valueCount()) {
      throw new ProtocolException(
          "the tensor %s has %d values, its shape %s takes %d"
              .formatted(Text.shortened(name), values.length, shape, shape.valueCount()));
    }
    for (double value : values) {
      if (!datatype.holds(value)) {
        throw new ProtocolException(
            "the tensor %s holds a value that is no %s".formatted(Text.shortened(name), datatype));
      }
    }
    return new WireTensor(name, datatype, shape, values);
  }

  /** Reads the binary form: little-endian, row-major, without gaps. */
  static WireTensor ofBytes(String name, Datatype datatype, TensorShape shape, ByteBuffer bytes)
      throws ProtocolException {
    long needed = (long) shape.valueCount() * datatype.byteCount();
    if (bytes.remaining() != needed) {
      throw new ProtocolException(
          "the tensor %s has %d bytes of data, its shape %s takes %d"
              .formatted(Text.shortened(name), bytes.remaining(), shape, needed));
    }
    ByteBuffer source = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[shape.valueCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = datatype.read(source);
    }
    return of(name, datatype, shape, values);
  }

  public String name() {
    return name;
  }

  public Datatype datatype() {
    return datatype;
  }

  public TensorShape shape() {
    return shape;
  }

  public double valueAt(int index) {
    return values[index];
  }

  /** Returns the size of the binary form. */
  long byteCount() {
    return (long) values.length * datatype.byteCount();
  }

  /** Appends the binary form to a little-endian buffer with room for it. */
  void writeTo(ByteBuffer target) {
    for (double value : values) {
      datatype.write(target, value);
    }
  }

  /** Returns whether no value is infinite or not a number; JSON cannot express others. */
  boolean isFinite() {
    double sum = 0; // v * 0 is 0 for finite numbers and NaN for all others
    for (double value : values) {
      sum += value * 0;
    }
    return sum == 0;
  }

  /** Returns the values as the engines take them. */
  public Tensor toTensor() {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return Tensor.of(shape, floats);
  }
}
