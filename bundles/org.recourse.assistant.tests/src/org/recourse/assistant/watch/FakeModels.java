/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskCatalogue;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskModelEntry;
import org.recourse.risk.RiskResult;
import org.recourse.risk.VoxelAttribution;
import org.recourse.risk.VoxelValues;

/** A formula and a network that write down when they are asked, and can be made to interrupt. */
final class FakeModels implements RiskCatalogue {

  static final String FORMULA = "formula";
  static final String NETWORK = "network";
  static final String GRADIENT = "gradient";

  private final List<String> asked = new ArrayList<>();
  private String interrupted = "";
  private Runnable interruption = () -> {};

  /** What was asked since the last call. */
  List<String> asked() {
    List<String> now = List.copyOf(asked);
    asked.clear();
    return now;
  }

  /** Does something once while a part is computed. */
  void interrupt(String part, Runnable what) {
    interrupted = part;
    interruption = what;
  }

  private void ask(String part, IProgressMonitor monitor) {
    asked.add(part);
    if (interrupted.equals(part)) {
      interrupted = "";
      interruption.run();
    }
    if (monitor.isCanceled()) {
      throw new OperationCanceledException();
    }
  }

  @Override
  public List<RiskModelEntry> models() {
    return List.of(
        new RiskModelEntry(FORMULA, "Formula", "test"),
        new RiskModelEntry(NETWORK, "Network", "test"));
  }

  @Override
  public Optional<RiskModelDescription> description(String modelId) {
    return Optional.empty();
  }

  @Override
  public RiskAssessment assess(String modelId, RiskInput input, IProgressMonitor monitor) {
    ask(modelId, monitor);
    return new RiskAssessment(
        models().stream().filter(model -> model.id().equals(modelId)).findFirst().orElseThrow(),
        Optional.empty(),
        new RiskResult.NotApplicable(List.of("A test asks."), List.of(), List.of()),
        0);
  }

  @Override
  public List<RiskAssessment> assessAll(RiskInput input, IProgressMonitor monitor) {
    return List.of(assess(FORMULA, input, monitor), assess(NETWORK, input, monitor));
  }

  @Override
  public boolean looksAtVoxels(String modelId) {
    return modelId.equals(NETWORK);
  }

  @Override
  public VoxelAttribution attribute(
      String modelId, RiskInput input, VoxelAttribution.Method method, IProgressMonitor monitor) {
    if (modelId.equals(FORMULA)) {
      return new VoxelAttribution.NotAvailable("A formula sees no voxels.");
    }
    ask(GRADIENT, monitor);
    var one = new GridGeometry(1, 1, 1, new Vector3(0, 0, 0), new Vector3(1, 1, 1));
    return new VoxelAttribution.Attributed(
        VoxelValues.of(one, new float[] {1}), 0.5, "", List.of());
  }

  @Override
  public List<Finding> findings() {
    return List.of();
  }
}
