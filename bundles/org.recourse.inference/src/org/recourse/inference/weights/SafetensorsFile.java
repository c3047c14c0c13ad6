/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.weights;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.recourse.inference.internal.json.JsonRefusedException;
import org.recourse.inference.internal.json.StrictJson;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/**
 * A file in the safetensors format: the length of a header as 64-bit number, the header as JSON
 * with name, type, shape and place of every tensor, then the plain numbers, all little endian.
 * Immutable: the header is read once, a tensor when it is asked for.
 *
 * <p>Numbers of the types F64, F32, F16 and BF16 are read as 32-bit floats; tensors of other types,
 * such as counters, are listed but cannot be read.
 *
 * <p>Format: <a href="https://huggingface.co/docs/safetensors">huggingface.co/docs/safetensors</a>.
 */
public final class SafetensorsFile {

  private static final String METADATA = "__metadata__";
  private static final long LARGEST_HEADER = 16L << 20;
  private static final long LARGEST_FILE = 2L << 30;

  private final Path file;
  private final long start;
  private final Map<String, Entry> entries;

  private SafetensorsFile(Path file, long start, Map<String, Entry> entries) {
    this.file = file;
    this.start = start;
    this.entries = entries;
  }

  /** Place of a tensor: bytes from {@code begin} to {@code end} after the header. */
  private record Entry(String type, List<Long> shape, long begin, long end) {

    long valueCount() {
      long count = 1;
      for (long size : shape) {
        count = Math.multiplyExact(count, size);
      }
      return count;
    }
  }

  /**
   * Reads the header of a file.
   *
   * @throws WeightsFileException if it is no such file
   * @throws IOException if it cannot be read
   */
  public static SafetensorsFile open(Path file) throws WeightsFileException, IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size > LARGEST_FILE) {
        throw new WeightsFileException(file + " is larger than 2 GiB and was refused.");
      }
      long length = size < Long.BYTES ? -1 : read(channel, 0, Long.BYTES).getLong();
      if (length < 2 || length > LARGEST_HEADER || length > size - Long.BYTES) {
        throw new WeightsFileException(
            file + " is no safetensors file: it does not begin with the length of a header.");
      }
      String text =
          StandardCharsets.UTF_8.decode(read(channel, Long.BYTES, (int) length)).toString();
      long start = Long.BYTES + length;
      return new SafetensorsFile(file, start, entries(file, text, size - start));
    }
  }

  private static Map<String, Entry> entries(Path file, String text, long bytes)
      throws WeightsFileException {
    var entries = new LinkedHashMap<String, Entry>();
    try {
      for (Map.Entry<String, JsonElement> own : StrictJson.object(text).entrySet()) {
        if (!own.getKey().equals(METADATA)) {
          entries.put(own.getKey(), entry(file, own.getKey(), own.getValue(), bytes));
        }
      }
    } catch (JsonRefusedException e) {
      throw new WeightsFileException(
          file + " is no safetensors file: its header is damaged, " + e.getMessage() + ".", e);
    }
    return entries;
  }

  private static Entry entry(Path file, String name, JsonElement json, long bytes)
      throws WeightsFileException {
    try {
      JsonObject object = json.getAsJsonObject();
      List<Long> offsets = numbers(required(object, "data_offsets").getAsJsonArray());
      var entry =
          new Entry(
              required(object, "dtype").getAsString(),
              numbers(required(object, "shape").getAsJsonArray()),
              offsets.get(0),
              offsets.get(1));
      if (offsets.size() != 2
          || entry.begin() < 0
          || entry.begin() > entry.end()
          || entry.end() > bytes
          || entry.shape().stream().anyMatch(size -> size < 0)) {
        throw new WeightsFileException(
            file + " is damaged: the tensor " + name + " lies outside of the file.");
      }
      return entry;
    } catch (ClassCastException
        | IllegalStateException
        | ArithmeticException
        | IllegalArgumentException
        | UnsupportedOperationException
        | IndexOutOfBoundsException e) { // whatever the JSON reader says to another type
      throw new WeightsFileException(
          file + " is damaged: the header of the tensor " + name + " is incomplete.", e);
    }
  }

  private static JsonElement required(JsonObject json, String key) {
    JsonElement value = json.get(key);
    if (value == null) { // Gson: null for an absent key
      throw new IllegalArgumentException(key + " is missing");
    }
    return value;
  }

  private static List<Long> numbers(JsonArray array) {
    List<Long> numbers = new ArrayList<>();
    for (JsonElement element : array) {
      numbers.add(element.getAsBigDecimal().longValueExact());
    }
    return List.copyOf(numbers);
  }

  /** Returns the names of all tensors in the order of the header. */
  public Set<String> names() {
    return java.util.Collections.unmodifiableSet(entries.keySet());
  }

  /**
   * Reads a tensor of floats.
   *
   * @param shape shape it must have
   * @throws WeightsFileException if it is absent, of another shape or type, or not finite; the
   *     sentence names it
   * @throws IOException if the file cannot be read
   */
  public Tensor tensor(String name, TensorShape shape) throws WeightsFileException, IOException {
    Entry entry = entries.get(name);
    if (entry == null) { // absent from the map
      throw new WeightsFileException(file + " holds no tensor " + name + ".");
    }
    List<Long> expected = shape.sizes().stream().map(Integer::longValue).toList();
    if (!entry.shape().equals(expected)) {
      throw new WeightsFileException(
          "The tensor %s of %s has the shape %s; it should be %s."
              .formatted(name, file, entry.shape(), expected));
    }
    int bytes = bytesPerValue(name, entry.type());
    if (entry.end() - entry.begin() != entry.valueCount() * bytes) {
      throw new WeightsFileException(
          "The tensor " + name + " of " + file + " is not as long as its shape says.");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer raw = read(channel, start + entry.begin(), (int) (entry.end() - entry.begin()));
      Tensor tensor = Tensor.of(shape, floats(raw, entry.type(), shape.valueCount()));
      if (!tensor.isFinite()) {
        throw new WeightsFileException(
            "The tensor " + name + " of " + file + " holds a number that is not finite.");
      }
      return tensor;
    }
  }

  private int bytesPerValue(String name, String type) throws WeightsFileException {
    return switch (type) {
      case "F64" -> Double.BYTES;
      case "F32" -> Float.BYTES;
      case "F16", "BF16" -> Short.BYTES;
      default ->
          throw new WeightsFileException(
              "The tensor " + name + " of " + file + " is of the type " + type + ", not a float.");
    };
  }

  private static float[] floats(ByteBuffer raw, String type, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (type) {
            case "F64" -> (float) raw.getDouble();
            case "F16" -> Float.float16ToFloat(raw.getShort());
            case "BF16" -> Float.intBitsToFloat(raw.getShort() << Short.SIZE);
            default -> raw.getFloat();
          };
    }
    return values;
  }

  private static ByteBuffer read(FileChannel channel, long position, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("the file ends early");
      }
    }
    return buffer.flip();
  }
}
