/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.toolkit;

import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;

/**
 * Layout of stored pixel values. One sample per pixel.
 *
 * @param rows rows of a frame
 * @param columns columns of a frame
 * @param frames frames, at least 1
 * @param bitsAllocated 8, 16 or 32
 * @param bitsStored meaningful bits, at most {@code bitsAllocated}; they are the lowest ones
 * @param isSigned true for two's complement
 */
public record PixelFormat(
    int rows, int columns, int frames, int bitsAllocated, int bitsStored, boolean isSigned) {

  /** Reads and checks the image pixel attributes. */
  public static PixelFormat of(Dataset image) throws DicomReadException {
    int rows = image.requiredInteger(Tag.Rows);
    int columns = image.requiredInteger(Tag.Columns);
    int frames = image.integer(Tag.NumberOfFrames).orElse(1);
    int samples = image.integer(Tag.SamplesPerPixel).orElse(1);
    int allocated = image.requiredInteger(Tag.BitsAllocated);
    int stored = image.integer(Tag.BitsStored).orElse(allocated);
    int highBit = image.integer(Tag.HighBit).orElse(stored - 1);
    int representation = image.requiredInteger(Tag.PixelRepresentation);
    if (rows < 1 || columns < 1 || frames < 1) {
      throw image.problem(
          Tag.Rows,
          "The image has " + columns + " x " + rows + " x " + frames + " pixels.",
          "Export it again.");
    }
    if (samples != 1) {
      throw image.problem(
          Tag.SamplesPerPixel, "Colour images are not read.", "Export it in grey values.");
    }
    if (allocated != 8 && allocated != 16 && allocated != 32) {
      throw image.problem(
          Tag.BitsAllocated, allocated + " bits per pixel are not read.", "Export it with 16 bit.");
    }
    if (stored < 1 || stored > allocated || highBit != stored - 1) {
      throw image.problem(
          Tag.HighBit,
          "Pixels with " + stored + " bits up to bit " + highBit + " are not read.",
          "Export it with the high bit one below the bits stored.");
    }
    if (representation != 0 && representation != 1) {
      throw image.problem(
          Tag.PixelRepresentation, "Value " + representation + " is undefined.", "");
    }
    return new PixelFormat(rows, columns, frames, allocated, stored, representation == 1);
  }

  public int pixelsPerFrame() {
    return Math.multiplyExact(rows, columns);
  }

  public int bytesPerFrame() {
    return Math.multiplyExact(pixelsPerFrame(), bitsAllocated / 8);
  }
}
