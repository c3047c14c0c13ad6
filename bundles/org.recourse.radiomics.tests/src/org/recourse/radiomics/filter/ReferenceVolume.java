/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.Settings;

/** The small image of whole numbers for which other programs computed reference values. */
public final class ReferenceVolume {

  public static final GridGeometry GRID =
      new GridGeometry(11, 10, 7, new Vector3(-3, 5, 2), new Vector3(0.8, 0.8, 3));

  private ReferenceVolume() {}

  public static double[] values() {
    double[] values = new double[GRID.voxelCount()];
    for (int i = 0; i < values.length; i++) {
      int x = i % 11;
      int y = i / 11 % 10;
      int z = i / 110;
      values[i] = (x * x * 37 + y * 61 + z * z * 89 + x * y * 3 + x * z * 7 % 11 * 5) % 211 - 40;
    }
    return values;
  }

  public static VoxelBlock image() {
    return VoxelBlock.ofIntegers(GRID, values());
  }

  /** Every voxel at least one voxel away from the border in x and y. */
  public static Region region() {
    byte[] inside = new byte[GRID.voxelCount()];
    for (int i = 0; i < inside.length; i++) {
      int x = i % 11;
      int y = i / 11 % 10;
      inside[i] = (byte) (x > 0 && x < 10 && y > 0 && y < 9 ? 1 : 0);
    }
    return Region.of(GRID, inside);
  }

  /** Runs a filter and returns its images by name; a finding is an entry without image. */
  static Map<String, VoxelBlock> apply(ImageFilter filter, VoxelBlock image, Settings settings) {
    var images = new LinkedHashMap<String, VoxelBlock>();
    Region region =
        image.geometry().equals(GRID)
            ? region()
            : Region.of(image.geometry(), new byte[image.geometry().voxelCount()]);
    filter.apply(
        image,
        region,
        settings,
        new FilterSink() {
          @Override
          public void image(String name, VoxelBlock block) {
            images.put(name, block);
          }

          @Override
          public void finding(Finding finding) {
            images.put("finding: " + finding.text(), image);
          }
        },
        new NullProgressMonitor());
    return images;
  }

  /** Reads the reference values of a case by array position. */
  public static Map<Integer, Double> expected(String file, String name) throws IOException {
    var expected = new LinkedHashMap<Integer, Double>();
    try (InputStream in = ReferenceVolume.class.getResourceAsStream("/testdata/" + file);
        var reader =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(in, file), StandardCharsets.US_ASCII))) {
      reader
          .lines()
          .map(line -> line.split(","))
          .filter(cells -> cells[0].equals(name))
          .forEach(cells -> expected.put(Integer.parseInt(cells[1]), Double.parseDouble(cells[2])));
    }
    if (expected.isEmpty()) {
      throw new IllegalStateException("no reference values for " + name);
    }
    return expected;
  }
}
