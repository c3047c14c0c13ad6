/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageReader;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkSize;

/** A model package with initial weights. It exists in tests only: it has learnt nothing. */
public record UntrainedPackage(byte[] forward, byte[] gradient, NetworkSize size) {

  /** Makes both networks of a variant. */
  public static UntrainedPackage of(MultiOmicsNetwork network) {
    return new UntrainedPackage(network.forward(), network.gradient(), network.size());
  }

  /** Writes the package and reads it with all checks. */
  public ModelPackage in(Path folder) throws ModelPackageException {
    write(folder);
    return new ModelPackageReader().read(folder, null);
  }

  private void write(Path folder) {
    String files =
        String.join(
            ",",
            put(folder, "MODEL_CARD.md", "card", "# Untrained".getBytes(StandardCharsets.UTF_8)),
            put(folder, "forward.onnx", "forward", forward),
            put(folder, "gradient.onnx", "gradient", gradient));
    String features =
        IntStream.range(0, NetworkLayout.SEQUENCE_FEATURES)
            .mapToObj(
                i ->
                    "{\"name\":\"f%d\",\"unit\":\"1\",\"mean\":0,\"standardDeviation\":1}"
                        .formatted(i))
            .collect(Collectors.joining(","));
    String shape = size.doseShape().sizes().toString();
    String json =
        """
        {"format": 1, "id": "test.untrained", "version": "1.0.0", "title": "Untrained test network",
         "licence": "EPL-2.0", "networkFormat": "onnx", "intendedUse": "Tests only",
         "inputs": [%s, %s], "outputs": [%s, %s, %s],
         "dose": {"quantity": "physical", "voxelSizeMm": {"x": 1, "y": 1, "z": 1},
           "fractionCount": {"minimum": 25, "maximum": 35},
           "dosePerFractionGy": {"minimum": 1.8, "maximum": 2.4}},
         "training": {"description": "none: initial weights", "synthetic": true,
           "patientCount": 1, "eventCount": 0},
         "features": [%s],
         "domain": {"maximumDoseGy": {"minimum": 0, "maximum": 80}, "largestFeatureDistance": 3},
         "files": [%s]}
        """
            .formatted(
                tensor("dose", "dose", shape, "Gy"),
                tensor("features", "features", "[1, 32]", "1"),
                tensor("score", "score", "[1, 1]", "1"),
                tensor("logit", "logit", "[1, 1]", "1"),
                tensor("dose_gradient", "dose-gradient", shape, "1/Gy"),
                features,
                files);
    put(folder, "model.json", "-", json.getBytes(StandardCharsets.UTF_8));
  }

  private static String tensor(String name, String role, String shape, String unit) {
    return """
    {"name": "%s", "role": "%s", "shape": %s, "unit": "%s", "order": "batch first",
     "preprocessing": "none"}\
    """
        .formatted(name, role, shape, unit);
  }

  private static String put(Path folder, String path, String role, byte[] bytes) {
    try {
      Files.write(folder.resolve(path), bytes);
      String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      return "{\"path\":\"%s\",\"role\":\"%s\",\"byteCount\":%d,\"sha256\":\"%s\"}"
          .formatted(path, role, bytes.length, digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
