/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.selftest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.model.DoseConditions;
import org.recourse.inference.model.DoseQuantity;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.ModelIdentity;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageReader;
import org.recourse.inference.model.ModelPackageWriter;
import org.recourse.inference.model.PackageFile;
import org.recourse.inference.model.TrainingData;
import org.recourse.inference.model.ValidityDomain;
import org.recourse.inference.model.ValueRange;
import org.recourse.inference.network.NetworkFile;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkTensors;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/**
 * The multi-omics network with all parameters 0 but a few, so that it has a closed form: the
 * residual paths carry the dose d of the first voxel (they step over all others), the projections
 * carry d/2 and the first feature f, and
 *
 * <p>score = 1 / (1 + exp(1 − max(d/2, 0) − max(f, 0))), ∂score/∂d = score · (1 − score) / 2 in the
 * first voxel for d &gt; 0, and 0 in all others.
 *
 * <p>Worked example: d = 1.5 Gy and f = 1.25 give 1 / (1 + exp(−1)) = 0.731059 and 0.098306 per Gy.
 * Stateless.
 */
public final class KnownNetwork {

  /** Id of its package. */
  public static final String ID = "recourse.self-test";

  private static final NetworkSize SIZE = new NetworkSize(8, 8, 8);

  private KnownNetwork() {}

  /** Returns its package, which is the same on every machine. */
  public static ModelPackage modelPackage() throws IOException, ModelPackageException {
    Path folder = Files.createTempDirectory("recourse-self-test");
    try {
      Path written = folder.resolve("package");
      new ModelPackageWriter()
          .write(
              written,
              KnownNetwork::description,
              Map.of(
                  FileRole.CARD, card().getBytes(StandardCharsets.UTF_8),
                  FileRole.PARAMETERS,
                      new NetworkFile(NetworkVariant.FAST, SIZE, List.of(weights())).toBytes()));
      return new ModelPackageReader().read(written, null);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static NetworkWeights weights() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    NetworkLayout.STANDARD.shapes().forEach((name, shape) -> tensors.put(name, first(shape, 0)));
    for (int block = 1; block <= NetworkLayout.BLOCKS; block++) {
      tensors.computeIfPresent("block" + block + ".skip", (name, old) -> first(old.shape(), 1));
    }
    Map<String, Float> firstValues =
        Map.of(
            "dose.mix", 1f,
            "dose.project", 0.5f,
            "features.project", 1f,
            "fusion", 1f,
            "output", (float) NetworkLayout.FUSED, // undoes the mean over the positions
            "output.bias", -1f);
    firstValues.forEach(
        (name, value) -> tensors.computeIfPresent(name, (key, old) -> first(old.shape(), value)));
    return new NetworkWeights(NetworkLayout.STANDARD, tensors);
  }

  private static Tensor first(TensorShape shape, float value) {
    float[] values = new float[shape.valueCount()];
    values[0] = value;
    return Tensor.of(shape, values);
  }

  private static ModelDescription description(List<PackageFile> files) {
    return new ModelDescription(
        new ModelIdentity(ID, "1.0.0", "Self-test network", "EPL-2.0"),
        NetworkFile.FORMAT,
        "Shows whether an engine computes correctly. It says nothing about anybody.",
        NetworkTensors.inputs(SIZE, NetworkLayout.STANDARD, "none"),
        NetworkTensors.outputs(SIZE, NetworkLayout.STANDARD),
        new DoseConditions(
            new DoseQuantity.Physical(), 1, 1, 1, new ValueRange(1, 1), new ValueRange(0, 2)),
        new TrainingData("none: its parameters were chosen", true, 1, 0),
        Optional.empty(),
        IntStream.range(0, NetworkLayout.SEQUENCE_FEATURES)
            .mapToObj(i -> new FeatureScaling("f" + i, "1", 0, 1))
            .toList(),
        new ValidityDomain(new ValueRange(0, 2), 1),
        files);
  }

  private static String card() {
    return """
    # Self-test network

    The multi-omics network with parameters that give it a closed form. It was not trained and says
    nothing about anybody; an engine runs it to show that it computes correctly on this machine.
    """;
  }

  /**
   * Returns inputs with a dose in the first voxel, another in all others, and the first feature.
   */
  public static NamedTensors inputs(float firstGy, float othersGy, float firstFeature) {
    float[] dose = new float[SIZE.doseShape().valueCount()];
    Arrays.fill(dose, othersGy);
    dose[0] = firstGy;
    return new NamedTensors(
        Map.of(
            NetworkTensors.DOSE, Tensor.of(SIZE.doseShape(), dose),
            NetworkTensors.FEATURES, first(NetworkLayout.STANDARD.featureShape(), firstFeature)));
  }

  /** Returns the closed form of the score. */
  public static double score(double firstGy, double firstFeature) {
    return 1 / (1 + Math.exp(1 - Math.max(firstGy / 2, 0) - Math.max(firstFeature, 0)));
  }
}
