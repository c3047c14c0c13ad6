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

/**
 * Numeric types of tensor elements. Values are held as double, which represents every value of
 * every type here exactly, except whole numbers beyond 2^53, which are refused. Text (BYTES) is no
 * input of any of our models and is refused as well.
 */
public enum Datatype {
  BOOL(Byte.BYTES, 0, 1),
  UINT8(Byte.BYTES, 0, 0xFF),
  UINT16(Short.BYTES, 0, 0xFFFF),
  UINT32(Integer.BYTES, 0, 0xFFFF_FFFFL),
  UINT64(Long.BYTES, 0, Datatype.LARGEST_WHOLE),
  INT8(Byte.BYTES, Byte.MIN_VALUE, Byte.MAX_VALUE),
  INT16(Short.BYTES, Short.MIN_VALUE, Short.MAX_VALUE),
  INT32(Integer.BYTES, Integer.MIN_VALUE, Integer.MAX_VALUE),
  INT64(Long.BYTES, -Datatype.LARGEST_WHOLE, Datatype.LARGEST_WHOLE),
  FP16(Short.BYTES),
  BF16(Short.BYTES),
  FP32(Float.BYTES),
  FP64(Double.BYTES);

  private static final long LARGEST_WHOLE = 1L << 53;

  private final int byteCount;
  private final boolean whole;
  private final double smallest;
  private final double largest;

  Datatype(int byteCount, long smallest, long largest) {
    this.byteCount = byteCount;
    this.whole = true;
    this.smallest = smallest;
    this.largest = largest;
  }

  Datatype(int byteCount) {
    this.byteCount = byteCount;
    this.whole = false;
    this.smallest = Double.NEGATIVE_INFINITY;
    this.largest = Double.POSITIVE_INFINITY;
  }

  /** Returns the type with a name of the protocol. */
  public static Datatype named(String name) throws ProtocolException {
    for (Datatype type : values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    throw new ProtocolException("the datatype " + Text.shortened(name) + " is not supported");
  }

  /** Returns the bytes of one element in binary tensors. */
  public int byteCount() {
    return byteCount;
  }

  /** Returns whether elements are whole numbers or truth values. */
  boolean isWhole() {
    return whole;
  }

  /** Returns whether this type can hold the number without changing it to another one. */
  boolean holds(double value) {
    return whole ? value >= smallest && value <= largest && value == Math.rint(value) : true;
  }

  /** Reads one element; the order of the buffer must be little-endian. */
  double read(ByteBuffer source) {
    return switch (this) {
      case BOOL, UINT8 -> source.get() & 0xFF;
      case UINT16 -> source.getShort() & 0xFFFF;
      case UINT32 -> source.getInt() & 0xFFFF_FFFFL;
      case UINT64 -> unsigned(source.getLong());
      case INT8 -> source.get();
      case INT16 -> source.getShort();
      case INT32 -> source.getInt();
      case INT64 -> source.getLong();
      case FP16 -> Float.float16ToFloat(source.getShort());
      case BF16 -> Float.intBitsToFloat(source.getShort() << Short.SIZE);
      case FP32 -> source.getFloat();
      case FP64 -> source.getDouble();
    };
  }

  /** Writes one element; floating types round to the nearest value they have. */
  void write(ByteBuffer target, double value) {
    switch (this) {
      case BOOL, UINT8, INT8 -> target.put((byte) value);
      case UINT16, INT16 -> target.putShort((short) value);
      case UINT32, INT32 -> target.putInt((int) (long) value);
      case UINT64, INT64 -> target.putLong((long) value);
      case FP16 -> target.putShort(Float.floatToFloat16((float) value));
      case BF16 -> target.putShort(brainFloat((float) value));
      case FP32 -> target.putFloat((float) value);
      case FP64 -> target.putDouble(value);
    }
  }

  /** Values from 2^63 on lie beyond what is held anyway; the sign only must not turn. */
  private static double unsigned(long bits) {
    return bits >= 0 ? bits : (bits >>> 1) * 2.0;
  }

  /** The upper half of a float, rounded to nearest, ties to even. */
  private static short brainFloat(float value) {
    int bits = Float.floatToIntBits(value);
    int tiesToEven = 0x7FFF + (bits >>> Short.SIZE & 1);
    return (short) (Float.isNaN(value) ? 0x7FC0 : bits + tiesToEven >>> Short.SIZE);
  }
}
