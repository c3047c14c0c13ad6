/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;

/**
 * EQD2 of the courses of a ledger for one structure, and its parts. Immutable; made by {@link
 * CourseLedger} only, so that the convention in the type is the one that was applied.
 *
 * @param <C> whether earlier courses are discounted
 */
public final class CumulativeDose<C extends RecoveryConvention> {

  /**
   * One course of the sum.
   *
   * @param label label of the course
   * @param eqd2 its EQD2 on the grid of the sum, after recovery
   * @param recovery the discount that was applied
   * @param uncertainty how far it may be misplaced
   */
  public record Part(
      String label, DoseGrid eqd2, Recovery recovery, RegistrationUncertainty uncertainty) {
    public Part {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(eqd2, "eqd2");
      Objects.requireNonNull(recovery, "recovery");
      Objects.requireNonNull(uncertainty, "uncertainty");
    }
  }

  private final LedgerStructure structure;
  private final C convention;
  private final DoseGrid eqd2;
  private final List<Part> parts;
  private final List<Finding> findings;

  CumulativeDose(
      LedgerStructure structure,
      C convention,
      DoseGrid eqd2,
      List<Part> parts,
      List<Finding> findings) {
    this.structure = structure;
    this.convention = convention;
    this.eqd2 = eqd2;
    this.parts = List.copyOf(parts);
    this.findings = List.copyOf(findings);
  }

  /** Structure whose tissue the sum is for. */
  public LedgerStructure structure() {
    return structure;
  }

  public C convention() {
    return convention;
  }

  /** Sum over the courses, Gy EQD2, on the grid of the sum. */
  public DoseGrid eqd2() {
    return eqd2;
  }

  /** The courses in the sum, in order of time. */
  public List<Part> parts() {
    return parts;
  }

  public List<Finding> findings() {
    return findings;
  }

  /** Returns the histogram of the structure; empty if no part of it lies in the grid. */
  public Optional<CumulativeDvh<C>> dvh(StructureSampling sampling) {
    return sampling.dvh(eqd2).map(dvh -> new CumulativeDvh<>(structure, convention, dvh));
  }
}
