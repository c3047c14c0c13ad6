/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.exchange;

import java.nio.ByteBuffer;

/** Number format of a sample. */
enum SampleType {
  INT8(1),
  UINT8(1),
  INT16(2),
  UINT16(2),
  INT32(4),
  UINT32(4),
  FLOAT32(4),
  FLOAT64(8);

  private static final long UNSIGNED_32 = 0xffffffffL;

  private final int bytes;

  SampleType(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  /** Reads one sample; {@code at} is a position in bytes. */
  double read(ByteBuffer data, int at) {
    return switch (this) {
      case INT8 -> data.get(at);
      case UINT8 -> data.get(at) & 0xff;
      case INT16 -> data.getShort(at);
      case UINT16 -> data.getShort(at) & 0xffff;
      case INT32 -> data.getInt(at);
      case UINT32 -> data.getInt(at) & UNSIGNED_32;
      case FLOAT32 -> data.getFloat(at);
      case FLOAT64 -> data.getDouble(at);
    };
  }
}
