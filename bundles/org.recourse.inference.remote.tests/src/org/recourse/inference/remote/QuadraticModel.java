/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.Capability;
import org.recourse.inference.engine.Device;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.engine.ScoreGradient;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageReader;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/**
 * A model with a closed form: the score is a quarter of the squared first dose value, plus the
 * first feature; the gradient is half of that dose value in the first voxel.
 *
 * @param description what its package says
 * @param before called in front of every computation
 */
public record QuadraticModel(ModelDescription description, Before before) implements LoadedModel {

  /** Something to do in front of a computation, such as waiting. */
  @FunctionalInterface
  public interface Before {
    void compute(IProgressMonitor monitor) throws InferenceException;
  }

  /** Id of the model. */
  public static final String ID = "test.quadratic";

  /** Shape of the dose: odd sizes, no two alike. */
  public static final TensorShape DOSE = TensorShape.of(1, 1, 3, 5, 7);

  /** Shape of the features. */
  public static final TensorShape FEATURES = TensorShape.of(1, 2);

  private static final String DESCRIPTION =
      """
      {"format": 1, "id": "test.quadratic", "version": "1.0.0", "title": "Quadratic test model",
       "licence": "EPL-2.0", "networkFormat": "onnx", "intendedUse": "Tests only",
       "inputs": [
        {"name": "dose", "role": "dose", "shape": [1, 1, 3, 5, 7], "unit": "Gy",
         "order": "batch, channel, z, y, x", "preprocessing": "none"},
        {"name": "features", "role": "features", "shape": [1, 2], "unit": "1",
         "order": "batch, feature", "preprocessing": "scaled"}],
       "outputs": [
        {"name": "score", "role": "score", "shape": [1, 1], "unit": "1",
         "order": "batch, score", "preprocessing": "none"},
        {"name": "dose_gradient", "role": "dose-gradient", "shape": [1, 1, 3, 5, 7],
         "unit": "1/Gy", "order": "batch, channel, z, y, x", "preprocessing": "none"}],
       "dose": {"quantity": "physical", "voxelSizeMm": {"x": 1, "y": 1, "z": 1},
         "fractionCount": {"minimum": 25, "maximum": 35},
         "dosePerFractionGy": {"minimum": 1.8, "maximum": 2.4}},
       "training": {"description": "none", "synthetic": true, "patientCount": 1, "eventCount": 0},
       "features": [{"name": "a", "unit": "1", "mean": 0, "standardDeviation": 1},
         {"name": "b", "unit": "1", "mean": 0, "standardDeviation": 1}],
       "domain": {"maximumDoseGy": {"minimum": 0, "maximum": 80}, "largestFeatureDistance": 3},
       "files": [%s]}
      """;

  /** Returns a model that computes at once. */
  public static QuadraticModel of(ModelPackage model) {
    return new QuadraticModel(model.description(), monitor -> {});
  }

  /** Writes its package into a folder and reads it with all checks. */
  public static ModelPackage packageIn(Path folder) throws ModelPackageException {
    String files =
        String.join(
            ",",
            put(folder, "MODEL_CARD.md", "card"),
            put(folder, "forward.onnx", "forward"),
            put(folder, "gradient.onnx", "gradient"),
            put(folder, "parameters.bin", "parameters"));
    write(folder.resolve("model.json"), DESCRIPTION.formatted(files));
    return new ModelPackageReader().read(folder, null);
  }

  private static String put(Path folder, String path, String role) {
    write(folder.resolve(path), "the file " + path);
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve(path));
      String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      return "{\"path\":\"%s\",\"role\":\"%s\",\"byteCount\":%d,\"sha256\":\"%s\"}"
          .formatted(path, role, bytes.length, digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns inputs with one dose everywhere and one first feature. */
  public static NamedTensors inputs(float doseGy, float feature) {
    return new NamedTensors(
        Map.of(
            "dose",
            Tensor.filled(DOSE, doseGy),
            "features",
            Tensor.of(FEATURES, feature, -1e-30f)));
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.FORWARD, Capability.GRADIENT);
  }

  @Override
  public Device device() {
    return Device.CPU;
  }

  @Override
  public List<Finding> findings() {
    return List.of();
  }

  @Override
  public NamedTensors run(NamedTensors inputs, IProgressMonitor monitor) throws InferenceException {
    before.compute(monitor);
    return new NamedTensors(Map.of("score", Tensor.of(TensorShape.of(1, 1), score(inputs))));
  }

  @Override
  public ScoreGradient gradient(NamedTensors inputs, IProgressMonitor monitor)
      throws InferenceException {
    before.compute(monitor);
    float[] perGy = new float[DOSE.valueCount()];
    perGy[0] = inputs.tensor("dose").at(0) / 2;
    return new ScoreGradient(score(inputs), Tensor.of(DOSE, perGy));
  }

  /** Two networks: one says half of the score, the other all of it. */
  @Override
  public List<Double> ensembleScores(NamedTensors inputs, IProgressMonitor monitor) {
    return List.of(score(inputs) / 2.0, (double) score(inputs));
  }

  private static float score(NamedTensors inputs) {
    float doseGy = inputs.tensor("dose").at(0);
    return doseGy * doseGy / 4 + inputs.tensor("features").at(0);
  }

  @Override
  public void close() {
    // holds nothing
  }
}
