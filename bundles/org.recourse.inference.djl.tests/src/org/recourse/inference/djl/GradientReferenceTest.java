/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.network.NetworkFile;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkTensors;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.onnx.OnnxEngine;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/**
 * The gradient of ONNX Runtime and of PyTorch, in single precision, against central differences of
 * the score in double precision. Differences in single precision are no reference: a step small
 * enough to stay between two kinks of the ReLUs (0.01 Gy) drowns in rounding, and one large enough
 * (0.2 Gy) crosses kinks; measured, that alone costs 1e-3 of the cosine.
 */
class GradientReferenceTest {

  private static final double STEP_GY = 1.0 / 128; // exact in single precision
  private static final double LEAST_COSINE = 0.999;
  private static final int VOXELS = 200;
  private static final NetworkSize SMALL = new NetworkSize(22, 18, 14);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void agreesWithDifferencesInDoublePrecision(NetworkVariant variant, TestReporter reporter)
      throws InferenceException, IOException, ModelPackageException {
    assertGradient(variant, SMALL, VOXELS, reporter);
  }

  /** The fast variant takes three minutes, the paper variant nine. */
  @ParameterizedTest
  @EnumSource
  void agreesWithDifferencesAtFullSize(NetworkVariant variant, TestReporter reporter)
      throws InferenceException, IOException, ModelPackageException {
    assumeTrue(Boolean.getBoolean("recourse.full"), "only with recourse.full: minutes");
    String only = System.getProperty("recourse.full.variant", variant.name());
    assumeTrue(only.equals(variant.name()), "recourse.full.variant names another variant");
    assertGradient(variant, NetworkSize.PAPER, VOXELS, reporter);
  }

  private void assertGradient(
      NetworkVariant variant, NetworkSize size, int voxels, TestReporter reporter)
      throws InferenceException, IOException, ModelPackageException {
    var file = new NetworkFile(variant, size, List.of(NetworkWeights.initial(7)));
    ModelPackage model = TestNetworks.parameters(file, folder.resolve("package"));
    NamedTensors inputs = rounded(TestNetworks.inputs(size, NetworkLayout.STANDARD, 3));
    var reference = new DjlModel(model.description(), file, 2, List.of(), DataType.FLOAT64);
    try (LoadedModel djl = new DjlEngine().load(model, EngineOptions.cpu(2), null);
        LoadedModel onnx = new OnnxEngine().load(model, EngineOptions.cpu(2), null)) {
      Tensor byDjl = djl.gradient(inputs, null).perGy();
      Tensor byOnnx = onnx.gradient(inputs, null).perGy();
      assertTrue(EngineAgreementTest.cosine(byDjl, byOnnx) >= LEAST_COSINE);
      float[] differences = new float[voxels];
      float[] ofDjl = new float[voxels];
      float[] ofOnnx = new float[voxels];
      var random = new Random(5);
      for (int i = 0; i < voxels; i++) {
        int voxel = random.nextInt(size.doseShape().valueCount());
        differences[i] = (float) difference(reference, inputs, voxel);
        ofDjl[i] = byDjl.at(voxel);
        ofOnnx[i] = byOnnx.at(voxel);
      }
      String what = variant + " " + size;
      reporter.publishEntry(what + " DJL", "cosine " + cosine(differences, ofDjl));
      reporter.publishEntry(what + " ONNX", "cosine " + cosine(differences, ofOnnx));
      assertCosine(what + " DJL", differences, ofDjl);
      assertCosine(what + " ONNX", differences, ofOnnx);
    }
  }

  private static void assertCosine(String what, float[] expected, float[] found) {
    double cosine = cosine(expected, found);
    assertTrue(cosine >= LEAST_COSINE, what + ": " + cosine);
    assertEquals(1, length(found) / length(expected), 1e-2, what + " length");
  }

  private static double cosine(float[] first, float[] second) {
    var shape = TensorShape.of(first.length);
    return EngineAgreementTest.cosine(Tensor.of(shape, first), Tensor.of(shape, second));
  }

  private static double length(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }

  private static double difference(DjlModel model, NamedTensors inputs, int voxel)
      throws InferenceException {
    return (score(model, inputs, voxel, STEP_GY) - score(model, inputs, voxel, -STEP_GY))
        / (2 * STEP_GY);
  }

  private static double score(DjlModel model, NamedTensors inputs, int voxel, double changeGy)
      throws InferenceException {
    Tensor dose = inputs.tensor(NetworkTensors.DOSE);
    float[] values = dose.toArray();
    values[voxel] += (float) changeGy;
    double logit = model.logit(inputs.with(NetworkTensors.DOSE, Tensor.of(dose.shape(), values)));
    return 1 / (1 + Math.exp(-logit));
  }

  /** Doses in multiples of 1/1024 Gy, so that a step changes them by exactly its size. */
  private static NamedTensors rounded(NamedTensors inputs) {
    Tensor dose = inputs.tensor(NetworkTensors.DOSE);
    float[] values = dose.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.round(values[i] * 1024) / 1024f;
    }
    return inputs.with(NetworkTensors.DOSE, Tensor.of(dose.shape(), values));
  }

  /** A maximum after the fusion would pass the gradient of one position; the mean passes all. */
  @Test
  void thePoolingCutsNoGradientOff() throws InferenceException, IOException, ModelPackageException {
    var file = new NetworkFile(NetworkVariant.FAST, SMALL, List.of(NetworkWeights.initial(7)));
    ModelPackage model = TestNetworks.parameters(file, folder.resolve("pooling"));
    try (LoadedModel djl = new DjlEngine().load(model, EngineOptions.cpu(2), null)) {
      NamedTensors inputs = TestNetworks.inputs(SMALL, NetworkLayout.STANDARD, 1);
      int zeros = 0;
      for (float value : djl.gradient(inputs, null).perGy().toArray()) {
        zeros += value == 0 ? 1 : 0;
      }
      assertTrue(zeros < SMALL.doseShape().valueCount() / 100, zeros + " voxels without gradient");
    }
  }
}
