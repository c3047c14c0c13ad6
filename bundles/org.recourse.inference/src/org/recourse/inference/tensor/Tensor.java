/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.tensor;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Single-precision numbers with a shape. Immutable and thread-safe: the array never leaves this
 * class. Two tensors are equal if their shapes and all their bits are.
 */
public final class Tensor {

  private final TensorShape shape;
  private final float[] values;

  private Tensor(TensorShape shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  /** Copies the values, which must be as many as the shape says. */
  public static Tensor of(TensorShape shape, float... values) {
    if (values.length != shape.valueCount()) {
      throw new IllegalArgumentException(values.length + " values for the shape " + shape);
    }
    return new Tensor(shape, values.clone());
  }

  /** Copies the remaining values of a buffer, whose position moves to its limit. */
  public static Tensor of(TensorShape shape, FloatBuffer values) {
    if (values.remaining() != shape.valueCount()) {
      throw new IllegalArgumentException(values.remaining() + " values for the shape " + shape);
    }
    float[] copy = new float[shape.valueCount()];
    values.get(copy);
    return new Tensor(shape, copy);
  }

  /** Returns a tensor that holds the same value everywhere. */
  public static Tensor filled(TensorShape shape, float value) {
    float[] values = new float[shape.valueCount()];
    Arrays.fill(values, value);
    return new Tensor(shape, values);
  }

  public TensorShape shape() {
    return shape;
  }

  /** Returns the value at a position in row-major order. */
  public float at(int index) {
    return values[index];
  }

  /** Returns whether no value is infinite or not a number. */
  public boolean isFinite() {
    float sum = 0; // v * 0 is 0 for finite numbers and NaN for all others; no branch per value
    for (float value : values) {
      sum += value * 0;
    }
    return sum == 0;
  }

  /** Appends all values to a buffer that has room for them. */
  public void copyTo(FloatBuffer target) {
    target.put(values);
  }

  /** Returns a new array with all values in row-major order. */
  public float[] toArray() {
    return values.clone();
  }

  /** Returns this + factor * (other - this), value by value; the shapes must be equal. */
  public Tensor towards(Tensor other, double factor) {
    requireSameShape(other);
    float[] mixed = new float[values.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = (float) (values[i] + factor * ((double) other.values[i] - values[i]));
    }
    return new Tensor(shape, mixed);
  }

  private void requireSameShape(Tensor other) {
    if (!other.shape.equals(shape)) {
      throw new IllegalArgumentException("shapes differ: " + shape + " and " + other.shape);
    }
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Tensor other
        && other.shape.equals(shape)
        && Arrays.equals(other.values, values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Tensor[" + shape + "]";
  }
}
