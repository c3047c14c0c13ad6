/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.recourse.assistant.numbers.DerivedNumber.CLOSED_FORM_RISKS;
import static org.recourse.assistant.numbers.DerivedNumber.DOSE;
import static org.recourse.assistant.numbers.DerivedNumber.GEOMETRY;
import static org.recourse.assistant.numbers.DerivedNumber.GOALS;
import static org.recourse.assistant.numbers.DerivedNumber.GRADIENTS;
import static org.recourse.assistant.numbers.DerivedNumber.HISTOGRAMS;
import static org.recourse.assistant.numbers.DerivedNumber.LEDGER;
import static org.recourse.assistant.numbers.DerivedNumber.NETWORK_RISKS;
import static org.recourse.assistant.numbers.DerivedNumber.PROTOCOLS;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecomputationOrderTest {

  private static List<DerivedNumber> order(Set<DerivedNumber> due, Set<DerivedNumber> lookedAt) {
    Set<DerivedNumber> known = EnumSet.noneOf(DerivedNumber.class);
    List<DerivedNumber> order = new ArrayList<>();
    Optional<DerivedNumber> next = RecomputationOrder.next(known, due, lookedAt);
    while (next.isPresent()) {
      order.add(next.get());
      known.add(next.get());
      next = RecomputationOrder.next(known, due, lookedAt);
    }
    return order;
  }

  @Test
  void workedExampleOfTheJavadoc() {
    assertEquals(
        List.of(
            DOSE, GEOMETRY, NETWORK_RISKS, HISTOGRAMS, CLOSED_FORM_RISKS, GOALS, LEDGER, PROTOCOLS),
        order(EnumSet.range(DOSE, NETWORK_RISKS), Set.of(CLOSED_FORM_RISKS, NETWORK_RISKS)));
    assertEquals(
        List.of(
            DOSE, GEOMETRY, HISTOGRAMS, GOALS, CLOSED_FORM_RISKS, NETWORK_RISKS, LEDGER, PROTOCOLS),
        order(
            EnumSet.range(DOSE, NETWORK_RISKS),
            Set.of(HISTOGRAMS, GOALS, CLOSED_FORM_RISKS, NETWORK_RISKS)));
  }

  @Test
  void nobodyLooksSoTheOrderIsThatOfTheNumbers() {
    Set<DerivedNumber> due = EnumSet.range(DOSE, NETWORK_RISKS);

    assertEquals(List.copyOf(due), order(due, Set.of()));
  }

  @Test
  void anOverlayBringsItsGradientBeforeTheLedger() {
    assertEquals(
        List.of(
            DOSE,
            GEOMETRY,
            HISTOGRAMS,
            NETWORK_RISKS,
            GRADIENTS,
            GOALS,
            CLOSED_FORM_RISKS,
            LEDGER,
            PROTOCOLS),
        order(EnumSet.range(DOSE, GRADIENTS), Set.of(HISTOGRAMS, GRADIENTS)));
  }

  @Test
  void theLedgerPageComesBeforeRisksNobodySees() {
    assertEquals(
        List.of(
            DOSE, GEOMETRY, HISTOGRAMS, LEDGER, GOALS, PROTOCOLS, CLOSED_FORM_RISKS, NETWORK_RISKS),
        order(EnumSet.range(DOSE, NETWORK_RISKS), Set.of(LEDGER, PROTOCOLS)));
  }

  /** The user may look elsewhere while numbers are computed. */
  @Test
  void whatIsLookedAtMayChangeOnTheWay() {
    Set<DerivedNumber> known = EnumSet.of(DOSE, GEOMETRY, HISTOGRAMS);
    Set<DerivedNumber> due = EnumSet.range(DOSE, NETWORK_RISKS);

    assertEquals(Optional.of(GOALS), RecomputationOrder.next(known, due, Set.of(GOALS)));
    assertEquals(
        Optional.of(NETWORK_RISKS), RecomputationOrder.next(known, due, Set.of(NETWORK_RISKS)));
    assertEquals(Optional.empty(), RecomputationOrder.next(due, due, Set.of(NETWORK_RISKS)));
  }
}
