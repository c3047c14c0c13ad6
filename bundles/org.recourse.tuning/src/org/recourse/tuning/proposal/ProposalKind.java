/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

/** What a proposal changes. */
public enum ProposalKind {
  /** Weights of the beams; the doses of the beams stay. */
  BEAM_WEIGHTS("beamWeights", "Beam weights"),
  /** Number of fractions, with the total dose, or fractions a day. */
  FRACTIONATION("fractionation", "Fractionation"),
  /** Less dose in a region where the model says it matters, then fluences optimised again. */
  DOSE_SCULPT("doseSculpt", "Dose sculpting"),
  /** Fluences optimised again with the risk in the objective. */
  REOPTIMISE("reoptimise", "Re-optimisation"),
  /** Total dose with the number of fractions kept. */
  PRESCRIPTION("prescription", "Prescription");

  private final String id;
  private final String title;

  ProposalKind(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** Returns the word of result files. */
  public String id() {
    return id;
  }

  /** Returns the words for people. */
  public String title() {
    return title;
  }
}
