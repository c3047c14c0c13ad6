/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The influence of one beam as a file: a mark, the key, the arrays with their lengths, and a check
 * sum (CRC-32C) of all of it. Numbers are big endian. Stateless.
 */
final class BeamFile {

  private static final byte[] MARK = "RECOURSE-INFL-01".getBytes(StandardCharsets.US_ASCII);
  private static final int CHUNK = 1 << 20; // bytes
  private static final int KEY_LENGTH = 64;

  private BeamFile() {}

  /** What a file holds. */
  record Content(List<BeamInfluence.Slab> slabs, float[] wideWeight) {}

  static void write(Path file, String key, BeamInfluence beam) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var out = new Out(channel);
      out.bytes(MARK);
      out.bytes(key.getBytes(StandardCharsets.US_ASCII));
      out.number(beam.slabs.size());
      for (BeamInfluence.Slab slab : beam.slabs) {
        out.ints(slab.firstRun);
        out.ints(slab.runVoxel);
        out.shorts(slab.runLength);
        out.floats(slab.value);
      }
      out.floats(beam.wideWeight);
      out.end();
      channel.force(false);
    }
  }

  /**
   * @throws IOException if the file cannot be read or is damaged
   */
  static Content read(Path file, String key) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var in = new In(channel);
      if (!java.util.Arrays.equals(in.bytes(MARK.length), MARK)
          || !new String(in.bytes(KEY_LENGTH), StandardCharsets.US_ASCII).equals(key)) {
        throw new IOException("the file is no dose influence of this beam");
      }
      int count = in.number();
      var slabs = new ArrayList<BeamInfluence.Slab>();
      for (int s = 0; s < count; s++) {
        slabs.add(new BeamInfluence.Slab(in.ints(), in.ints(), in.shorts(), in.floats()));
      }
      var content = new Content(slabs, in.floats());
      in.end();
      return content;
    }
  }

  /** Writes through one buffer and sums up. */
  private static final class Out {

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
    private final CRC32C sum = new CRC32C();

    Out(FileChannel channel) {
      this.channel = channel;
    }

    private void room(int bytes) throws IOException {
      if (buffer.remaining() < bytes) {
        flush();
      }
    }

    private void flush() throws IOException {
      buffer.flip();
      sum.update(buffer.array(), 0, buffer.limit());
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      buffer.clear();
    }

    void bytes(byte[] values) throws IOException {
      room(values.length);
      buffer.put(values);
    }

    void number(int value) throws IOException {
      room(Integer.BYTES);
      buffer.putInt(value);
    }

    void ints(int[] values) throws IOException {
      number(values.length);
      for (int from = 0; from < values.length; ) {
        room(Integer.BYTES);
        int length = Math.min(values.length - from, buffer.remaining() / Integer.BYTES);
        buffer.asIntBuffer().put(values, from, length);
        buffer.position(buffer.position() + length * Integer.BYTES);
        from += length;
      }
    }

    void shorts(short[] values) throws IOException {
      number(values.length);
      for (int from = 0; from < values.length; ) {
        room(Short.BYTES);
        int length = Math.min(values.length - from, buffer.remaining() / Short.BYTES);
        buffer.asShortBuffer().put(values, from, length);
        buffer.position(buffer.position() + length * Short.BYTES);
        from += length;
      }
    }

    void floats(float[] values) throws IOException {
      number(values.length);
      for (int from = 0; from < values.length; ) {
        room(Float.BYTES);
        int length = Math.min(values.length - from, buffer.remaining() / Float.BYTES);
        buffer.asFloatBuffer().put(values, from, length);
        buffer.position(buffer.position() + length * Float.BYTES);
        from += length;
      }
    }

    void end() throws IOException {
      flush();
      int value = (int) sum.getValue();
      buffer.putInt(value);
      flush();
    }
  }

  /** Reads through one buffer and sums up; a length beyond the end of the file is refused. */
  private static final class In {

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK).limit(0);
    private final CRC32C sum = new CRC32C();
    private long left;

    In(FileChannel channel) throws IOException {
      this.channel = channel;
      left = Math.max(0, channel.size() - Integer.BYTES); // without the check sum
    }

    private void need(int bytes) throws IOException {
      if (buffer.remaining() >= bytes) {
        return;
      }
      buffer.compact();
      int before = buffer.position();
      buffer.limit((int) Math.min(buffer.capacity(), before + left));
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // until the buffer is full or the file ends
      }
      left -= buffer.position() - before;
      sum.update(buffer.array(), before, buffer.position() - before);
      buffer.flip();
      if (buffer.remaining() < bytes) {
        throw new IOException("the file ends early");
      }
    }

    byte[] bytes(int length) throws IOException {
      need(length);
      byte[] values = new byte[length];
      buffer.get(values);
      return values;
    }

    int number() throws IOException {
      need(Integer.BYTES);
      return buffer.getInt();
    }

    private int length(int bytesPerValue) throws IOException {
      int length = number();
      if (length < 0 || (long) length * bytesPerValue > left + buffer.remaining()) {
        throw new IOException("the file holds a length that it is too short for");
      }
      return length;
    }

    int[] ints() throws IOException {
      int[] values = new int[length(Integer.BYTES)];
      for (int from = 0; from < values.length; ) {
        need(Integer.BYTES);
        int length = Math.min(values.length - from, buffer.remaining() / Integer.BYTES);
        buffer.asIntBuffer().get(values, from, length);
        buffer.position(buffer.position() + length * Integer.BYTES);
        from += length;
      }
      return values;
    }

    short[] shorts() throws IOException {
      short[] values = new short[length(Short.BYTES)];
      for (int from = 0; from < values.length; ) {
        need(Short.BYTES);
        int length = Math.min(values.length - from, buffer.remaining() / Short.BYTES);
        buffer.asShortBuffer().get(values, from, length);
        buffer.position(buffer.position() + length * Short.BYTES);
        from += length;
      }
      return values;
    }

    float[] floats() throws IOException {
      float[] values = new float[length(Float.BYTES)];
      for (int from = 0; from < values.length; ) {
        need(Float.BYTES);
        int length = Math.min(values.length - from, buffer.remaining() / Float.BYTES);
        buffer.asFloatBuffer().get(values, from, length);
        buffer.position(buffer.position() + length * Float.BYTES);
        from += length;
      }
      return values;
    }

    void end() throws IOException {
      int expected = (int) sum.getValue();
      if (left != 0 || buffer.hasRemaining()) {
        throw new IOException("the file holds more than it should");
      }
      buffer.clear().limit(Integer.BYTES);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // the check sum
      }
      buffer.flip();
      if (buffer.remaining() != Integer.BYTES || buffer.getInt() != expected) {
        throw new IOException("the check sum of the file is wrong");
      }
    }
  }
}
