/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.replan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.planning.PlannedBeams;
import org.recourse.assistant.planning.RefilledPlan;
import org.recourse.grid.finding.Finding;
import org.recourse.model.Beam;
import org.recourse.model.BeamTechnique;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.edit.CaseEditing;
import org.recourse.planning.engine.ContributedDoseEngines;
import org.recourse.planning.plan.BeamInfluences;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.risk.RiskModel;
import org.recourse.risk.published.PublishedRiskModels;
import org.recourse.tuning.accept.ProposalAcceptance;
import org.recourse.tuning.check.CheckLimits;
import org.recourse.tuning.check.ProposalCheck;
import org.recourse.tuning.proposal.BundledTuning;
import org.recourse.tuning.proposal.CaseModels;
import org.recourse.tuning.proposal.HotSpotNetwork;
import org.recourse.tuning.proposal.PlanEdit;
import org.recourse.tuning.proposal.PlanEvaluation;
import org.recourse.tuning.proposal.Proposal;
import org.recourse.tuning.proposal.ProposalKind;
import org.recourse.tuning.proposal.ProposalSearch;
import org.recourse.tuning.proposal.Proposals;
import org.recourse.tuning.proposal.SearchSettings;

/**
 * Sculpting and re-optimisation of the bundled case, from its imported beam doses to the accepted
 * plan and back. One search serves the whole test: it takes seconds.
 */
class ReplanningTest {

  private static final Set<ProposalKind> FLUENCE =
      EnumSet.of(ProposalKind.DOSE_SCULPT, ProposalKind.REOPTIMISE);

  /** Doses are written with 32 bits: what a histogram of them may differ by. */
  private static final double WRITTEN_GY = 1e-3;

  /** Part of the dose taken away: the gradient of the network is exact for a small one. */
  private static final double SMALL_PART = 5e-4;

  /** A formula reads histograms with bins of 0.01 Gy, so half a Gy is what it can tell apart. */
  private static final double TELLING_PART = 0.02;

  private static final NullProgressMonitor MONITOR = new NullProgressMonitor();

  private static final String LYMAN = "org.recourse.risk.temporalLobe.lyman";

  private final OpenCase opened = BundledTuning.opened();
  private final PatientCase patientCase = opened.patientCase();

  private static SearchSettings settings(Set<ProposalKind> kinds, String modelId) {
    return new SearchSettings(
        CheckLimits.STANDARD, kinds, Optional.of(modelId), OptionalDouble.empty());
  }

  /** The published models, the one with a hot spot, and one that is blind to dose. */
  private static CaseModels models() {
    List<RiskModel> all = new ArrayList<>(PublishedRiskModels.all());
    all.add(new HotSpotNetwork("PTVnx", "synthetic", true));
    all.add(new BlindNetwork());
    CaseModels models = BundledTuning.models(new BlindNetwork());
    return new CaseModels(
        models.voxels(),
        ContributedRiskCatalogue.of(all, "test"),
        models.protocols(),
        models.parameters(),
        models.executor());
  }

  private PlannedBeams.Capture capture() {
    return PlannedBeams.ofAssessedPlan(patientCase, BundledTuning.snapshot(), opened.folder());
  }

  private Plan plan() {
    PlanSnapshot.PlanPosition at = BundledTuning.snapshot().assessed().orElseThrow();
    return patientCase.getCourses().get(at.course()).getPlans().get(at.plan());
  }

  /** A search with sculpting and re-optimisation. */
  private record Search(PlanEvaluation evaluation, Replanning replanning) {
    static Search of(CaseModels models) {
      var evaluation = new PlanEvaluation(models);
      return new Search(
          evaluation,
          new Replanning(evaluation, new BeamInfluences(ContributedDoseEngines.standard())));
    }

    PlanNumbers before() {
      return evaluation.numbers(BundledTuning.snapshot(), MONITOR);
    }

    Proposals run(
        PlannedBeams.Capture beams,
        String modelId,
        ProposalSearch.Listener listener,
        NullProgressMonitor monitor) {
      return new ProposalSearch(evaluation)
          .search(
              before(), settings(FLUENCE, modelId), replanning.sources(beams), listener, monitor);
    }
  }

  @Test
  void proposesWhatCanBeDeliveredAcceptedAndUndone() throws Exception {
    Search search = Search.of(models());
    List<Integer> soFar = new ArrayList<>();

    Proposals found =
        search.run(
            capture(),
            HotSpotNetwork.ID,
            proposals -> soFar.add(proposals.ranked().size()),
            MONITOR);

    assertEquals(FLUENCE, kinds(found));
    assertEquals(List.of(0, 1, 2, 3, 4), soFar); // cards come one by one
    for (Proposal proposal : found.ranked()) {
      isMadeOfSegments(proposal);
      SaidCoverage.isThatOfThePlans(proposal, found.before());
      assertTrue(texts(proposal).contains("engine.agreement"));
      assertTrue(texts(proposal).contains("engine.sameEngine"));
    }
    Proposal lowest =
        found.ranked().stream()
            .filter(proposal -> proposal.kind() == ProposalKind.REOPTIMISE)
            .min((a, b) -> Double.compare(delta(a), delta(b)))
            .orElseThrow();
    assertTrue(delta(lowest) < -0.02, "the risk falls by " + delta(lowest));
    acceptsAndUndoes(accepted(lowest));
    isCancelledWithWhatItHas(search);
    makesNothingForABlindModel(search);
    asksForTheSlopeThatDifferencesShow(search);
  }

  private static double delta(Proposal proposal) {
    return proposal.driver().orElseThrow().delta().orElseThrow();
  }

  private static Set<ProposalKind> kinds(Proposals found) {
    return found.ranked().stream().map(Proposal::kind).collect(Collectors.toSet());
  }

  private static List<String> texts(Proposal proposal) {
    return proposal.checks().stream().map(ProposalCheck::id).toList();
  }

  private static void isMadeOfSegments(Proposal proposal) {
    var edit = assertInstanceOf(PlanEdit.NewBeamDoses.class, proposal.edit());
    assertEquals(9, edit.beams().size());
    edit.beams().forEach(beam -> assertTrue(beam.segments() > 0 && beam.monitorUnits() > 0));
    // the numbers of the card are those of the sum of the beams
    var whole = proposal.after().planDose().orElseThrow().doseGy();
    float[] slice = new float[whole.geometry().sliceVoxelCount()];
    int middle = whole.geometry().sizeZ() / 2;
    whole.copySlice(middle, slice);
    double[] sum = new double[slice.length];
    float[] own = new float[slice.length];
    edit.beams()
        .forEach(
            beam -> {
              beam.doseGy().copySlice(middle, own);
              for (int i = 0; i < own.length; i++) {
                sum[i] += own[i];
              }
            });
    for (int i = 0; i < sum.length; i++) {
      assertEquals(sum[i], slice[i], 1e-4);
    }
  }

  /** The same with its failed checks taken away, to see what accepting does. */
  private static Proposal accepted(Proposal p) {
    return new Proposal(
        p.id(),
        p.kind(),
        p.title(),
        p.edit(),
        p.drivenBy(),
        p.risks(),
        p.tcpBefore(),
        p.tcpAfter(),
        p.coverageBefore(),
        p.coverage(),
        p.lostCoverageGy(),
        p.checks().stream().filter(ProposalCheck::passed).toList(),
        p.unconstrainedOrgans(),
        p.after());
  }

  private void acceptsAndUndoes(Proposal proposal) throws Exception {
    EditingDomain domain = CaseEditing.newDomain(patientCase);
    var acceptance = new ProposalAcceptance(opened, domain);
    String caseBefore = text(patientCase);
    Map<String, byte[]> filesBefore = files(opened.folder());
    PlanSnapshot before = BundledTuning.snapshot();

    var readiness =
        assertInstanceOf(
            ProposalAcceptance.Readiness.ToWrite.class,
            acceptance.prepare(proposal, proposal.revision()));
    RefilledPlan.Written written = readiness.writing().write(LocalDate.of(2026, 11, 21), MONITOR);
    assertEquals(before, BundledTuning.snapshot(), "writing does not change the case");
    assertInstanceOf(
        ProposalAcceptance.Readiness.Refused.class,
        acceptance.prepared(proposal, written, proposal.revision() + 1));
    var ready =
        assertInstanceOf(
            ProposalAcceptance.Readiness.Ready.class,
            acceptance.prepared(proposal, written, proposal.revision()));
    domain.getCommandStack().execute(ready.command());
    hasTheNumbersOf(proposal, written);
    assertTrue(plan().getBeams().getFirst().getControlPoints().size() > 2);

    domain.getCommandStack().undo();
    assertEquals(before, BundledTuning.snapshot());
    assertEquals(caseBefore, text(patientCase));
    domain.getCommandStack().redo();
    hasTheNumbersOf(proposal, written);
    domain.getCommandStack().undo();
    assertEquals(caseBefore, text(patientCase));
    for (Map.Entry<String, byte[]> file : files(opened.folder()).entrySet()) {
      byte[] was = filesBefore.remove(file.getKey());
      if (was == null) { // not there before: the new plan
        assertTrue(file.getKey().contains("RTPLAN-ReRT_60Gy_27fx-"), file.getKey());
      } else {
        assertArrayEquals(was, file.getValue(), file.getKey());
      }
    }
    assertEquals(Map.of(), filesBefore, "no file was lost");
  }

  private void hasTheNumbersOf(Proposal proposal, RefilledPlan.Written written) {
    PlanSnapshot now = BundledTuning.snapshot();
    assertTrue(
        now.assessedPlan().orElseThrow().doses().stream()
            .map(dose -> dose.uid())
            .toList()
            .containsAll(written.doseUids()));
    PlanNumbers numbers =
        new PlanEvaluation(BundledTuning.models(new HotSpotNetwork("PTVnx", "synthetic", true)))
            .numbers(now, MONITOR);
    for (String name : List.of("PTVnx", "rGTV", "Brainstem")) {
      assertEquals(
          proposal.after().structure(name).orElseThrow().physicalDvh().orElseThrow().meanGy(),
          numbers.structure(name).orElseThrow().physicalDvh().orElseThrow().meanGy(),
          WRITTEN_GY);
    }
  }

  private static String text(PatientCase patientCase) throws IOException {
    var bytes = new ByteArrayOutputStream();
    patientCase.eResource().save(bytes, Map.of());
    return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  /** The plan is prepared already, so this one is quick. */
  private void isCancelledWithWhatItHas(Search search) {
    var monitor = new NullProgressMonitor();
    Proposals found =
        search.run(
            capture(),
            HotSpotNetwork.ID,
            proposals -> monitor.setCanceled(!proposals.ranked().isEmpty()),
            monitor);

    assertEquals(1, found.ranked().size());
    assertTrue(found.findings().stream().anyMatch(f -> f.text().contains("was cancelled")));
  }

  private void makesNothingForABlindModel(Search search) {
    Proposals found = search.run(capture(), BlindNetwork.ID, ProposalSearch.Listener.NONE, MONITOR);

    assertEquals(List.of(), found.ranked());
    assertTrue(
        found.findings().stream()
            .anyMatch(
                finding ->
                    finding.affected().equals(BlindNetwork.ID)
                        && finding.text().contains("does not follow the dose")));
  }

  /** What the optimiser is told against a small change of dose that the model is asked about. */
  private void asksForTheSlopeThatDifferencesShow(Search search) {
    PlanNumbers before = search.before();
    var ready =
        assertInstanceOf(
            Replanning.Preparation.Ready.class,
            search.replanning().prepare(capture(), before, MONITOR));
    PreparedPlan plan = ready.plan();
    var source = new SculptSource(search.replanning(), capture());
    for (String modelId : List.of(HotSpotNetwork.ID, LYMAN)) {
      boolean network = modelId.equals(HotSpotNetwork.ID);
      RiskPulls.Asked asked = gridGy -> source.ask(plan, before, modelId, gridGy, MONITOR);
      PlanNumbers base = asked.apply(plan.baseGy());
      var pulls = new RiskPulls(search.replanning().attributions(), plan, modelId, network, asked);
      var known =
          assertInstanceOf(RiskPulls.Answer.Known.class, pulls.at(base, plan.baseGy(), MONITOR));
      double[] less = plan.baseGy().clone();
      for (int voxel : known.pull().voxels()) {
        less[voxel] *= 1 - (network ? SMALL_PART : TELLING_PART); // every voxel that drives it
      }
      double fall =
          RiskPulls.number(base, modelId).orElseThrow()
              - RiskPulls.number(asked.apply(less), modelId).orElseThrow();
      double told =
          known.pull().riskPerGy()
              * (known.pull().drivingGy(plan.baseGy()) - known.pull().drivingGy(less));
      assertEquals(1, told / fall, network ? 0.02 : 0.15, modelId);
    }
  }

  @Test
  void saysWhyBeamsThatTurnAreNotOptimised() {
    Beam first = plan().getBeams().getFirst();
    first.setTechnique(BeamTechnique.ARC);
    try {
      Search search = Search.of(models());

      Proposals found =
          search.run(capture(), HotSpotNetwork.ID, ProposalSearch.Listener.NONE, MONITOR);

      assertEquals(List.of(), found.ranked());
      assertTrue(
          found.findings().stream()
              .map(Finding::text)
              .anyMatch(text -> text.contains("turns while it delivers")));
    } finally {
      first.setTechnique(BeamTechnique.STATIC);
    }
  }

  @Test
  void aRefusedProposalIsNotWritten() {
    EditingDomain domain = CaseEditing.newDomain(patientCase);
    Proposals found =
        new ProposalSearch(BundledTuning.models(new HotSpotNetwork("PTVnx", "synthetic", false)))
            .search(
                BundledTuning.snapshot(),
                settings(EnumSet.of(ProposalKind.BEAM_WEIGHTS), HotSpotNetwork.ID),
                MONITOR);

    for (Proposal proposal : found.ranked()) {
      assertFalse(proposal.acceptable());
      assertInstanceOf(
          ProposalAcceptance.Readiness.Refused.class,
          new ProposalAcceptance(opened, domain).prepare(proposal, proposal.revision()));
    }
  }
}
