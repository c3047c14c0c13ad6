/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.explanation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.recourse.grid.finding.Finding;
import org.recourse.risk.VoxelAttribution;

/** What drives the number of one model on one revision of a plan, or why that is not known. */
public sealed interface Explanation {

  /** The model. */
  String modelId();

  /** The revision of the plan it belongs to. */
  long revision();

  /**
   * The model explains itself.
   *
   * @param gradient change of the score per Gy in each voxel, for the overlay
   * @param contributions integrated gradients: what each voxel contributes, for the overlay
   * @param structures share of each structure, largest first; structures overlap, so the shares
   *     need not add to 1
   * @param inputs Shapley values of groups of inputs, largest first; empty if the model cannot be
   *     asked without some of its inputs
   * @param counterfactual what less dose would do; empty if the model sees no voxel where less dose
   *     lowers it
   * @param fidelity for each claim the test that it holds
   * @param findings reservations
   */
  record Explained(
      String modelId,
      long revision,
      VoxelAttribution.Attributed gradient,
      VoxelAttribution.Attributed contributions,
      List<StructureShare> structures,
      List<InputShare> inputs,
      Optional<Counterfactual> counterfactual,
      List<FidelityTest> fidelity,
      List<Finding> findings)
      implements Explanation {
    public Explained {
      Objects.requireNonNull(gradient, "gradient");
      Objects.requireNonNull(contributions, "contributions");
      Objects.requireNonNull(counterfactual, "counterfactual");
      structures = List.copyOf(structures);
      inputs = List.copyOf(inputs);
      fidelity = List.copyOf(fidelity);
      findings = List.copyOf(findings);
    }
  }

  /**
   * There is no explanation.
   *
   * @param sentence why, and what can be done
   */
  record NotAvailable(String modelId, long revision, String sentence) implements Explanation {}
}
