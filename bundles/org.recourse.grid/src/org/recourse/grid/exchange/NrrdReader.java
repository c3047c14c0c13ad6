/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.Vector3;

/**
 * NRRD, attached or with one data file beside it, encoding raw or gzip (format definition: teem,
 * nrrd/format.html). The space must be one of the anatomical ones; without a space the position is
 * taken as LPS, with a finding.
 */
final class NrrdReader {

  private final Path file;
  private final byte[] bytes;
  private final Map<String, String> fields = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private int dataStart;

  NrrdReader(Path file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  ExchangedVolume volume() throws VolumeReadException, IOException {
    readHeader();
    int[] size = size();
    VoxelFrame frame = frame(size);
    SampleType type = type();
    ByteBuffer data = data(type);
    return new ExchangedVolume(
        new SampleArray(file, data, 0, type).volume(frame, 1, 0), findings, frame.isReversed());
  }

  private void readHeader() {
    int at = 0;
    while (at < bytes.length) {
      int end = at;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      String line = new String(bytes, at, end - at, StandardCharsets.UTF_8).strip();
      at = Math.min(end + 1, bytes.length);
      dataStart = at;
      if (line.isEmpty()) {
        return;
      }
      int colon = line.indexOf(": ");
      if (colon > 0 && !line.startsWith("#")) {
        fields.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2).strip());
      }
    }
  }

  private String required(String field) throws VolumeReadException {
    String value = fields.get(field);
    if (value == null) {
      throw new VolumeReadException(file, "the header has no field \"" + field + "\".");
    }
    return value;
  }

  private int[] size() throws VolumeReadException {
    if (!required("dimension").equals("3")) {
      throw new VolumeReadException(
          file,
          "three dimensions expected, the file has "
              + required("dimension")
              + "; export one label map or one volume.");
    }
    double[] sizes = numbers(required("sizes"));
    if (sizes.length != 3) {
      throw new VolumeReadException(file, "three sizes expected: " + required("sizes"));
    }
    return Arrays.stream(sizes).mapToInt(size -> (int) size).toArray();
  }

  private double[] numbers(String text) throws VolumeReadException {
    try {
      return Arrays.stream(text.replaceAll("[(),]", " ").strip().split("\\s+"))
          .mapToDouble(Double::parseDouble)
          .toArray();
    } catch (NumberFormatException e) {
      throw new VolumeReadException(file, "not a list of numbers: " + text, e);
    }
  }

  private VoxelFrame frame(int[] size) throws VolumeReadException {
    double[] sign = signs();
    double[] steps = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    if (fields.containsKey("space directions")) {
      steps = numbers(required("space directions"));
    } else if (fields.containsKey("spacings")) {
      double[] spacings = numbers(required("spacings"));
      for (int k = 0; k < 3 && spacings.length == 3; k++) {
        steps[4 * k] = spacings[k];
      }
    } else {
      throw new VolumeReadException(file, "the header states no voxel size.");
    }
    double[] origin =
        fields.containsKey("space origin") ? numbers(required("space origin")) : new double[3];
    if (steps.length != 9 || origin.length != 3) {
      throw new VolumeReadException(file, "space directions or origin are not three-dimensional.");
    }
    return new VoxelFrame(
        size,
        vector(origin, 0, sign),
        vector(steps, 0, sign),
        vector(steps, 3, sign),
        vector(steps, 6, sign));
  }

  private static Vector3 vector(double[] numbers, int from, double[] sign) {
    return new Vector3(
        numbers[from] * sign[0], numbers[from + 1] * sign[1], numbers[from + 2] * sign[2]);
  }

  /** Factors from the space of the file to LPS. */
  private double[] signs() throws VolumeReadException {
    String space = fields.getOrDefault("space", "").toLowerCase(Locale.ROOT);
    return switch (space) {
      case "left-posterior-superior", "lps" -> new double[] {1, 1, 1};
      case "right-anterior-superior", "ras" -> new double[] {-1, -1, 1};
      case "left-anterior-superior", "las" -> new double[] {1, -1, 1};
      case "" -> {
        findings.add(
            Finding.warning(
                "The file names no space; its axes were taken as left, posterior, superior.",
                file.toString()));
        yield new double[] {1, 1, 1};
      }
      default ->
          throw new VolumeReadException(
              file, "space \"" + space + "\" is not supported; use LPS, RAS or LAS.");
    };
  }

  private SampleType type() throws VolumeReadException {
    String name = required("type").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "signed char", "int8", "int8_t" -> SampleType.INT8;
      case "uchar", "unsigned char", "uint8", "uint8_t" -> SampleType.UINT8;
      case "short", "short int", "signed short", "signed short int", "int16", "int16_t" ->
          SampleType.INT16;
      case "ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t" ->
          SampleType.UINT16;
      case "int", "signed int", "int32", "int32_t" -> SampleType.INT32;
      case "uint", "unsigned int", "uint32", "uint32_t" -> SampleType.UINT32;
      case "float" -> SampleType.FLOAT32;
      case "double" -> SampleType.FLOAT64;
      default -> throw new VolumeReadException(file, "type \"" + name + "\" is not supported.");
    };
  }

  private ByteBuffer data(SampleType type) throws VolumeReadException, IOException {
    byte[] stored = stored();
    String encoding = required("encoding").toLowerCase(Locale.ROOT);
    byte[] samples =
        switch (encoding) {
          case "raw" -> stored;
          case "gzip", "gz" -> VolumeFiles.unzipped(stored);
          default ->
              throw new VolumeReadException(
                  file, "encoding \"" + encoding + "\" is not supported; use raw or gzip.");
        };
    ByteBuffer data = ByteBuffer.wrap(samples);
    boolean big = fields.getOrDefault("endian", "little").equalsIgnoreCase("big");
    if (type.bytes() > 1) {
      required("endian");
    }
    return data.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  private byte[] stored() throws VolumeReadException, IOException {
    String beside = fields.getOrDefault("data file", fields.getOrDefault("datafile", ""));
    if (beside.isEmpty()) {
      return Arrays.copyOfRange(bytes, dataStart, bytes.length);
    }
    if (beside.startsWith("LIST") || beside.contains("%")) {
      throw new VolumeReadException(file, "several data files are not supported: " + beside);
    }
    return Files.readAllBytes(file.resolveSibling(beside));
  }
}
