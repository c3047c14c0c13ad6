/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.dicom.DicomWriteException;
import org.recourse.testing.SharedData;

class FeaturesCommandTest {

  /** A tilted normal has rounding errors of 1e-16 in the slice distance read from DICOM. */
  private static final double TILTED_TOLERANCE = 1e-12;

  private static final double PARITY_TOLERANCE = 1e-6;

  private static final String PARAMETERS =
      """
      setting:
        binWidth: 20
        sigma: [3.0]
      imageType:
        Original: {}
        Wavelet: {}
        LoG: {}
      """;

  @TempDir Path folder;

  private CommandLineHarness commandLine;

  @BeforeEach
  void start() {
    commandLine = new CommandLineHarness(folder.resolve("cache"));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private CommandLineHarness.Outcome features(String... arguments) {
    var all = new ArrayList<>(List.of("features", "--quiet", "--csv", path("out.csv")));
    all.addAll(List.of(arguments));
    return commandLine.run(all.toArray(String[]::new));
  }

  /** Rows of the result by column. */
  private List<Map<String, String>> rows() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
    List<String> heads = cells(lines.getFirst());
    var rows = new ArrayList<Map<String, String>>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      assertEquals(heads.size(), cells.size());
      var row = new LinkedHashMap<String, String>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(heads.get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (char c : (line + ",").toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    return cells;
  }

  private void writeAll(FeaturesPhantom phantom) throws IOException, DicomWriteException {
    phantom.writeNrrdImage(folder.resolve("image.nrrd"));
    phantom.writeNrrdMask(folder.resolve("mask.nrrd"), 1);
    phantom.writeNiftiImage(folder.resolve("image.nii"));
    phantom.writeNiftiMask(folder.resolve("mask.nii"));
    phantom.writeDicom(folder.resolve("series"), folder.resolve("structures.dcm"));
    Files.writeString(folder.resolve("p.yaml"), PARAMETERS);
  }

  private List<Map<String, String>> threeFormats() throws IOException {
    CommandLineHarness.Outcome outcome =
        features(
            "--params",
            path("p.yaml"),
            "--image",
            path("image.nrrd"),
            "--mask",
            path("mask.nrrd"),
            "--image",
            path("image.nii"),
            "--mask",
            path("mask.nii"),
            "--image",
            path("series"),
            "--mask",
            path("structures.dcm"),
            "--roi",
            "GTVnx");
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertEquals("", outcome.out());
    List<Map<String, String>> rows = rows();
    assertEquals(3, rows.size());
    assertEquals(14 + 10 * 93, rows.getFirst().keySet().stream().filter(this::isFeature).count());
    return rows;
  }

  private boolean isFeature(String column) {
    return column.matches("(original|wavelet|log).*");
  }

  @Test
  void threeFormatsGiveTheSameNumbers() throws IOException, DicomWriteException {
    writeAll(FeaturesPhantom.turnedInPlane());
    List<Map<String, String>> rows = threeFormats();

    for (Map<String, String> row : rows) {
      row.forEach(
          (column, cell) -> {
            boolean same =
                isFeature(column)
                    || column.startsWith("diagnostics_") && !column.endsWith("CenterOfMass");
            if (same) {
              assertEquals(rows.getFirst().get(column), cell, column);
            }
          });
    }
  }

  @Test
  void threeFormatsAgreeOnATiltedGrid() throws IOException, DicomWriteException {
    writeAll(FeaturesPhantom.tilted());
    List<Map<String, String>> rows = threeFormats();

    assertEquals(
        rows.getFirst().get("diagnostics_Mask-original_Hash"),
        rows.getLast().get("diagnostics_Mask-original_Hash"));
    for (Map<String, String> row : rows) {
      row.forEach(
          (column, cell) -> {
            if (isFeature(column)) {
              double expected = Double.parseDouble(rows.getFirst().get(column));
              assertEquals(
                  expected,
                  Double.parseDouble(cell),
                  // LoG is computed in single precision from the spacing
                  (column.startsWith("log") ? 1e-5 : TILTED_TOLERANCE)
                      * Math.max(1, Math.abs(expected)),
                  column);
            }
          });
    }
  }

  @Test
  void diagnosticsHaveTheColumnsOfPyradiomics() throws IOException, DicomWriteException {
    writeAll(FeaturesPhantom.turnedInPlane());
    features("--image", path("image.nrrd"), "--mask", path("mask.nrrd"));
    Map<String, String> row = rows().getFirst();

    assertEquals(22, row.keySet().stream().filter(c -> c.startsWith("diagnostics_")).count());
    assertEquals("(2.5, 1.25, 3.0)", row.get("diagnostics_Image-original_Spacing"));
    assertEquals("(20, 18, 9)", row.get("diagnostics_Image-original_Size"));
    assertEquals("1", row.get("diagnostics_Mask-original_VolumeNum"));
    assertEquals(List.of("Image", "Mask", "Label"), List.copyOf(row.keySet()).subList(0, 3));
    assertEquals(107, row.keySet().stream().filter(this::isFeature).count());
  }

  @Test
  void aMaskOnAnotherGridIsAFindingUntilItIsResampled() throws IOException {
    FeaturesPhantom.turnedInPlane().writeNrrdImage(folder.resolve("image.nrrd"));
    FeaturesPhantom.tilted().writeNrrdMask(folder.resolve("mask.nrrd"), 1);
    CommandLineHarness.Outcome refused =
        features("--image", path("image.nrrd"), "--mask", path("mask.nrrd"));

    assertEquals(1, refused.exitCode());
    assertTrue(refused.err().contains("spacing"), refused.err());
    assertTrue(refused.err().contains("--resample-mask"), refused.err());
    assertFalse(rows().getFirst().containsKey("original_firstorder_Mean"));

    CommandLineHarness.Outcome resampled =
        features("--image", path("image.nrrd"), "--mask", path("mask.nrrd"), "--resample-mask");
    assertEquals(0, resampled.exitCode(), resampled.err());
    assertTrue(resampled.err().contains("resampled"), resampled.err());
    assertTrue(rows().getFirst().containsKey("original_firstorder_Mean"));
  }

  @Test
  void theLabelIsChosen() throws IOException {
    FeaturesPhantom.turnedInPlane().writeNrrdImage(folder.resolve("image.nrrd"));
    FeaturesPhantom.turnedInPlane().writeNrrdMask(folder.resolve("mask.nrrd"), 7);
    CommandLineHarness.Outcome missing =
        features("--image", path("image.nrrd"), "--mask", path("mask.nrrd"));

    assertEquals(2, missing.exitCode());
    assertTrue(missing.err().contains("[7]"), missing.err());
    assertFalse(Files.exists(folder.resolve("out.csv")));
    assertEquals(
        0,
        features("--image", path("image.nrrd"), "--mask", path("mask.nrrd"), "--label", "7")
            .exitCode());
  }

  @Test
  void theIbsiProfileHasItsOwnNames() throws IOException, DicomWriteException {
    writeAll(FeaturesPhantom.turnedInPlane());
    Files.writeString(folder.resolve("ibsi.yaml"), "setting:\n  binCount: 16\n");
    CommandLineHarness.Outcome outcome =
        features(
            "--profile", "ibsi",
            "--params", path("ibsi.yaml"),
            "--image", path("image.nrrd"),
            "--mask", path("mask.nrrd"));

    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(rows().getFirst().containsKey("stat_mean"), rows().getFirst().keySet().toString());
  }

  @Test
  void aDoseGivesDosiomics() throws IOException {
    FeaturesPhantom phantom = FeaturesPhantom.turnedInPlane();
    phantom.writeNrrdDose(folder.resolve("dose.nrrd"));
    phantom.writeNrrdMask(folder.resolve("mask.nrrd"), 1);
    CommandLineHarness.Outcome outcome =
        features("--dose", path("dose.nrrd"), "--mask", path("mask.nrrd"), "--reference-gy", "50");
    Map<String, String> row = rows().getFirst();

    assertEquals(0, outcome.exitCode(), outcome.err());
    // 1.5 Gy per step of 2.5 mm along the rows
    assertEquals(0.6, Double.parseDouble(row.get("spatial_GradientMeanGyPerMm")), 1e-6);
    assertEquals(
        Double.parseDouble(row.get("original_firstorder_Mean")),
        Double.parseDouble(row.get("dvh_MeanGy")),
        0.01);
    assertTrue(row.containsKey("spatial_ConformityPaddick"));
  }

  @Test
  void unknownStructuresAndSettingsAreNamed() throws IOException, DicomWriteException {
    writeAll(FeaturesPhantom.turnedInPlane());
    Files.writeString(folder.resolve("bad.yaml"), "setting:\n  binWidht: 5\n");

    CommandLineHarness.Outcome structure =
        features("--image", path("series"), "--mask", path("structures.dcm"), "--roi", "PTV");
    CommandLineHarness.Outcome noName =
        features("--image", path("series"), "--mask", path("structures.dcm"));
    CommandLineHarness.Outcome setting =
        features(
            "--image", path("image.nrrd"),
            "--mask", path("mask.nrrd"),
            "--params", path("bad.yaml"));

    assertEquals(List.of(2, 2, 2), codes(structure, noName, setting));
    assertTrue(structure.err().contains("GTVnx"), structure.err());
    assertTrue(noName.err().contains("--roi"), noName.err());
    assertTrue(setting.err().contains("binWidht"), setting.err());
  }

  private static List<Integer> codes(CommandLineHarness.Outcome... outcomes) {
    return List.of(outcomes).stream().map(CommandLineHarness.Outcome::exitCode).toList();
  }

  @Test
  void pairsMustMatch() {
    assertEquals(2, features("--mask", "m.nrrd").exitCode());
    assertEquals(2, features("--image", "a.nrrd", "--dose", "d.nrrd", "--mask", "m").exitCode());
    assertEquals(
        2,
        features("--image", "a", "--image", "b", "--image", "c", "--mask", "m", "--mask", "n")
            .exitCode());
  }

  @Test
  void thePublicReferenceCaseGivesItsNumbers() throws IOException {
    Path data = SharedData.orSkip("pyradiomics-brain2");
    Files.writeString(
        folder.resolve("all.yaml"),
        """
        setting: {binWidth: 25, label: 1, distances: [1], preCrop: true, padDistance: 5}
        imageType:
          Original: {}
          Wavelet: {}
          Square: {}
        """);
    CommandLineHarness.Outcome outcome =
        features(
            "--params", path("all.yaml"),
            "--image", data.resolve("brain2_image.nrrd").toString(),
            "--mask", data.resolve("brain2_label.nrrd").toString());
    assertEquals(0, outcome.exitCode(), outcome.err());
    Map<String, String> row = rows().getFirst();
    int compared = 0;
    for (String line : Files.readAllLines(data.resolve("all-filters-bin25.csv"))) {
      String[] cells = line.split(",");
      if (row.containsKey(cells[0])) {
        double expected = Double.parseDouble(cells[1]);
        assertEquals(
            expected,
            Double.parseDouble(row.get(cells[0])),
            PARITY_TOLERANCE * Math.max(1e-9, Math.abs(expected)) + 1e-12,
            cells[0]);
        compared++;
      }
    }
    assertEquals(14 + 10 * 93, compared);
  }
}
