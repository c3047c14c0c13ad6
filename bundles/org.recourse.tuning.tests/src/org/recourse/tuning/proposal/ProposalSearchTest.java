/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.model.edit.CaseEditing;
import org.recourse.tuning.accept.ProposalAcceptance;
import org.recourse.tuning.check.CheckLimits;
import org.recourse.tuning.check.ProposalCheck;
import org.recourse.tuning.tradeoff.TradeOffNavigator;
import org.recourse.tuning.tradeoff.TradeOffPlans;

/** On the bundled case, with a model in place of a network whose gradient has a closed form. */
class ProposalSearchTest {

  private static final Set<ProposalKind> WEIGHTS = EnumSet.of(ProposalKind.BEAM_WEIGHTS);

  private static Proposals search(HotSpotNetwork network, Set<ProposalKind> kinds) {
    return search(BundledTuning.models(network), BundledTuning.snapshot(), kinds);
  }

  private static Proposals search(
      CaseModels models, PlanSnapshot snapshot, Set<ProposalKind> kinds) {
    var settings =
        new SearchSettings(
            CheckLimits.STANDARD, kinds, Optional.of(HotSpotNetwork.ID), OptionalDouble.empty());
    return new ProposalSearch(models).search(snapshot, settings, new NullProgressMonitor());
  }

  private static boolean failed(Proposal proposal, String check) {
    return proposal.failedChecks().stream().map(ProposalCheck::id).anyMatch(check::equals);
  }

  @Test
  void findsAnAcceptableOneThatIsAcceptedAndUndone() {
    CaseModels models = BundledTuning.models(new HotSpotNetwork("PTVnx", "synthetic", true));
    Proposals found = search(models, BundledTuning.snapshot(), WEIGHTS);

    Proposal best = found.acceptable().getFirst();
    assertTrue(best.driver().orElseThrow().delta().orElseThrow() < 0);
    assertTrue(best.driver().orElseThrow().deltaInterval95().orElseThrow().upper() < 0);
    assertEquals(7, best.revision());
    assertTrue(best.unconstrainedOrgans().contains("A_Carotid_L"));
    best.coverage().stream().filter(c -> !c.gross()).forEach(c -> assertTrue(c.d95Percent() >= 95));
    Proposal beyond =
        found.ranked().stream().filter(p -> failed(p, "target.ptvD95")).findFirst().orElseThrow();
    assertFalse(beyond.acceptable());
    assertFalse(found.limits().getFirst().binding().isEmpty()); // "why not lower?"
    accepts(best, beyond);
    trades(models, found);
  }

  private static void accepts(Proposal best, Proposal beyond) {
    var patientCase = BundledTuning.opened().patientCase();
    EditingDomain domain = CaseEditing.newDomain(patientCase);
    var acceptance = new ProposalAcceptance(BundledTuning.opened(), domain);
    PlanSnapshot before = BundledTuning.snapshot();

    assertInstanceOf(
        ProposalAcceptance.Readiness.Refused.class, acceptance.prepare(beyond, beyond.revision()));
    assertInstanceOf(ProposalAcceptance.Readiness.Refused.class, acceptance.prepare(best, 8));
    var ready =
        assertInstanceOf(
            ProposalAcceptance.Readiness.Ready.class, acceptance.prepare(best, best.revision()));
    domain.getCommandStack().execute(ready.command());
    assertEquals(best.after().snapshot(), BundledTuning.snapshot());
    domain.getCommandStack().undo();
    assertEquals(before, BundledTuning.snapshot());
  }

  private static void trades(CaseModels models, Proposals found) {
    TradeOffNavigator navigator =
        new TradeOffPlans(new TradeOffSource(models))
            .of(found, HotSpotNetwork.ID, CheckLimits.STANDARD, new NullProgressMonitor())
            .orElseThrow();

    assertTrue(navigator.pareto().size() >= 2);
    int coverage = navigator.indexOf("coverage:PTVnx").orElseThrow();
    var from = navigator.pareto().getFirst();
    double wanted = (navigator.range(0)[0] + from.cost()[0]) / 2;
    var move = navigator.move(from, 0, wanted, Set.of(coverage));
    assertTrue(move.point().cost()[coverage] <= from.cost()[coverage] + 1e-3);
    assertTrue(move.point().cost()[0] <= from.cost()[0] + 1e-9);
  }

  @Test
  void aModelWithoutEnsembleIsNeverAcceptable() {
    Proposals found = search(new HotSpotNetwork("PTVnx", "synthetic", false), WEIGHTS);

    assertFalse(found.ranked().isEmpty()); // shown with the reason
    assertEquals(List.of(), found.acceptable());
    found.ranked().forEach(p -> assertTrue(failed(p, "model.gain")));
  }

  @Test
  void aModelOfSyntheticPatientsProposesNothingForPatients() {
    PlanSnapshot s = BundledTuning.snapshot();
    var real =
        new PlanSnapshot(
            s.revision(),
            false,
            s.patient(),
            s.structures(),
            s.courses(),
            s.assessed(),
            s.goals(),
            s.protocolIds(),
            s.registrations(),
            s.deformations(),
            s.goalsAtUnfavourableEnd(),
            s.images(),
            s.findings());

    Proposals found =
        search(BundledTuning.models(new HotSpotNetwork("PTVnx", "synthetic", true)), real, WEIGHTS);

    assertEquals(List.of(), found.acceptable());
    found.ranked().forEach(p -> assertTrue(failed(p, "model.synthetic")));
  }

  @Test
  void noNetworkRanksAFractionation() {
    Proposals found =
        search(
            new HotSpotNetwork("PTVnx", "synthetic", true), EnumSet.of(ProposalKind.FRACTIONATION));

    assertFalse(found.ranked().isEmpty());
    for (Proposal proposal : found.ranked()) {
      assertEquals(Optional.empty(), proposal.drivenBy());
      if (((PlanEdit.Schedule) proposal.edit()).fractionsPerDay() > 1) {
        assertTrue(failed(proposal, "model.fractionation")); // no half-times are typed
      }
    }
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    var search =
        new ProposalSearch(BundledTuning.models(new HotSpotNetwork("PTVnx", "synthetic", true)));

    assertThrows(
        OperationCanceledException.class,
        () -> search.search(BundledTuning.snapshot(), SearchSettings.STANDARD, monitor));
  }
}
