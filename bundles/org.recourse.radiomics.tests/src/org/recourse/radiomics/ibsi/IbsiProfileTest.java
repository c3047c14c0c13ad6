/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.ibsi;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.TestImages;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.ibsi.IbsiSettings.Discretisation;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/** IBSI-1 reference values: digital phantom and configurations A, B and C of the CT phantom. */
class IbsiProfileTest {

  /** Digital phantom, 5 x 4 x 4 voxels of 2 mm, slice by slice (IBSI manual, chapter 4.1). */
  private static final String DIGITAL =
      "14411 14611 41641 44641"
          + " 14411 11611 11311 44611"
          + " 14411 11111 11911 11611"
          + " 14411 11111 11111 11611";

  /** Voxels of the digital phantom in the region. */
  private static final String INSIDE =
      "11111 11111 11111 11111"
          + " 11111 11111 01111 11111"
          + " 11100 11111 11011 11111"
          + " 11100 11111 11111 11111";

  /** Reference values out of scope: spatial autocorrelation needs all pairs of voxels. */
  private static final Set<String> OUT_OF_SCOPE = Set.of("morph_moran_i", "morph_geary_c");

  /** Values are given with three significant digits, so ours are rounded to these. */
  private static final MathContext DIGITS = new MathContext(3);

  /** Rounding of the comparison itself. */
  private static final double ROUNDING = 1e-9;

  @Test
  void digitalPhantomAgrees() throws IOException {
    var grid = new GridGeometry(5, 4, 4, new Vector3(0, 0, 0), new Vector3(2, 2, 2));
    String values = DIGITAL.replace(" ", "");
    String included = INSIDE.replace(" ", "");
    double[] levels = new double[grid.voxelCount()];
    byte[] inside = new byte[grid.voxelCount()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = values.charAt(i) - '0';
      inside[i] = (byte) (included.charAt(i) - '0');
    }
    var settings =
        new IbsiSettings(
            true,
            Optional.empty(),
            false,
            Optional.empty(),
            new Discretisation.None(),
            Optional.empty());
    var volume =
        new IbsiSettings(
            false,
            Optional.empty(),
            false,
            Optional.empty(),
            new Discretisation.None(),
            Optional.empty());
    VoxelBlock image = VoxelBlock.ofIntegers(grid, levels);
    Region region = Region.of(grid, inside);
    compare("dig_phantom.csv", image, region, settings, volume);
  }

  @Test
  void configurationAAgrees() throws IOException {
    ct(
        "chest_config_a.csv",
        new IbsiSettings(
            true,
            Optional.empty(),
            false,
            Optional.of(new IbsiSettings.Range(-500, 400)),
            new Discretisation.BinWidth(25),
            Optional.empty()));
  }

  @Test
  void configurationBAgrees() throws IOException {
    ct(
        "chest_config_b.csv",
        new IbsiSettings(
            true,
            Optional.of(2.0),
            true,
            Optional.of(new IbsiSettings.Range(-500, 400)),
            new Discretisation.BinCount(32),
            Optional.empty()));
  }

  @Test
  void configurationCAgrees() throws IOException {
    ct(
        "chest_config_c.csv",
        new IbsiSettings(
            false,
            Optional.of(2.0),
            true,
            Optional.of(new IbsiSettings.Range(-1000, 400)),
            new Discretisation.BinWidth(25),
            Optional.of(2.5)));
  }

  private static void ct(String file, IbsiSettings settings) throws IOException {
    Optional<Path> folder = TestImages.shared("ibsi1");
    Assumptions.assumeTrue(folder.isPresent(), "shared/data/ibsi1 is not there");
    Path phantom = folder.get().resolve("ct_phantom");
    VoxelBlock image = TestImages.nifti(phantom.resolve("phantom.nii.gz"));
    Region region = TestImages.label(TestImages.nifti(phantom.resolve("mask.nii.gz")), 1);
    compare(file, image, region, settings);
  }

  private static void compare(
      String file, VoxelBlock image, Region region, IbsiSettings... settings) throws IOException {
    Optional<Path> folder = TestImages.shared("ibsi1");
    Assumptions.assumeTrue(folder.isPresent(), "shared/data/ibsi1 is not there");
    var vectors = new ArrayList<FeatureVector>();
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      for (IbsiSettings one : settings) {
        vectors.add(
            new IbsiProfile(executor).compute(image, region, one, new NullProgressMonitor()));
      }
    }
    var wrong = new ArrayList<String>();
    int checked = 0;
    for (String line : Files.readAllLines(folder.get().resolve("reference").resolve(file))) {
      String[] cells = line.split(";");
      if (cells[0].isEmpty()
          || cells[0].startsWith("reference")
          || cells[2].matches(".*_(init|interp|reseg)_(img|roi)")
          || OUT_OF_SCOPE.contains(cells[2])) {
        continue;
      }
      double expected = Double.parseDouble(cells[0]);
      double tolerance = Double.parseDouble(cells[1]);
      double ours = Double.NaN;
      for (FeatureVector vector : vectors) {
        ours = vector.number(cells[2]).orElse(ours);
      }
      checked++;
      double rounded = Double.isNaN(ours) ? ours : new BigDecimal(ours).round(DIGITS).doubleValue();
      double error = Math.min(Math.abs(ours - expected), Math.abs(rounded - expected));
      if (!(error <= tolerance + ROUNDING * Math.abs(expected))) {
        wrong.add(cells[2] + ": expected " + expected + " ± " + tolerance + ", got " + ours);
      }
    }
    int count = checked;
    assertTrue(
        wrong.isEmpty(), () -> wrong.size() + " of " + count + "\n" + String.join("\n", wrong));
  }
}
