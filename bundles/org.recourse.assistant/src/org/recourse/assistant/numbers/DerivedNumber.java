/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The graph of derived numbers: what each reads of the case, and on which others it rests. An edit
 * invalidates exactly the numbers that read a changed part, by themselves or through another; all
 * others are kept. In the order in which they are computed, unless somebody looks at some of them
 * and not at others: {@link RecomputationOrder}.
 */
public enum DerivedNumber {
  /** Physical dose of the assessed plan. */
  DOSE(
      Set.of(
          SnapshotPart.ASSESSED, SnapshotPart.BEAMS, SnapshotPart.DOSE_GRIDS, SnapshotPart.SCALE),
      Set.of()),
  /** Sampling and voxels of the structures on the grid of the dose. */
  GEOMETRY(
      Set.of(
          SnapshotPart.ASSESSED,
          SnapshotPart.DOSE_GRIDS,
          SnapshotPart.STRUCTURES,
          SnapshotPart.REGISTRATIONS),
      Set.of()),
  /** Histograms of physical dose, EQD2 and cumulative EQD2. */
  HISTOGRAMS(Set.of(SnapshotPart.COURSES), Set.of(DOSE, GEOMETRY)),
  /** Verdicts on clinical goals. */
  GOALS(Set.of(SnapshotPart.GOALS), Set.of(HISTOGRAMS)),
  /** Published formulas. */
  CLOSED_FORM_RISKS(Set.of(SnapshotPart.PATIENT, SnapshotPart.IMAGES), Set.of(HISTOGRAMS)),
  /** The ledger of courses. */
  LEDGER(Set.of(), Set.of(HISTOGRAMS)),
  /** Verdicts on the goals of protocols, and what their limits leave in the ledger. */
  PROTOCOLS(Set.of(SnapshotPart.PROTOCOLS), Set.of(GOALS, LEDGER)),
  /** Trained networks, which look at voxels and fractions rather than at histograms. */
  NETWORK_RISKS(
      Set.of(SnapshotPart.COURSES, SnapshotPart.PATIENT, SnapshotPart.IMAGES),
      Set.of(DOSE, GEOMETRY)),
  /** Gradient of the first network that has one, computed while somebody looks at it. */
  GRADIENTS(Set.of(), Set.of(NETWORK_RISKS)),
  /** Intervals that follow from the registrations, computed while somebody looks at them. */
  BANDS(Set.of(), Set.of(PROTOCOLS, CLOSED_FORM_RISKS, NETWORK_RISKS));

  private final Set<SnapshotPart> reads;
  private final Set<DerivedNumber> restsOn;

  DerivedNumber(Set<SnapshotPart> reads, Set<DerivedNumber> restsOn) {
    this.reads = reads;
    this.restsOn = restsOn;
  }

  /** Returns whether it is computed only while somebody looks at it. */
  public boolean isOnlyWhenLookedAt() {
    return this == GRADIENTS || this == BANDS;
  }

  /** Returns every number it rests on, by itself or through others; without itself. */
  public Set<DerivedNumber> foundation() {
    Set<DerivedNumber> all = EnumSet.noneOf(DerivedNumber.class);
    for (DerivedNumber other : restsOn) {
      all.add(other);
      all.addAll(other.foundation());
    }
    return all;
  }

  /** Returns every part it depends on, by itself or through others. */
  public Set<SnapshotPart> dependsOn() {
    Set<SnapshotPart> all = EnumSet.noneOf(SnapshotPart.class);
    all.addAll(reads);
    restsOn.forEach(other -> all.addAll(other.dependsOn()));
    return all;
  }

  /** Returns what an edit from one snapshot to another invalidates. */
  public static Set<DerivedNumber> invalidated(PlanSnapshot before, PlanSnapshot after) {
    Set<DerivedNumber> invalidated = EnumSet.noneOf(DerivedNumber.class);
    for (DerivedNumber number : values()) {
      if (!number.key(before).equals(number.key(after))) {
        invalidated.add(number);
      }
    }
    return invalidated;
  }

  /** Returns the parts it depends on: snapshots with an equal key give an equal number. */
  List<Object> key(PlanSnapshot snapshot) {
    return dependsOn().stream().map(part -> part.of(snapshot)).toList();
  }
}
