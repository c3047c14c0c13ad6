/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.feature.FeatureInput;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.Settings;

/**
 * Every feature of the catalogue has a row in {@code docs/features.md} with formula, degenerate
 * case and worked example, and the example is what the family computes.
 */
class WorkedExamplesTest {

  /** The values of the page have 16 digits; sums of a few dozen terms. */
  private static final double RELATIVE_TOLERANCE = 1e-9;

  /** Entropies of nothing are of the size of ε. */
  private static final double ABSOLUTE_TOLERANCE = 1e-12;

  private static final String LEVELS = "112313203322" + "122313440341";

  /** One row of the page. */
  private record Row(String formula, String degenerate, double example) {}

  private static Map<String, Row> rows() throws IOException {
    Optional<Path> page = page();
    Assumptions.assumeTrue(page.isPresent(), "docs/features.md is not beside the tests");
    var rows = new HashMap<String, Row>();
    String section = "";
    for (String line : Files.readAllLines(page.get())) {
      if (line.startsWith("## ")) {
        section = line.substring(3).strip();
      } else if (line.startsWith("| ") && !line.startsWith("| feature")) {
        String[] cells = line.split("\\|");
        rows.put(
            section + "/" + cells[1].strip(),
            new Row(cells[2].strip(), cells[3].strip(), Double.parseDouble(cells[4].strip())));
      }
    }
    return rows;
  }

  /** Searches upwards from the working folder and from the classes for the sources. */
  private static Optional<Path> page() {
    var starts = new HashSet<Path>(Set.of(Path.of("").toAbsolutePath()));
    try {
      var source = WorkedExamplesTest.class.getProtectionDomain().getCodeSource();
      if (source != null && source.getLocation().getProtocol().equals("file")) {
        starts.add(Path.of(source.getLocation().toURI()).toAbsolutePath());
      }
      String given = System.getProperty("recourse.checkout");
      if (given != null) {
        starts.add(Path.of(given));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    for (Path start : starts) {
      for (Path at = start; at != null; at = at.getParent()) {
        for (String prefix : new String[] {"", "bundles/"}) {
          Path page = at.resolve(prefix + "org.recourse.radiomics/docs/features.md");
          if (Files.exists(page)) {
            return Optional.of(page);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static FeatureInput texture() {
    var grid = new GridGeometry(4, 3, 2, new Vector3(0, 0, 0), new Vector3(1, 1, 2));
    double[] values = new double[grid.voxelCount()];
    byte[] inside = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = LEVELS.charAt(i) - '0';
      inside[i] = (byte) (values[i] > 0 ? 1 : 0);
    }
    return new FeatureInput(
        VoxelBlock.ofIntegers(grid, values),
        Region.of(grid, inside),
        Settings.empty().with("binWidth", 1));
  }

  private static FeatureInput box(int sizeX, int sizeY, int sizeZ, Vector3 spacingMm) {
    var grid = new GridGeometry(sizeX, sizeY, sizeZ, new Vector3(0, 0, 0), spacingMm);
    byte[] inside = new byte[grid.voxelCount()];
    Arrays.fill(inside, (byte) 1);
    return new FeatureInput(
        VoxelBlock.ofIntegers(grid, new double[inside.length]),
        Region.of(grid, inside),
        Settings.empty().with("force2D", true));
  }

  private static FeatureInput example(String family) {
    return switch (family) {
      case "shape" -> box(5, 3, 2, new Vector3(1, 1, 2));
      case "shape2D" -> box(5, 3, 1, new Vector3(1, 2, 1));
      default -> texture();
    };
  }

  @Test
  void everyFeatureHasARowWithFormulaDegenerateCaseAndExample() throws IOException {
    Map<String, Row> rows = rows();
    var missing = new HashSet<String>();
    for (FeatureFamily family : BuiltInFeatures.catalogue().families()) {
      var names = new HashSet<String>(family.description().features());
      names.addAll(family.description().onRequest());
      for (String name : names) {
        Row row = rows.remove(family.description().id() + "/" + name);
        if (row == null || row.formula().isEmpty() || row.degenerate().isEmpty()) {
          missing.add(family.description().id() + "/" + name);
        }
      }
      assertFalse(family.description().literature().isBlank());
    }
    assertEquals(Set.of(), missing);
    assertEquals(Set.of(), rows.keySet(), "rows of features that do not exist");
  }

  @Test
  void everyExampleIsWhatIsComputed() throws IOException {
    Map<String, Row> rows = rows();
    int compared = 0;
    for (FeatureFamily family : BuiltInFeatures.catalogue().families()) {
      String id = family.description().id();
      var names = new HashSet<String>(family.description().features());
      names.addAll(family.description().onRequest());
      FeatureVector vector = family.compute(example(id).wanting(names), new NullProgressMonitor());
      for (String name : names) {
        double expected = rows.get(id + "/" + name).example();
        double found =
            vector
                .number(name)
                .orElseThrow(() -> new AssertionError(id + "/" + name + " is not defined"));
        assertEquals(
            expected,
            found,
            Math.abs(expected) * RELATIVE_TOLERANCE + ABSOLUTE_TOLERANCE,
            id + "/" + name);
        compared++;
      }
    }
    assertTrue(compared > 110, compared + " features");
  }
}
