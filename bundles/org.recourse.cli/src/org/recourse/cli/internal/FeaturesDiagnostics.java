/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.image.IndexBox;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.Settings;

/**
 * The 22 columns {@code diagnostics_…} that PyRadiomics 3.0.1 puts before the features, so that
 * scripts which select or drop them by name go on working. Versions of Python packages are empty.
 * The hashes are those of the voxels as little-endian doubles, not of the file's number format, and
 * say so in their text.
 */
final class FeaturesDiagnostics {

  private static final String PREFIX = "diagnostics_";

  private final Map<String, String> columns = new LinkedHashMap<>();

  FeaturesDiagnostics(String software, String profile, ExtractionParameters parameters) {
    put("Versions_PyRadiomics", software + ", profile " + profile);
    for (String other : List.of("Numpy", "SimpleITK", "PyWavelet", "Python")) {
      put("Versions_" + other, "");
    }
    put("Configuration_Settings", json(parameters.settings()).toString());
    var types = new JsonObject();
    parameters.imageTypes().forEach((id, own) -> types.add(id, json(own)));
    put("Configuration_EnabledImageTypes", types.toString());
  }

  private static JsonObject json(Settings settings) {
    var object = new JsonObject();
    settings
        .asMap()
        .forEach(
            (key, value) -> {
              switch (value) {
                case Boolean flag -> object.addProperty(key, flag);
                case Number number -> object.addProperty(key, number);
                default -> object.addProperty(key, value.toString());
              }
            });
    return object;
  }

  private void put(String name, String text) {
    columns.put(PREFIX + name, text);
  }

  /**
   * Adds what is to say of the whole image and the whole mask, which may be on another grid.
   *
   * @param slicesReversed whether the file counts its slices the other way round
   */
  Map<String, String> of(VoxelBlock image, Region region, boolean slicesReversed) {
    addImage(image);
    addMask(region, slicesReversed);
    return columns;
  }

  private void addImage(VoxelBlock image) {
    String prefix = "Image-original_";
    GridGeometry grid = image.geometry();
    double[] values = image.toDoubles();
    put(prefix + "Hash", hash(values));
    put(prefix + "Dimensionality", "3D");
    put(prefix + "Spacing", spacing(grid));
    put(prefix + "Size", size(grid));
    put(prefix + "Mean", Double.toString(Arrays.stream(values).average().orElseThrow()));
    put(prefix + "Minimum", Double.toString(Arrays.stream(values).min().orElseThrow()));
    put(prefix + "Maximum", Double.toString(Arrays.stream(values).max().orElseThrow()));
  }

  private void addMask(Region region, boolean slicesReversed) {
    String prefix = "Mask-original_";
    GridGeometry grid = region.geometry();
    double[] values = new double[grid.voxelCount()];
    double[] sum = new double[3];
    for (int i = 0; i < values.length; i++) {
      if (region.contains(i)) {
        values[i] = 1;
        int row = i / grid.sizeX();
        int z = row / grid.sizeY();
        sum[0] += i - row * grid.sizeX();
        sum[1] += row - z * grid.sizeY();
        sum[2] += z;
      }
    }
    put(prefix + "Hash", hash(values));
    put(prefix + "Spacing", spacing(grid));
    put(prefix + "Size", size(grid));
    Optional<IndexBox> box = region.box();
    put(
        prefix + "BoundingBox",
        box.map(b -> bounds(b, slicesReversed ? grid.sizeZ() - 1 - b.maxZ() : b.minZ()))
            .orElse(""));
    put(prefix + "VoxelNum", Integer.toString(region.voxelCount()));
    put(prefix + "VolumeNum", Integer.toString(pieces(region)));
    int count = region.voxelCount();
    if (count == 0) {
      put(prefix + "CenterOfMassIndex", "");
      put(prefix + "CenterOfMass", "");
      return;
    }
    double z = sum[2] / count;
    put(
        prefix + "CenterOfMassIndex",
        tuple(sum[0] / count, sum[1] / count, slicesReversed ? grid.sizeZ() - 1 - z : z));
    Vector3 centre = grid.toPatientMm(sum[0] / count, sum[1] / count, z);
    put(prefix + "CenterOfMass", tuple(centre.x(), centre.y(), centre.z()));
  }

  private static String hash(double[] values) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
      for (double value : values) {
        if (bytes.remaining() < Double.BYTES) {
          digest.update(bytes.flip());
          bytes.clear();
        }
        bytes.putDouble(value);
      }
      digest.update(bytes.flip());
      return "float64-" + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  private static String spacing(GridGeometry grid) {
    Vector3 spacing = grid.spacingMm();
    return tuple(spacing.x(), spacing.y(), spacing.z());
  }

  private static String size(GridGeometry grid) {
    return "(" + grid.sizeX() + ", " + grid.sizeY() + ", " + grid.sizeZ() + ")";
  }

  private static String bounds(IndexBox box, int minZ) {
    return "("
        + box.minX()
        + ", "
        + box.minY()
        + ", "
        + minZ
        + ", "
        + box.sizeX()
        + ", "
        + box.sizeY()
        + ", "
        + box.sizeZ()
        + ")";
  }

  private static String tuple(double... values) {
    return DoubleStream.of(values)
        .mapToObj(Double::toString)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Number of pieces; voxels that touch at a corner belong together. */
  private static int pieces(Region region) {
    GridGeometry grid = region.geometry();
    byte[] open = region.toBytes();
    int[] queue = new int[region.voxelCount()];
    int count = 0;
    for (int i = 0; i < open.length; i++) {
      if (open[i] != 0) {
        flood(open, grid, i, queue);
        count++;
      }
    }
    return count;
  }

  private static void flood(byte[] open, GridGeometry grid, int start, int[] queue) {
    int length = 0;
    queue[length++] = start;
    open[start] = 0;
    for (int k = 0; k < length; k++) {
      int x = queue[k] % grid.sizeX();
      int y = queue[k] / grid.sizeX() % grid.sizeY();
      int z = queue[k] / grid.sliceVoxelCount();
      for (int c = Math.max(z - 1, 0); c <= Math.min(z + 1, grid.sizeZ() - 1); c++) {
        for (int b = Math.max(y - 1, 0); b <= Math.min(y + 1, grid.sizeY() - 1); b++) {
          for (int a = Math.max(x - 1, 0); a <= Math.min(x + 1, grid.sizeX() - 1); a++) {
            int at = grid.indexOf(a, b, c);
            if (open[at] != 0) {
              open[at] = 0;
              queue[length++] = at;
            }
          }
        }
      }
    }
  }
}
