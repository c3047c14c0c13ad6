/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.toolkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;

/** Decodes RLE frames: DICOM PS3.5 annex G, one segment per byte of a pixel, highest first. */
final class RunLengthDecoder {

  private static final int HEADER_BYTES = 64;

  private RunLengthDecoder() {}

  /** Returns the pixels in little endian. */
  static byte[] decode(Dataset image, PixelFormat format, byte[] encoded)
      throws DicomReadException {
    int bytesPerPixel = format.bitsAllocated() / 8;
    ByteBuffer header = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
    if (encoded.length < HEADER_BYTES || header.getInt(0) != bytesPerPixel) {
      throw damaged(image);
    }
    byte[] pixels = new byte[format.bytesPerFrame()];
    for (int segment = 0; segment < bytesPerPixel; segment++) {
      int from = header.getInt(4 + 4 * segment);
      int to = segment + 1 < bytesPerPixel ? header.getInt(8 + 4 * segment) : encoded.length;
      if (from < HEADER_BYTES || to < from || to > encoded.length) {
        throw damaged(image);
      }
      unpack(image, encoded, from, to, pixels, bytesPerPixel - 1 - segment, bytesPerPixel);
    }
    return pixels;
  }

  private static void unpack(
      Dataset image, byte[] in, int from, int to, byte[] out, int start, int step)
      throws DicomReadException {
    int at = start;
    int i = from;
    while (i < to && at < out.length) {
      int control = in[i++];
      if (control >= 0) {
        for (int n = control; n >= 0 && at < out.length; n--, at += step) {
          if (i >= to) {
            throw damaged(image);
          }
          out[at] = in[i++];
        }
      } else if (control != Byte.MIN_VALUE) {
        if (i >= to) {
          throw damaged(image);
        }
        byte value = in[i++];
        for (int n = -control; n >= 0 && at < out.length; n--, at += step) {
          out[at] = value;
        }
      }
    }
    if (at < out.length) {
      throw damaged(image);
    }
  }

  private static DicomReadException damaged(Dataset image) {
    return image.problem(
        Tag.PixelData, "The RLE compressed pixels are damaged.", "Export the file again.");
  }
}
