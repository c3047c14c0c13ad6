/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.toolkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;

/** Splits encapsulated pixel data (DICOM PS3.5 A.4) into the code streams of the frames. */
final class EncapsulatedFrames {

  private static final int ITEM = 0xE000FFFE;
  private static final int DELIMITER = 0xE0DDFFFE;
  private static final int ITEM_HEADER_BYTES = 8;

  private EncapsulatedFrames() {}

  /** A fragment with the position of its item header, counted from the first fragment. */
  private record Fragment(int position, byte[] bytes) {}

  static List<byte[]> split(Dataset image, PixelFormat format, byte[] file, long offset)
      throws DicomReadException {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position((int) offset);
    byte[] offsetTable = nextItem(image, in);
    int first = in.position();
    var fragments = new ArrayList<Fragment>();
    while (true) {
      require(image, in, ITEM_HEADER_BYTES);
      if (in.getInt(in.position()) == DELIMITER) {
        break;
      }
      int position = in.position() - first;
      fragments.add(new Fragment(position, nextItem(image, in)));
    }
    return assemble(image, format, offsetTable, fragments);
  }

  private static byte[] nextItem(Dataset image, ByteBuffer in) throws DicomReadException {
    require(image, in, ITEM_HEADER_BYTES);
    int tag = in.getInt();
    int length = in.getInt();
    if (tag != ITEM || length < 0) {
      throw image.problem(
          Tag.PixelData, "The compressed pixel data are damaged.", "Export the file again.");
    }
    require(image, in, length);
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static void require(Dataset image, ByteBuffer in, int bytes) throws DicomReadException {
    if (in.remaining() < bytes) {
      throw image.problem(
          Tag.PixelData, "The compressed pixel data end early.", "Copy or export the file again.");
    }
  }

  private static List<byte[]> assemble(
      Dataset image, PixelFormat format, byte[] offsetTable, List<Fragment> fragments)
      throws DicomReadException {
    if (fragments.size() == format.frames()) {
      return fragments.stream().map(Fragment::bytes).toList();
    }
    if (format.frames() == 1 && !fragments.isEmpty()) {
      return List.of(joined(fragments));
    }
    if (offsetTable.length != 4 * format.frames()) {
      throw image.problem(
          Tag.PixelData,
          fragments.size()
              + " compressed pieces cannot be assigned to "
              + format.frames()
              + " frames.",
          "Export the file uncompressed.");
    }
    ByteBuffer offsets = ByteBuffer.wrap(offsetTable).order(ByteOrder.LITTLE_ENDIAN);
    var frames = new ArrayList<byte[]>(format.frames());
    for (int frame = 0; frame < format.frames(); frame++) {
      int from = offsets.getInt(4 * frame);
      int to = frame + 1 < format.frames() ? offsets.getInt(4 * frame + 4) : Integer.MAX_VALUE;
      frames.add(
          joined(
              fragments.stream().filter(f -> f.position() >= from && f.position() < to).toList()));
    }
    return frames;
  }

  private static byte[] joined(List<Fragment> fragments) {
    var out = new ByteArrayOutputStream();
    fragments.forEach(fragment -> out.writeBytes(fragment.bytes()));
    return out.toByteArray();
  }
}
