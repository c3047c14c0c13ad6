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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.inference.engine.Capability;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageReader;
import org.recourse.inference.model.TensorSpecification;
import org.recourse.inference.network.NetworkTensors;
import org.recourse.inference.onnx.OnnxEngine;
import org.recourse.inference.tensor.Tensor;

/** The eight packages in {@code models}: complete, honest, and the same network in both engines. */
class ShippedPackagesTest {

  private static final int INPUTS = 50;

  /** Asked for by the issue. */
  private static final double SCORE_TOLERANCE = 1e-5;

  private static final Set<String> WORDS =
      Set.of("t1", "t1c", "t2", "t1-t1c-t2", "t1-dose", "t1c-dose", "t2-dose", "t1-t1c-t2-dose");

  private static List<Path> folders() throws IOException {
    for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
      Path models = p.resolve("models");
      if (Files.isDirectory(models.resolve("necrosis.t1-t1c-t2-dose.demonstration"))) {
        try (Stream<Path> children = Files.list(models)) {
          return children.filter(Files::isDirectory).sorted().toList();
        }
      }
    }
    assumeTrue(false, "not run inside of a checkout");
    return List.of();
  }

  private static ModelPackage read(Path folder) throws ModelPackageException {
    return new ModelPackageReader().read(folder, new NullProgressMonitor());
  }

  @Test
  void thereAreEightAndTheySayThatTheyAreSynthetic() throws IOException, ModelPackageException {
    assertEquals(
        WORDS.stream().map(w -> "necrosis." + w + ".demonstration").collect(Collectors.toSet()),
        folders().stream().map(f -> f.getFileName().toString()).collect(Collectors.toSet()));
    for (Path folder : folders()) {
      ModelPackage model = read(folder);
      assertEquals(folder.getFileName().toString(), model.description().identity().id());
      assertTrue(model.description().training().synthetic());
      assertTrue(model.description().calibration().isEmpty(), "a score, never a probability");
      assertTrue(Files.readString(folder.resolve("MODEL_CARD.md")).contains("synthetic patients"));
    }
  }

  @Test
  void bothEnginesGiveTheSameScores()
      throws IOException, ModelPackageException, InferenceException {
    for (Path folder : folders()) {
      ModelPackage model = read(folder);
      try (LoadedModel onnx = new OnnxEngine().load(model, EngineOptions.cpu(1), null);
          LoadedModel djl = new DjlEngine().load(model, EngineOptions.cpu(1), null)) {
        assertEquals(
            model.description().input(TensorSpecification.Role.DOSE).isPresent(),
            onnx.capabilities().contains(Capability.GRADIENT));
        for (int seed = 0; seed < INPUTS; seed++) {
          NamedTensors inputs = inputs(model, seed);
          assertEquals(
              score(djl, inputs), score(onnx, inputs), SCORE_TOLERANCE, folder + " " + seed);
        }
      }
    }
  }

  private static double score(LoadedModel model, NamedTensors inputs) throws InferenceException {
    return model.run(inputs, null).tensor(NetworkTensors.SCORE).at(0);
  }

  /** Doses about 50 to 75 Gy with holes of 0 Gy, and features as scaled patients have them. */
  private static NamedTensors inputs(ModelPackage model, long seed) {
    var random = new Random(seed);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (TensorSpecification input : model.description().inputs()) {
      float[] values = new float[input.shape().valueCount()];
      double levelGy = 50 + 25 * random.nextDouble();
      for (int i = 0; i < values.length; i++) {
        values[i] =
            input.role() == TensorSpecification.Role.DOSE
                ? (float) (i % 3 == 0 ? 0 : levelGy + random.nextGaussian())
                : (float) random.nextGaussian();
      }
      tensors.put(input.name(), Tensor.of(input.shape(), values));
    }
    return new NamedTensors(tensors);
  }
}
