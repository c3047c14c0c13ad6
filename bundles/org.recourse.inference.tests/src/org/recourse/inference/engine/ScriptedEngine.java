/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/** Engine of the format {@code test}: the score is a quarter of the squared first dose value. */
public final class ScriptedEngine implements InferenceEngine {

  /** Id of this engine. */
  public static final String ID = "test.scripted";

  @Override
  public EngineDescription description() {
    return new EngineDescription(
        ID, "Scripted", Set.of("test"), Set.of(Capability.FORWARD, Capability.GRADIENT));
  }

  @Override
  public EngineState state() {
    return new EngineState.Ready("1", List.of(Device.CPU), List.of());
  }

  @Override
  public LoadedModel load(ModelPackage model, EngineOptions options, IProgressMonitor monitor) {
    return new Quadratic(model.description());
  }

  private record Quadratic(ModelDescription description) implements LoadedModel {

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
    public NamedTensors run(NamedTensors inputs, IProgressMonitor monitor) {
      float dose = inputs.tensor("dose").at(0);
      return new NamedTensors(Map.of("score", Tensor.of(TensorShape.of(1, 1), dose * dose / 4)));
    }

    @Override
    public ScoreGradient gradient(NamedTensors inputs, IProgressMonitor monitor) {
      Tensor dose = inputs.tensor("dose");
      float[] perGy = new float[dose.shape().valueCount()];
      perGy[0] = dose.at(0) / 2;
      return new ScoreGradient(dose.at(0) * dose.at(0) / 4, Tensor.of(dose.shape(), perGy));
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}
