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
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.model.ModelDescription;

/** A model that runs on another engine than the first choice, and says so. Thread-safe. */
public final class FallbackModel implements LoadedModel {

  private final LoadedModel model;
  private final List<Finding> findings;

  /**
   * @param model what runs
   * @param skipped why it is not the first choice; put in front of the findings of the model
   */
  public FallbackModel(LoadedModel model, List<Finding> skipped) {
    this.model = model;
    this.findings = Stream.concat(skipped.stream(), model.findings().stream()).toList();
  }

  @Override
  public ModelDescription description() {
    return model.description();
  }

  @Override
  public Set<Capability> capabilities() {
    return model.capabilities();
  }

  @Override
  public Device device() {
    return model.device();
  }

  @Override
  public List<Finding> findings() {
    return findings;
  }

  @Override
  public NamedTensors run(NamedTensors inputs, IProgressMonitor monitor) throws InferenceException {
    return model.run(inputs, monitor);
  }

  @Override
  public ScoreGradient gradient(NamedTensors inputs, IProgressMonitor monitor)
      throws InferenceException {
    return model.gradient(inputs, monitor);
  }

  @Override
  public List<Double> ensembleScores(NamedTensors inputs, IProgressMonitor monitor)
      throws InferenceException {
    return model.ensembleScores(inputs, monitor);
  }

  @Override
  public void close() {
    model.close();
  }
}
