/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Writes small model packages for tests; the weights are four bytes of text. */
public final class PackageFolder {

  /** Placeholder in descriptions for the list of the two files. */
  private static final String FILES = "@FILES@";

  private final Path folder;

  public PackageFolder(Path folder) {
    this.folder = folder;
  }

  /** Returns a sound description of a model of two features and a dose of 1 x 1 x 2 x 2 x 2. */
  public static String description() {
    return """
    {"format": 1, "id": "test.untrained", "version": "1.0.0", "title": "Untrained test network",
     "licence": "EPL-2.0", "networkFormat": "test", "intendedUse": "Tests only",
     "inputs": [
      {"name": "dose", "role": "dose", "shape": [1, 1, 2, 2, 2], "unit": "Gy",
       "order": "batch, channel, z, y, x", "preprocessing": "none"},
      {"name": "features", "role": "features", "shape": [1, 2], "unit": "1",
       "order": "batch, feature", "preprocessing": "scaled"}],
     "outputs": [{"name": "score", "role": "score", "shape": [1, 1], "unit": "1",
       "order": "batch, score", "preprocessing": "none"}],
     "dose": {"quantity": "eqd2", "alphaBetaGy": 3, "voxelSizeMm": {"x": 1, "y": 1, "z": 2},
       "fractionCount": {"minimum": 25, "maximum": 35},
       "dosePerFractionGy": {"minimum": 1.8, "maximum": 2.4}},
     "training": {"description": "none", "synthetic": false, "patientCount": 97,
       "eventCount": 40},
     "calibration": {"incidenceFraction": 0.2, "slope": 1, "intercept": -1.3862943611198906,
       "source": "worked example"},
     "features": [{"name": "a", "unit": "1", "mean": 1, "standardDeviation": 2},
       {"name": "b", "unit": "mm", "mean": 0, "standardDeviation": 1}],
     "domain": {"maximumDoseGy": {"minimum": 50, "maximum": 80},
       "largestFeatureDistance": 1.5},
     "files": [@FILES@]}
    """;
  }

  /** Writes the package and reads it again. */
  public ModelPackage read(String description) throws ModelPackageException {
    write(description);
    return new ModelPackageReader().read(folder, null);
  }

  /** Writes the card, the weights and the description with both files listed. */
  public void write(String description) {
    put("MODEL_CARD.md", "# Untrained test network");
    put("net.bin", "0000");
    put(
        "model.json",
        description.replace(
            FILES, entry("MODEL_CARD.md", "card") + "," + entry("net.bin", "forward")));
  }

  /** Returns the JSON entry of a file as it is now. */
  public String entry(String path, String role) {
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve(path));
      return "{\"path\":\"%s\",\"role\":\"%s\",\"byteCount\":%d,\"sha256\":\"%s\"}"
          .formatted(path, role, bytes.length, sha256(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void put(String path, String text) {
    try {
      Files.writeString(folder.resolve(path), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the sentence of a package that is refused, or nothing if it is not. */
  public Optional<String> refusal() {
    try {
      new ModelPackageReader().read(folder, null);
      return Optional.empty();
    } catch (ModelPackageException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
