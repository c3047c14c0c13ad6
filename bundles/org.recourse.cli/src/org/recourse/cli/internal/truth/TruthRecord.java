/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.util.List;
import java.util.Optional;

/**
 * What came out for one patient.
 *
 * @param group cohort, {@link TruthResult#STANDARD} for patients like those of the training
 * @param number of the patient in its cohort
 * @param inDomain whether the model knew the plan
 * @param covered whether the plan kept the limits of coverage before anything was changed
 * @param event whether necrosis was drawn
 * @param modelRisk score of the model before
 * @param trueRisk true risk before
 * @param accepted the best acceptable proposal, if there is one
 * @param failedChecks checks that some proposal failed
 * @param strange what of the patient the model does not know, in sentences
 */
public record TruthRecord(
    String group,
    int number,
    boolean inDomain,
    boolean covered,
    boolean event,
    double modelRisk,
    double trueRisk,
    Optional<Accepted> accepted,
    List<String> failedChecks,
    List<String> strange) {

  public TruthRecord {
    failedChecks = List.copyOf(failedChecks);
    strange = List.copyOf(strange);
  }

  /**
   * An accepted proposal.
   *
   * @param modelDelta change of the score of the model
   * @param trueRisk true risk after
   * @param scaledTrueRisk true risk if all beams were scaled down to the same D98 of the gross
   *     tumour volume
   * @param lostD98Gy loss of that D98
   * @param deltaTcp change of modelled tumour control
   * @param violations what a second reading of the numbers found; nothing is wanted
   * @param weights of the beams
   */
  public record Accepted(
      double modelDelta,
      double trueRisk,
      double scaledTrueRisk,
      double lostD98Gy,
      double deltaTcp,
      List<String> violations,
      List<Double> weights) {

    public Accepted {
      violations = List.copyOf(violations);
      weights = List.copyOf(weights);
    }
  }
}
