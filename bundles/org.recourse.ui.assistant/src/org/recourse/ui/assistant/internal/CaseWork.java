/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.planning.PlannedBeams;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.planning.engine.DoseEngineCatalogue;
import org.recourse.planning.plan.BeamInfluences;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskCatalogue;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskParameterValues;
import org.recourse.tuning.check.CheckLimits;
import org.recourse.tuning.explanation.Explainer;
import org.recourse.tuning.explanation.Explanation;
import org.recourse.tuning.proposal.Candidate;
import org.recourse.tuning.proposal.CaseModels;
import org.recourse.tuning.proposal.PlanEdit;
import org.recourse.tuning.proposal.PlanEvaluation;
import org.recourse.tuning.proposal.Proposal;
import org.recourse.tuning.proposal.ProposalKind;
import org.recourse.tuning.proposal.ProposalSearch;
import org.recourse.tuning.proposal.Proposals;
import org.recourse.tuning.proposal.SearchSettings;
import org.recourse.tuning.proposal.TradeOffSource;
import org.recourse.tuning.replan.Replanning;
import org.recourse.tuning.tradeoff.TradeOffNavigator;
import org.recourse.tuning.tradeoff.TradeOffPlans;
import org.recourse.ui.session.CaseSession;

/** Search and explanation for one open case, with what they keep of it. Thread-safe. */
final class CaseWork {

  private final ProposalSearch search;
  private final Optional<Replanning> replanning;
  private final Explainer explainer;
  private final TradeOffPlans tradeOffs;

  /** What explains a risk, with the title of its model. */
  record Explained(String title, Explanation explanation) {
    Explained {
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(explanation, "explanation");
    }
  }

  private CaseWork(CaseModels models, Optional<DoseEngineCatalogue> engines) {
    var evaluation = new PlanEvaluation(models);
    search = new ProposalSearch(evaluation);
    replanning = engines.map(each -> new Replanning(evaluation, new BeamInfluences(each)));
    explainer = new Explainer(models);
    tradeOffs = new TradeOffPlans(new TradeOffSource(models));
  }

  /** Makes the work of a session; empty where the installation has no models or protocols. */
  static Optional<CaseWork> of(CaseSession session) {
    Optional<RiskCatalogue> risks = Services.find(RiskCatalogue.class);
    Optional<ProtocolCatalogue> protocols = Services.find(ProtocolCatalogue.class);
    return risks.map(
        catalogue ->
            new CaseWork(
                new CaseModels(
                    session.openCase().voxels(),
                    catalogue,
                    protocols.orElse(ProtocolCatalogue.NONE),
                    RiskParameterValues.DEFAULTS,
                    session.executor()),
                Services.find(DoseEngineCatalogue.class)));
  }

  /**
   * Searches, and makes the plans between which sliders move. Stopped while fluence is optimised it
   * answers with what was found until then.
   *
   * @param soFar hears of proposals before the search is over, on this thread
   */
  Found search(Wanted wanted, Consumer<Proposals> soFar, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Proposals", 10);
    Proposals proposals =
        search.search(
            wanted.numbers(),
            SearchSettings.STANDARD,
            replanning.map(each -> each.sources(wanted.beams())).orElse(List.of()),
            soFar::accept,
            progress.slice(9));
    Optional<String> driver =
        proposals.ranked().stream().flatMap(each -> each.drivenBy().stream()).findFirst();
    return new Found(
        proposals,
        driver.flatMap(
            model -> // takes little, so a search that was stopped still gets its sliders
            tradeOffs.of(proposals, model, CheckLimits.STANDARD, new NullProgressMonitor())),
        driver);
  }

  /** Computes and checks the plan with these weights of beams, as a proposal of the user. */
  Proposal judge(Asked asked, IProgressMonitor monitor) {
    return search.judge(
        asked.numbers(),
        new Candidate(
            ProposalKind.BEAM_WEIGHTS,
            "Trade-off of the sliders",
            new PlanEdit.BeamWeights(new TreeMap<>(asked.weightByBeam())),
            asked.driver()),
        SearchSettings.STANDARD,
        monitor);
  }

  /**
   * What a search needs of the case, captured on the thread of the model.
   *
   * @param numbers of the plan as it is
   * @param beams of the plan, whose fluence may be optimised
   */
  record Wanted(PlanNumbers numbers, PlannedBeams.Capture beams) {
    static Wanted of(PlanNumbers numbers, CaseSession session) {
      return new Wanted(
          numbers,
          PlannedBeams.ofAssessedPlan(
              session.patientCase(), numbers.snapshot(), session.openCase().folder()));
    }
  }

  /** What a search found; a navigator where there are plans to move between. */
  record Found(
      Proposals proposals, Optional<TradeOffNavigator> navigator, Optional<String> driver) {}

  /** Weights that are to be judged. */
  record Asked(PlanNumbers numbers, Map<Integer, Double> weightByBeam, Optional<String> driver) {}

  /**
   * Explains the first model that looks at voxels and follows the plan; if none explains itself,
   * says what the last one said.
   */
  Explained explain(PlanNumbers numbers, IProgressMonitor monitor) {
    List<RiskAssessment> asked =
        numbers.risks().stream()
            .filter(
                risk -> risk.description().map(RiskModelDescription::planDependent).orElse(false))
            .toList();
    SubMonitor progress = SubMonitor.convert(monitor, "What drives the risk", asked.size());
    var answer =
        new Explained(
            "",
            new Explanation.NotAvailable(
                "", numbers.revision(), "No installed model follows the plan."));
    for (RiskAssessment risk : asked) {
      Explanation explanation = explainer.explain(risk.model().id(), numbers, progress.split(1));
      answer = new Explained(risk.model().title(), explanation);
      if (explanation instanceof Explanation.Explained) {
        return answer;
      }
    }
    return answer;
  }
}
