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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.inference.engine.Device;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.network.NetworkTensors;
import org.recourse.inference.selftest.KnownNetwork;

/** The choice of a card with natives that offer one, offer a broken one, or offer none. */
class CudaChoiceTest {

  private static final double TOLERANCE = 1e-6;

  private static OnnxEngine engine(OnnxEngine.Cuda cuda) {
    return new OnnxEngine(cuda);
  }

  /** Stands for a card: sessions run on the processor, but nobody can tell. */
  private static OnnxEngine.Cuda working(AtomicInteger used) {
    return new OnnxEngine.Cuda() {
      @Override
      public boolean isOffered() {
        return true;
      }

      @Override
      public void use(OrtSession.SessionOptions options) {
        used.incrementAndGet();
      }
    };
  }

  private static OnnxEngine.Cuda failingAfter(int uses) {
    var used = new AtomicInteger();
    return new OnnxEngine.Cuda() {
      @Override
      public boolean isOffered() {
        return true;
      }

      @Override
      public void use(OrtSession.SessionOptions options) throws OrtException {
        if (used.incrementAndGet() > uses) {
          throw new OrtException("CUDA out of memory");
        }
      }
    };
  }

  /** What really happens when these natives, which are for the processor, are asked for CUDA. */
  private static final OnnxEngine.Cuda ABSENT_LIBRARY =
      new OnnxEngine.Cuda() {
        @Override
        public boolean isOffered() {
          return true;
        }

        @Override
        public void use(OrtSession.SessionOptions options) throws OrtException {
          options.addCUDA(0);
        }
      };

  private static LoadedModel load(OnnxEngine engine)
      throws InferenceException, IOException, ModelPackageException {
    return engine.load(
        KnownNetwork.modelPackage(), EngineOptions.fastest(1), new NullProgressMonitor());
  }

  private static void assertAnswers(LoadedModel model) throws InferenceException {
    double score =
        model
            .run(KnownNetwork.inputs(1.5f, 60, 0.25f), new NullProgressMonitor())
            .tensor(NetworkTensors.SCORE)
            .at(0);
    assertEquals(KnownNetwork.score(1.5f, 0.25f), score, TOLERANCE);
  }

  @Test
  void aCardThatWorksIsUsedForEverySession()
      throws InferenceException, IOException, ModelPackageException {
    var used = new AtomicInteger();
    OnnxEngine engine = engine(working(used));

    EngineState.Ready ready = assertInstanceOf(EngineState.Ready.class, engine.state());
    assertEquals(Device.Kind.CUDA, ready.devices().getFirst().kind());
    int afterTrial = used.get();
    try (LoadedModel model = load(engine)) {
      assertEquals(Device.Kind.CUDA, model.device().kind());
      assertTrue(model.findings().isEmpty());
      assertTrue(used.get() >= afterTrial + 2, "forward and gradient");
      assertAnswers(model);
    }
  }

  @Test
  void anAbsentLibraryIsAFindingAndTheProcessorAnswers()
      throws InferenceException, IOException, ModelPackageException {
    OnnxEngine engine = engine(ABSENT_LIBRARY);

    EngineState.Ready ready = assertInstanceOf(EngineState.Ready.class, engine.state());
    assertEquals(1, ready.devices().size());
    assertEquals(1, ready.findings().size(), "the preference page shows it");
    try (LoadedModel model = load(engine)) {
      assertEquals(Device.Kind.CPU, model.device().kind());
      assertTrue(
          model.findings().getFirst().text().contains("the processor computes"),
          model.findings().toString());
      assertAnswers(model);
    }
  }

  /** The trial passes, the model does not fit any more. */
  @Test
  void aCardThatFailsForOneModelIsAFinding()
      throws InferenceException, IOException, ModelPackageException {
    try (LoadedModel model = load(engine(failingAfter(1)))) {
      assertEquals(Device.Kind.CPU, model.device().kind());
      assertTrue(
          model.findings().getFirst().text().contains("CUDA out of memory"),
          model.findings().toString());
      assertAnswers(model);
    }
  }

  @Test
  void theseNativesOfferNoneAndNothingIsSaid()
      throws InferenceException, IOException, ModelPackageException {
    try (LoadedModel model = load(new OnnxEngine())) {
      assertEquals(Device.Kind.CPU, model.device().kind());
      assertTrue(model.findings().isEmpty());
    }
  }
}
