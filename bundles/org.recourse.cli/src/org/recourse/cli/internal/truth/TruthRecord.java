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
 * What became of one synthetic patient. Immutable.
 *
 * @param patient id
 * @param group cohort it belongs to
 * @param inDomain whether the model knows such patients
 * @param modelRisk risk by the model before
 * @param trueRisk true risk before
 * @param accepted the best acceptable proposal; empty if there is none
 * @param failedChecks ids of the checks that any proposal failed
 */
public record TruthRecord(
    String patient,
    String group,
    boolean inDomain,
    double modelRisk,
    double trueRisk,
    Optional<Accepted> accepted,
    List<String> failedChecks) {

  /**
   * An accepted proposal.
   *
   * @param modelDelta change of the risk by the model
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
      List<Double> weights) {}
}
