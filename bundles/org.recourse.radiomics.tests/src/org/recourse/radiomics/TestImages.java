/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/** Reads the few NRRD and NIfTI files of the reference data; axes are taken as a plain grid. */
public final class TestImages {

  private TestImages() {}

  /** Returns the folder of shared reference data, if it is there. */
  public static Optional<Path> shared(String part) {
    String given = System.getProperty("recourse.shared");
    if (given != null) {
      return Optional.of(Path.of(given, "data", part)).filter(Files::isDirectory);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared").resolve("data").resolve(part);
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** Reads a gzip NRRD of short or int values as whole numbers. */
  public static VoxelBlock nrrd(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int header = 0;
    while (bytes[header] != '\n' || bytes[header + 1] != '\n') {
      header++;
    }
    Map<String, String> fields = new HashMap<>();
    for (String line : new String(bytes, 0, header, StandardCharsets.US_ASCII).split("\n")) {
      int colon = line.indexOf(':');
      if (colon > 0 && !line.startsWith("#")) {
        fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    int[] size =
        Arrays.stream(fields.get("sizes").split(" ")).mapToInt(Integer::parseInt).toArray();
    double[] spacing = new double[3];
    String[] axes = fields.get("space directions").replace("(", "").replace(")", "").split(" ");
    for (int i = 0; i < 3; i++) {
      spacing[i] = Math.abs(Double.parseDouble(axes[i].split(",")[i]));
    }
    byte[] raw;
    try (var in =
        new GZIPInputStream(
            new ByteArrayInputStream(bytes, header + 2, bytes.length - header - 2))) {
      raw = in.readAllBytes();
    }
    ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[size[0] * size[1] * size[2]];
    boolean wide = fields.get("type").equals("int");
    for (int i = 0; i < values.length; i++) {
      values[i] = wide ? buffer.getInt(4 * i) : buffer.getShort(2 * i);
    }
    var geometry =
        new GridGeometry(
            size[0],
            size[1],
            size[2],
            new Vector3(0, 0, 0),
            new Vector3(spacing[0], spacing[1], spacing[2]));
    return VoxelBlock.ofIntegers(geometry, values);
  }

  /** Reads a gzip NIfTI-1 file without slope. */
  public static VoxelBlock nifti(Path file) throws IOException {
    byte[] raw;
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      raw = in.readAllBytes();
    }
    ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    int sx = buffer.getShort(42);
    int sy = buffer.getShort(44);
    int sz = buffer.getShort(46);
    int type = buffer.getShort(70);
    int offset = (int) buffer.getFloat(108);
    double[] values = new double[sx * sy * sz];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (type) {
            case 2 -> buffer.get(offset + i) & 0xff;
            case 4 -> buffer.getShort(offset + 2 * i);
            case 8 -> buffer.getInt(offset + 4 * i);
            case 16 -> buffer.getFloat(offset + 4 * i);
            case 64 -> buffer.getDouble(offset + 8 * i);
            default -> throw new IOException("NIfTI type " + type);
          };
    }
    var geometry =
        new GridGeometry(
            sx,
            sy,
            sz,
            new Vector3(0, 0, 0),
            new Vector3(buffer.getFloat(80), buffer.getFloat(84), buffer.getFloat(88)));
    return VoxelBlock.ofIntegers(geometry, values);
  }

  /** Takes the voxels of one label. */
  public static Region label(VoxelBlock labels, int label) {
    byte[] inside = new byte[labels.geometry().voxelCount()];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = (byte) (labels.valueAt(i) == label ? 1 : 0);
    }
    return Region.of(labels.geometry(), inside);
  }
}
