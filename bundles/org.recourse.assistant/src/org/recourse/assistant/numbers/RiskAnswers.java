/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskModelEntry;
import org.recourse.risk.VoxelAttribution;

/** Asks the risk models: published formulas first, networks afterwards because they take longer. */
final class RiskAnswers {

  private final NumbersRun.Tools tools;
  private final PlanSnapshot snapshot;
  private final RiskInput input;
  private final IProgressMonitor monitor;
  private final List<String> models;
  private final List<String> networks;

  RiskAnswers(
      NumbersRun.Tools tools, PlanSnapshot snapshot, RiskInput input, IProgressMonitor monitor) {
    this.tools = tools;
    this.snapshot = snapshot;
    this.input = input;
    this.monitor = monitor;
    models = tools.catalogue().models().stream().map(RiskModelEntry::id).toList();
    networks = models.stream().filter(id -> tools.catalogue().looksAtVoxels(id)).toList();
  }

  List<RiskAssessment> closedForms() {
    return tools
        .kept()
        .closedForms(
            snapshot,
            () ->
                new KeptNumbers.Kept<>(
                    networks.isEmpty()
                        ? tools.catalogue().assessAll(input, monitor)
                        : asked(models.stream().filter(id -> !networks.contains(id)).toList()),
                    List.of()))
        .value();
  }

  List<RiskAssessment> networks() {
    return networks.isEmpty()
        ? List.of()
        : tools
            .kept()
            .networks(snapshot, () -> new KeptNumbers.Kept<>(asked(networks), List.of()))
            .value();
  }

  /** Returns the gradient of the first model that has one, or the sentence why there is none. */
  RiskGradient gradient() {
    return tools.kept().gradient(snapshot, this::firstGradient).at(snapshot.revision());
  }

  private RiskGradient firstGradient() {
    String reason = "No installed model says which voxels drive its number.";
    for (RiskModelEntry model : tools.catalogue().models()) {
      VoxelAttribution answer =
          tools.catalogue().attribute(model.id(), input, VoxelAttribution.Method.GRADIENT, monitor);
      switch (answer) {
        case VoxelAttribution.Attributed attributed -> {
          return new RiskGradient(snapshot.revision(), model.id(), model.title(), attributed);
        }
        case VoxelAttribution.NotAvailable(String sentence) -> reason = sentence;
      }
    }
    return new RiskGradient(snapshot.revision(), "", "", new VoxelAttribution.NotAvailable(reason));
  }

  /** Returns answers in the order of the catalogue. */
  List<RiskAssessment> inOrder(List<RiskAssessment> some, List<RiskAssessment> others) {
    List<RiskAssessment> all = new ArrayList<>(some);
    all.addAll(others);
    all.sort((a, b) -> Integer.compare(position(a), position(b)));
    return all;
  }

  private int position(RiskAssessment assessment) {
    return models.indexOf(assessment.model().id());
  }

  private List<RiskAssessment> asked(List<String> ids) {
    return ids.stream().map(id -> tools.catalogue().assess(id, input, monitor)).toList();
  }
}
