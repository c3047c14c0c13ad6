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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.ParameterFile;
import org.recourse.radiomics.settings.ParameterFileException;
import org.recourse.radiomics.settings.Settings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** PyRadiomics' own baselines and a run of PyRadiomics 3.0.1, case brain2. */
class PyradiomicsParityTest {

  /** The agreement asked for; PyRadiomics' own tests allow 3 %. */
  private static final double RELATIVE_TOLERANCE = 1e-6;

  /** Below this, a value is rounding: the entropy of a flat region is -3.2e-16. */
  private static final double ABSOLUTE_TOLERANCE = 1e-12;

  private static final String FOLDER = "pyradiomics-brain2";

  private Path folder;
  private VoxelBlock image;
  private Region region;

  @BeforeEach
  void readCase() throws IOException {
    var found = TestImages.shared(FOLDER);
    Assumptions.assumeTrue(found.isPresent(), "shared/data/" + FOLDER + " is not there");
    folder = found.get();
    image = TestImages.nrrd(folder.resolve("brain2_image.nrrd"));
    region = TestImages.label(TestImages.nrrd(folder.resolve("brain2_label.nrrd")), 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "brain2",
        "brain2_2d",
        "brain2_FBN",
        "brain2_combined",
        "brain2_flatRegion",
        "brain2_normalization",
        "brain2_resampling",
        "brain2_resegmentation"
      })
  @SuppressWarnings("unchecked")
  void agreesWithTheBaseline(String test) throws IOException, ParameterFileException {
    Object all =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(Files.readString(folder.resolve("baseline-settings.json")));
    Map<String, Map<String, Double>> expected = new LinkedHashMap<>();
    for (String line : Files.readAllLines(folder.resolve("baseline.csv"))) {
      String[] cells = line.split(",");
      if (cells[0].equals(test)) {
        expected
            .computeIfAbsent(cells[1].split("_")[1], key -> new LinkedHashMap<>())
            .put(cells[1], Double.parseDouble(cells[2]));
      }
    }
    var wrong = new ArrayList<String>();
    for (Map.Entry<String, Map<String, Double>> family : expected.entrySet()) {
      Object settings = ((Map<String, Object>) all).get(test + "/" + family.getKey());
      String text =
          new Yaml().dump(Map.of("setting", settings, "featureClass", noNames(family.getKey())));
      ExtractionParameters parameters = new ParameterFile().read(new StringReader(text));
      compare(family.getValue(), parameters, regionOf(test), wrong);
    }
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
  }

  private static Map<String, Object> noNames(String family) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(family, List.of());
    return map;
  }

  private Region regionOf(String test) {
    return region;
  }

  @Test
  void agreesOnAllFilters() throws IOException {
    var types = new LinkedHashMap<String, Settings>();
    types.put("Original", Settings.empty());
    types.put("Wavelet", Settings.empty());
    types.put("LoG", Settings.empty().with("sigma", List.of(1.0, 3.0, 5.0)));
    types.put("Gradient", Settings.empty());
    for (String id : List.of("Square", "SquareRoot", "Logarithm", "Exponential")) {
      if (TestCatalogue.pyradiomics().filter(id).isPresent()) {
        types.put(id, Settings.empty());
      }
    }
    Settings settings = Settings.empty().with("binWidth", 25).with("preCrop", true);
    compareFile("all-filters-bin25.csv", new ExtractionParameters(settings, types, Map.of()), 1595);
  }

  @Test
  void agreesOnTheSignature() throws IOException {
    var types = new LinkedHashMap<String, Settings>();
    types.put("Original", Settings.empty());
    types.put("LoG", Settings.empty().with("sigma", List.of(1.0, 3.0, 5.0)));
    types.put("Wavelet", Settings.empty());
    Settings settings =
        Settings.empty()
            .with("binWidth", 5)
            .with("preCrop", true)
            .with("force2D", true)
            .with("force2Ddimension", 0);
    var classes = new LinkedHashMap<String, Set<String>>();
    for (String id : List.of("shape", "firstorder", "glcm", "glrlm", "glszm", "gldm")) {
      classes.put(id, Set.of());
    }
    compareFile("signature-702-bin5.csv", new ExtractionParameters(settings, types, classes), 702);
  }

  private void compareFile(String file, ExtractionParameters parameters, int count)
      throws IOException {
    Map<String, Double> expected = new LinkedHashMap<>();
    for (String line : Files.readAllLines(folder.resolve(file))) {
      String[] cells = line.split(",");
      if (!cells[0].equals("feature")) {
        expected.put(cells[0], Double.parseDouble(cells[1]));
      }
    }
    assertEquals(count, expected.size());
    var wrong = new ArrayList<String>();
    compare(expected, parameters, region, wrong);
    assertTrue(wrong.isEmpty(), () -> wrong.size() + "\n" + String.join("\n", wrong));
  }

  private void compare(
      Map<String, Double> expected,
      ExtractionParameters parameters,
      Region of,
      List<String> wrong) {
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      ExtractionResult result =
          new FeatureExtractor(TestCatalogue.pyradiomics())
              .extract(image, of, parameters, executor, new NullProgressMonitor());
      expected.forEach(
          (name, value) -> {
            double ours = result.features().number(name).orElse(Double.NaN);
            double error = Math.abs(ours - value);
            if (!(error <= RELATIVE_TOLERANCE * Math.abs(value) || error <= ABSOLUTE_TOLERANCE)) {
              wrong.add(name + ": expected " + value + ", got " + ours);
            }
          });
    }
  }
}
