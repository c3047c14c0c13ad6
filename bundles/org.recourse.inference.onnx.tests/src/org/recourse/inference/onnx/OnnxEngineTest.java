/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.inference.engine.Device;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.onnx.network.MultiOmicsNetwork;
import org.recourse.inference.onnx.network.UntrainedPackage;
import org.recourse.inference.tensor.Tensor;

class OnnxEngineTest {

  private static final NetworkSize SIZE = new NetworkSize(8, 8, 8);
  private static final MultiOmicsNetwork NETWORK =
      new MultiOmicsNetwork(NetworkVariant.FAST, SIZE, NetworkWeights.initial(1));

  @TempDir Path folder;

  private final OnnxEngine engine = new OnnxEngine();

  @Test
  void theNativeLibraryWorksHere() {
    assertInstanceOf(EngineState.Ready.class, engine.state());
  }

  @Test
  void aMissingGraphicsCardIsAFinding() throws InferenceException, ModelPackageException {
    var model = UntrainedPackage.of(NETWORK).in(folder);
    try (LoadedModel loaded = engine.load(model, new EngineOptions(1, Device.Kind.CUDA), null)) {
      assertEquals(Device.CPU, loaded.device());
      assertTrue(loaded.findings().get(0).text().contains("graphics card"));
    }
  }

  @Test
  void refusesDamagedAndForeignNetworks() {
    byte[] sound = NETWORK.forward();
    byte[] cut = Arrays.copyOf(sound, sound.length / 2);
    byte[] text = "this is no network".getBytes(StandardCharsets.UTF_8);
    byte[] other =
        new MultiOmicsNetwork(
                NetworkVariant.FAST, new NetworkSize(10, 8, 8), NetworkWeights.initial(1))
            .forward();

    for (byte[] network : new byte[][] {cut, text, other}) {
      var hostile = new UntrainedPackage(network, NETWORK.gradient(), SIZE);
      assertThrows(InferenceException.class, () -> load(hostile).close());
    }
    var exchanged = new UntrainedPackage(NETWORK.gradient(), NETWORK.gradient(), SIZE);
    String sentence =
        assertThrows(InferenceException.class, () -> load(exchanged).close()).getMessage();
    assertTrue(sentence.contains("does not fit its description"), sentence);
  }

  @Test
  void refusesNumbersInOtherFilesAndForeignOperators() {
    // graph { initializer { data_location: EXTERNAL } } and graph { node { domain: "evil" } }
    byte[] external = {0x3A, 4, 0x2A, 2, 0x70, 1};
    byte[] foreign = {0x3A, 8, 0x0A, 6, 0x3A, 4, 'e', 'v', 'i', 'l'};

    assertTrue(refusal(external).contains("another file"), refusal(external));
    assertTrue(refusal(foreign).contains("operators of evil"), refusal(foreign));
  }

  private static String refusal(byte[] network) {
    return assertThrows(
            InferenceException.class, () -> NetworkInspection.requireSelfContained(network))
        .getMessage();
  }

  @Test
  void refusesInputsThatDoNotFit() throws InferenceException, ModelPackageException {
    try (LoadedModel model = load(UntrainedPackage.of(NETWORK))) {
      NamedTensors nan = inputs(Float.NaN);
      assertThrows(IllegalArgumentException.class, () -> model.run(nan, null));
      NamedTensors wrong = inputs(1).with("features", Tensor.filled(SIZE.doseShape(), 1));
      assertThrows(IllegalArgumentException.class, () -> model.run(wrong, null));
    }
  }

  @Test
  void stopsWhenCancelledAndWhenClosed() throws InferenceException, ModelPackageException {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    LoadedModel model = load(UntrainedPackage.of(NETWORK));
    try (model) {
      assertThrows(OperationCanceledException.class, () -> model.run(inputs(1), monitor));
    }
    model.close();
    assertThrows(IllegalStateException.class, () -> model.run(inputs(1), null));
  }

  private LoadedModel load(UntrainedPackage model)
      throws InferenceException, ModelPackageException {
    return engine.load(model.in(folder), EngineOptions.cpu(1), null);
  }

  private static NamedTensors inputs(float doseGy) {
    return new NamedTensors(
        Map.of(
            "dose",
            Tensor.filled(SIZE.doseShape(), doseGy),
            "features",
            Tensor.filled(NetworkLayout.STANDARD.featureShape(), 0)));
  }
}
