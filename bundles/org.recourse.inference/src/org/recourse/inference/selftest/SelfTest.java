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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.Capability;
import org.recourse.inference.engine.Device;
import org.recourse.inference.engine.EngineCatalogue;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.engine.ScoreGradient;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.network.NetworkTensors;

/**
 * Runs the {@link KnownNetwork} through one engine and compares it with its closed form. Immutable
 * and thread-safe.
 */
public final class SelfTest {

  /** How a test ended. */
  public sealed interface Outcome {

    /** Returns what happened, for people. */
    String sentence();

    /**
     * The engine computes what it should.
     *
     * @param device where it computed
     * @param largestError largest difference to the closed form
     */
    record Passed(String sentence, Device device, double largestError) implements Outcome {
      public Passed {
        Objects.requireNonNull(device, "device");
      }
    }

    /** It does not, or could not be asked. */
    record Failed(String sentence) implements Outcome {}
  }

  /** Rounding of single precision in sums of a few numbers around 1; measured: 6e-8. */
  private static final double TOLERANCE = 1e-6;

  private static final int INPUTS = 5;

  private final EngineCatalogue engines;

  public SelfTest(EngineCatalogue engines) {
    this.engines = Objects.requireNonNull(engines, "engines");
  }

  /**
   * Tests one engine.
   *
   * @param engineId an engine of the catalogue
   * @param options how the network is to be run
   * @param monitor progress and cancellation
   */
  public Outcome run(String engineId, EngineOptions options, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Self-test", INPUTS + 2);
    try (LoadedModel model =
        engines.loadWith(engineId, KnownNetwork.modelPackage(), options, progress.split(2))) {
      double largestError = 0;
      for (int i = 0; i < INPUTS; i++) {
        largestError = Math.max(largestError, error(model, i, progress.split(1)));
      }
      return outcome(model, largestError);
    } catch (InferenceException e) {
      return new Outcome.Failed(e.getMessage());
    } catch (IOException | ModelPackageException e) {
      return new Outcome.Failed("The self-test network could not be written: " + e.getMessage());
    }
  }

  /** Inputs on both sides of the two bends of the network. */
  private static double error(LoadedModel model, int index, IProgressMonitor monitor)
      throws InferenceException {
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    float firstGy = 1.5f + index * 0.25f;
    float feature = 1.25f - index;
    NamedTensors inputs = KnownNetwork.inputs(firstGy, 60 - index, feature);
    double expected = KnownNetwork.score(firstGy, feature);
    double score = model.run(inputs, progress.split(1)).tensor(NetworkTensors.SCORE).at(0);
    double error = Math.abs(score - expected);
    if (model.capabilities().contains(Capability.GRADIENT)) {
      ScoreGradient gradient = model.gradient(inputs, progress.split(1));
      error = Math.max(error, Math.abs(gradient.score() - expected));
      float[] perGy = gradient.perGy().toArray();
      perGy[0] -= (float) (expected * (1 - expected) / 2);
      for (float value : perGy) {
        error = Math.max(error, Math.abs(value));
      }
    }
    return error;
  }

  private static Outcome outcome(LoadedModel model, double largestError) {
    boolean gradient = model.capabilities().contains(Capability.GRADIENT);
    List<String> sentences = new ArrayList<>();
    String what = gradient ? "Score and dose gradient" : "The score";
    String verb = gradient ? "agree" : "agrees";
    if (!(largestError <= TOLERANCE)) { // also catches NaN
      return new Outcome.Failed(
          "%s on %s differ from the closed form by up to %.1e. Do not use this engine."
              .formatted(what, model.device().name(), largestError));
    }
    sentences.add(
        "%s on %s %s with the closed form within 10⁻⁶."
            .formatted(what, model.device().name(), verb));
    model.findings().stream().map(Finding::text).forEach(sentences::add);
    return new Outcome.Passed(String.join(" ", sentences), model.device(), largestError);
  }
}
