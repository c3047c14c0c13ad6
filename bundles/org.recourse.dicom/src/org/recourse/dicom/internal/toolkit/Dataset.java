/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.toolkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.recourse.dicom.DicomReadException;

/**
 * Typed access to the attributes of one file or sequence item. What is absent is empty; what is
 * malformed is a {@link DicomReadException} that names file and attribute, never a default.
 */
public final class Dataset {

  private final Path file;
  private final Attributes attributes;

  public Dataset(Path file, Attributes attributes) {
    this.file = file;
    this.attributes = attributes;
  }

  public static Dataset of(DicomHeader header) {
    return new Dataset(header.file(), header.attributes());
  }

  public Path file() {
    return file;
  }

  public boolean contains(int tag) {
    return attributes.containsValue(tag);
  }

  /** Returns the first value as text without surrounding blanks; empty if absent or blank. */
  public Optional<String> text(int tag) {
    return texts(tag).stream().findFirst();
  }

  /** Returns all values as text without surrounding blanks, blank ones left out. */
  public List<String> texts(int tag) {
    String[] values = strings(tag);
    var texts = new ArrayList<String>(values.length);
    for (String value : values) {
      if (value != null && !value.isBlank()) {
        texts.add(value.strip());
      }
    }
    return texts;
  }

  private String[] strings(int tag) {
    try {
      String[] values = attributes.getStrings(tag);
      return values == null ? new String[0] : values;
    } catch (RuntimeException e) { // the toolkit on a value that is no text
      return new String[0];
    }
  }

  public String requiredText(int tag) throws DicomReadException {
    return text(tag).orElseThrow(() -> missing(tag));
  }

  public OptionalInt integer(int tag) throws DicomReadException {
    double[] values = numbers(tag);
    if (values.length == 0) {
      return OptionalInt.empty();
    }
    if (values[0] != Math.rint(values[0]) || Math.abs(values[0]) > Integer.MAX_VALUE) {
      throw malformed(tag, Double.toString(values[0]));
    }
    return OptionalInt.of((int) values[0]);
  }

  public int requiredInteger(int tag) throws DicomReadException {
    OptionalInt value = integer(tag);
    if (value.isEmpty()) {
      throw missing(tag);
    }
    return value.getAsInt();
  }

  public OptionalDouble number(int tag) throws DicomReadException {
    double[] values = numbers(tag);
    return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[0]);
  }

  /** Returns all values; an empty array if the attribute is absent or has no value. */
  public double[] numbers(int tag) throws DicomReadException {
    double[] values;
    try {
      values = attributes.containsValue(tag) ? converted(tag) : new double[0];
    } catch (RuntimeException e) { // the toolkit on text that is no number
      throw malformed(tag, String.join("\\", strings(tag)));
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw malformed(tag, Double.toString(value));
      }
    }
    return values;
  }

  /** The toolkit converts only within the kind a value representation has. */
  private double[] converted(int tag) {
    VR vr = attributes.getVR(tag);
    return switch (vr) {
      case DS, FD, FL, OD, OF -> orEmpty(attributes.getDoubles(tag));
      case US, SS, UL, SL -> Arrays.stream(attributes.getInts(tag)).asDoubleStream().toArray();
      default ->
          Arrays.stream(attributes.getStrings(tag))
              .mapToDouble(text -> Double.parseDouble(text.strip()))
              .toArray();
    };
  }

  private static double[] orEmpty(double[] values) {
    return values == null ? new double[0] : values;
  }

  /** Returns the values of an attribute that must have exactly {@code count} of them. */
  public double[] requiredNumbers(int tag, int count) throws DicomReadException {
    double[] values = numbers(tag);
    if (values.length == 0) {
      throw missing(tag);
    }
    if (values.length != count) {
      throw problem(
          tag,
          "It has " + values.length + " values; " + count + " are needed.",
          "Export it again.");
    }
    return values;
  }

  /** Returns binary floats (OF or FL) as they are, including what is not a number. */
  public float[] requiredFloats(int tag, int count) throws DicomReadException {
    byte[] bytes;
    try {
      bytes = attributes.getBytes(tag);
    } catch (IOException e) {
      throw problem(tag, "It cannot be read: " + e.getMessage(), "Export it again.");
    }
    if (bytes == null) {
      throw missing(tag);
    }
    if (bytes.length != Math.multiplyExact(4, count)) {
      throw problem(
          tag,
          "It has " + bytes.length / 4 + " values; " + count + " are needed.",
          "Export it again.");
    }
    float[] values = new float[count];
    ByteBuffer.wrap(bytes)
        .order(attributes.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    return values;
  }

  /** Returns the items of a sequence; none if it is absent. */
  public List<Dataset> items(int tag) {
    Object value = attributes.getValue(tag);
    if (!(value instanceof Sequence sequence)) {
      return List.of();
    }
    var items = new ArrayList<Dataset>(sequence.size());
    for (Attributes item : sequence) {
      items.add(new Dataset(file, item));
    }
    return items;
  }

  /** Returns the first item of a sequence. */
  public Optional<Dataset> item(int tag) {
    return items(tag).stream().findFirst();
  }

  /** Tells whether a text is kept with bytes beyond ASCII though the file states no charset. */
  public boolean hasUndeclaredText(int tag, int charsetTag) {
    if (attributes.containsValue(charsetTag)) {
      return false;
    }
    VR vr = attributes.getVR(tag);
    String text = vr == null ? null : attributes.getString(tag);
    return text != null && text.chars().anyMatch(c -> c > 0x7F);
  }

  /** Makes an exception about an attribute of this file. */
  public DicomReadException problem(int tag, String sentence, String remedy) {
    return new DicomReadException(file, Tags.nameOf(tag), sentence, remedy);
  }

  private DicomReadException missing(int tag) {
    return problem(tag, "The attribute is missing or empty.", "Export the object again.");
  }

  private DicomReadException malformed(int tag, String value) {
    String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
    return problem(tag, "'" + shown + "' is not a valid number here.", "Export the object again.");
  }

  /** The attributes, for the few places that need the toolkit itself. */
  Attributes attributes() {
    return attributes;
  }
}
