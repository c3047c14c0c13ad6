/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.registration.transform.DisplacementField;

/** Exchanges images and displacement fields with other programs as MetaImage (.mha). Stateless. */
final class MetaImage {

  private MetaImage() {}

  /** Writes an image with axes along the patient's, little endian float. */
  static void write(Path file, ImageVolume image) throws IOException {
    GridGeometry g = image.geometry();
    String header =
        "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\n"
            + "CompressedData = False\nTransformMatrix = 1 0 0 0 1 0 0 0 1\nOffset = "
            + text(g.originMm())
            + "\nElementSpacing = "
            + text(g.spacingMm())
            + "\nDimSize = "
            + (g.sizeX() + " " + g.sizeY() + " " + g.sizeZ())
            + "\nElementType = MET_FLOAT\nElementDataFile = LOCAL\n";
    try (OutputStream out = Files.newOutputStream(file);
        DataOutputStream data = new DataOutputStream(out)) {
      data.write(header.getBytes(StandardCharsets.US_ASCII));
      float[] slice = new float[g.sliceVoxelCount()];
      ByteBuffer bytes = ByteBuffer.allocate(4 * slice.length).order(ByteOrder.LITTLE_ENDIAN);
      for (int z = 0; z < g.sizeZ(); z++) {
        image.copySlice(z, slice);
        bytes.asFloatBuffer().put(slice);
        data.write(bytes.array());
      }
    }
  }

  private static String text(Vector3 v) {
    return v.x() + " " + v.y() + " " + v.z();
  }

  /** Reads a displacement field of floats in one file. */
  static DisplacementField readField(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Map<String, String> header = new HashMap<>();
    int at = 0;
    while (!header.containsKey("ElementDataFile")) {
      int end = at;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      if (end >= bytes.length) {
        throw new IOException(file + " is no MetaImage in one file");
      }
      String[] entry = new String(bytes, at, end - at, StandardCharsets.US_ASCII).split("=", 2);
      header.put(entry[0].strip(), entry[entry.length - 1].strip());
      at = end + 1;
    }
    if (!"MET_FLOAT".equals(header.get("ElementType"))
        || !"3".equals(header.get("ElementNumberOfChannels"))) {
      throw new IOException(file + " holds no displacement field of floats");
    }
    double[] size = numbers(header, "DimSize");
    double[] origin = numbers(header, "Offset");
    double[] spacing = numbers(header, "ElementSpacing");
    var g =
        new GridGeometry(
            (int) size[0],
            (int) size[1],
            (int) size[2],
            new Vector3(origin[0], origin[1], origin[2]),
            new Vector3(spacing[0], spacing[1], spacing[2]));
    float[] triplets = new float[3 * g.voxelCount()];
    ByteBuffer.wrap(bytes, at, bytes.length - at)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(triplets);
    return DisplacementField.of(g, triplets);
  }

  private static double[] numbers(Map<String, String> header, String key) throws IOException {
    String text = header.getOrDefault(key, "");
    String[] parts = text.split(" ");
    if (parts.length != 3) {
      throw new IOException(key + " of a MetaImage is not three numbers: " + text);
    }
    return new double[] {
      Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2])
    };
  }
}
