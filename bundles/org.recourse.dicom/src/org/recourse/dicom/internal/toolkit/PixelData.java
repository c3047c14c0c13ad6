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
import java.util.List;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.toolkit.DicomHeader.PixelLocation;

/**
 * Stored pixel values of one file, decoded frame by frame. Immutable and thread-safe as long as
 * nobody changes the bytes it was made of.
 */
public final class PixelData {

  private final Dataset image;
  private final PixelFormat format;
  private final TransferSyntax syntax;
  private final ByteBuffer nativePixels; // empty if encapsulated
  private final List<byte[]> encodedFrames; // empty if native

  private PixelData(
      Dataset image,
      PixelFormat format,
      TransferSyntax syntax,
      ByteBuffer nativePixels,
      List<byte[]> encodedFrames) {
    this.image = image;
    this.format = format;
    this.syntax = syntax;
    this.nativePixels = nativePixels;
    this.encodedFrames = encodedFrames;
  }

  /**
   * Finds the pixels of a file and checks that all of them are there.
   *
   * @param bytes the whole file
   */
  public static PixelData of(DicomHeader header, byte[] bytes) throws DicomReadException {
    Dataset image = Dataset.of(header);
    TransferSyntax syntax = supportedSyntax(header);
    PixelFormat format = PixelFormat.of(image);
    PixelLocation location = location(header, image);
    if (location.isEncapsulated() != isEncapsulating(syntax)) {
      throw image.problem(
          Tag.PixelData,
          "The pixel data do not fit the transfer syntax "
              + TransferSyntax.nameOf(syntax.uid())
              + ".",
          "Export it again.");
    }
    if (location.isEncapsulated()) {
      List<byte[]> frames = EncapsulatedFrames.split(image, format, bytes, location.offset());
      return new PixelData(image, format, syntax, ByteBuffer.allocate(0), frames);
    }
    checkComplete(image, format, location, location.offset() + location.length());
    boolean deflated = syntax.pixels() == TransferSyntax.Pixels.DEFLATED;
    ByteBuffer pixels =
        deflated ? ByteBuffer.wrap(inflated(image)) : slice(image, format, bytes, location);
    pixels.order(syntax.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    return new PixelData(image, format, syntax, pixels, List.of());
  }

  /**
   * Checks, without reading the pixels of a plain file, that they can be decoded and are complete.
   */
  public static void check(DicomHeader header) throws DicomReadException {
    Dataset image = Dataset.of(header);
    TransferSyntax syntax = supportedSyntax(header);
    if (syntax.pixels() == TransferSyntax.Pixels.NATIVE) {
      checkComplete(image, PixelFormat.of(image), location(header, image), header.fileBytes());
    } else {
      of(header, DicomFiles.bytesOf(header.file()));
    }
  }

  public PixelFormat format() {
    return format;
  }

  /** Returns the stored values of a frame of at most 16 bit; unsigned values wrap as Java does. */
  public short[] storedShorts(int frame) throws DicomReadException {
    ByteBuffer pixels = frame(frame);
    short[] values = new short[format.pixelsPerFrame()];
    switch (format.bitsAllocated()) {
      case 8 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = pixels.get(i);
        }
      }
      case 16 -> pixels.asShortBuffer().get(values);
      default ->
          throw image.problem(
              Tag.BitsAllocated, "An image of 32 bit is not read.", "Export it with 16 bit.");
    }
    if (format.bitsStored() < Short.SIZE) {
      int unused = Integer.SIZE - format.bitsStored();
      int storedBits = -1 >>> unused;
      for (int i = 0; i < values.length; i++) { // bits above the stored ones may hold anything
        values[i] =
            (short) (format.isSigned() ? values[i] << unused >> unused : values[i] & storedBits);
      }
    }
    return values;
  }

  /** Writes the stored values of a frame times {@code scale} to {@code target}. */
  public void scaled(int frame, double scale, float[] target) throws DicomReadException {
    ByteBuffer pixels = frame(frame);
    int count = format.pixelsPerFrame();
    if (format.bitsAllocated() == 32) {
      long mask = format.isSigned() ? -1L : 0xFFFFFFFFL;
      for (int i = 0; i < count; i++) {
        target[i] = (float) ((pixels.getInt(4 * i) & mask) * scale);
      }
      return;
    }
    short[] values = storedShorts(frame);
    int mask = format.isSigned() ? -1 : 0xFFFF;
    for (int i = 0; i < count; i++) {
      target[i] = (float) ((values[i] & mask) * scale);
    }
  }

  private ByteBuffer frame(int frame) throws DicomReadException {
    java.util.Objects.checkIndex(frame, format.frames());
    if (encodedFrames.isEmpty()) {
      int size = format.bytesPerFrame();
      return nativePixels.slice(frame * size, size).order(nativePixels.order());
    }
    byte[] encoded = encodedFrames.get(frame);
    byte[] decoded =
        switch (syntax.pixels()) {
          case RLE -> RunLengthDecoder.decode(image, format, encoded);
          case JPEG_LOSSLESS -> new JpegDecoder(image).decodeLossless(format, encoded);
          case JPEG_2000 -> new JpegDecoder(image).decode2000(format, encoded);
          case NATIVE, DEFLATED -> throw new IllegalStateException("not encapsulated: " + syntax);
        };
    return ByteBuffer.wrap(decoded).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static TransferSyntax supportedSyntax(DicomHeader header) throws DicomReadException {
    return TransferSyntax.ofUid(header.transferSyntaxUid())
        .orElseThrow(
            () ->
                new DicomReadException(
                    header.file(),
                    Tags.nameOf(Tag.TransferSyntaxUID),
                    "Pixels compressed as "
                        + TransferSyntax.nameOf(header.transferSyntaxUid())
                        + " cannot be decoded.",
                    "Export the images uncompressed, or as RLE, JPEG lossless or JPEG 2000."));
  }

  private static boolean isEncapsulating(TransferSyntax syntax) {
    return syntax.pixels() != TransferSyntax.Pixels.NATIVE
        && syntax.pixels() != TransferSyntax.Pixels.DEFLATED;
  }

  private static PixelLocation location(DicomHeader header, Dataset image)
      throws DicomReadException {
    return header
        .pixels()
        .orElseThrow(
            () -> image.problem(Tag.PixelData, "There are no pixels.", "Export it again."));
  }

  private static void checkComplete(
      Dataset image, PixelFormat format, PixelLocation location, long end)
      throws DicomReadException {
    long needed = (long) format.bytesPerFrame() * format.frames();
    long present = Math.min(location.length(), end - location.offset());
    if (present < needed) {
      throw image.problem(
          Tag.PixelData,
          "The pixel data end early: " + present + " of " + needed + " bytes are there.",
          "Copy or export the file again.");
    }
  }

  private static ByteBuffer slice(
      Dataset image, PixelFormat format, byte[] bytes, PixelLocation location)
      throws DicomReadException {
    checkComplete(image, format, location, bytes.length);
    return ByteBuffer.wrap(bytes)
        .slice((int) location.offset(), format.bytesPerFrame() * format.frames());
  }

  private static byte[] inflated(Dataset image) throws DicomReadException {
    try {
      return DicomFiles.readAll(image.file()).getBytes(Tag.PixelData);
    } catch (java.io.IOException e) {
      throw new DicomReadException(
          image.file(),
          Tags.nameOf(Tag.PixelData),
          "The pixel data cannot be inflated.",
          "Export it again.",
          e);
    }
  }
}
