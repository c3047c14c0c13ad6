/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.phantom.cohort.SyntheticCohort;
import org.recourse.phantom.cohort.SyntheticPatient;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.risk.RiskModel;
import org.recourse.risk.RiskParameterValues;
import org.recourse.risk.RiskResult;
import org.recourse.risk.published.PublishedRiskModels;
import org.recourse.tuning.check.CheckLimits;
import org.recourse.tuning.check.ProposalCheck;
import org.recourse.tuning.proposal.CaseModels;
import org.recourse.tuning.proposal.PlanEdit;
import org.recourse.tuning.proposal.Proposal;
import org.recourse.tuning.proposal.ProposalKind;
import org.recourse.tuning.proposal.ProposalSearch;
import org.recourse.tuning.proposal.Proposals;
import org.recourse.tuning.proposal.RiskChange;
import org.recourse.tuning.proposal.SearchSettings;

/**
 * Searches proposals for synthetic patients with the same code as the workbench and asks the truth
 * afterwards. The networks that drive the proposals learned from other patients.
 *
 * @param ensemble the networks
 * @param known which patients they know
 * @param features installed features
 * @param executor threads
 */
record TruthCampaign(
    NetworkEnsemble ensemble,
    KnownPatients known,
    FeatureCatalogue features,
    SliceExecutor executor) {

  private static final SearchSettings SETTINGS =
      new SearchSettings(
          CheckLimits.STANDARD,
          EnumSet.of(ProposalKind.BEAM_WEIGHTS),
          Optional.of(NetworkRisk.ID),
          OptionalDouble.empty());

  /** Tries every patient of the groups that the log does not hold, and returns all of them. */
  List<TruthRecord> run(List<TruthGroup> groups, TruthLog log, IProgressMonitor monitor)
      throws IOException {
    List<TruthRecord> records = new ArrayList<>(log.open());
    Set<String> done = new HashSet<>();
    records.forEach(record -> done.add(record.group() + " " + record.number()));
    int patients = groups.stream().mapToInt(TruthGroup::patients).sum();
    SubMonitor progress = SubMonitor.convert(monitor, "Campaign", patients);
    for (TruthGroup group : groups) {
      var cohort = new SyntheticCohort(group.seed(), group.settings());
      for (int number = 0; number < group.patients(); number++) {
        SubMonitor own = progress.split(1);
        if (!done.contains(group.name() + " " + number)) {
          own.subTask(group.name() + ", patient " + (number + 1) + " of " + group.patients());
          TruthRecord record = one(cohort.patient(number), group.name(), number, own);
          log.add(record);
          records.add(record);
        }
      }
    }
    return records;
  }

  private TruthRecord one(
      SyntheticPatient patient, String group, int number, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 10);
    var cohortCase = new CohortCase(patient, executor);
    PatientInputs inputs =
        PatientInputs.of(patient, cohortCase.planning(), features, progress.split(2));
    List<RiskModel> all = new ArrayList<>(PublishedRiskModels.all());
    all.add(new NetworkRisk(ensemble, known, inputs));
    var models =
        new CaseModels(
            cohortCase.voxels(),
            ContributedRiskCatalogue.of(all, "campaign"),
            ProtocolCatalogue.NONE,
            RiskParameterValues.DEFAULTS,
            executor);
    Proposals found =
        new ProposalSearch(models).search(cohortCase.snapshot(), SETTINGS, progress.split(8));
    RiskResult.Assessed before = answer(found.before());
    return new TruthRecord(
        group,
        number,
        before.inDomain(),
        Violations.ofTargets(found.before(), CheckLimits.STANDARD).isEmpty(),
        patient.event(),
        RiskChange.number(before).orElseThrow(),
        trueRisk(patient, found.before()),
        found.acceptable().stream()
            .findFirst()
            .map(proposal -> accepted(patient, cohortCase, found, proposal)),
        failed(found),
        before.findings().stream().map(Finding::text).toList());
  }

  private static RiskResult.Assessed answer(PlanNumbers numbers) {
    RiskResult result =
        numbers.risks().stream()
            .filter(risk -> risk.model().id().equals(NetworkRisk.ID))
            .findFirst()
            .orElseThrow()
            .result();
    if (result instanceof RiskResult.Assessed assessed) {
      return assessed;
    }
    throw new IllegalStateException("The networks gave no answer: " + result);
  }

  private static List<String> failed(Proposals found) {
    return found.ranked().stream()
        .flatMap(proposal -> proposal.failedChecks().stream())
        .map(ProposalCheck::id)
        .distinct()
        .toList();
  }

  private static double trueRisk(SyntheticPatient patient, PlanNumbers numbers) {
    return patient.trueRisk().evaluate(numbers.planDose().orElseThrow().doseGy());
  }

  private static TruthRecord.Accepted accepted(
      SyntheticPatient patient, CohortCase cohortCase, Proposals found, Proposal proposal) {
    double before = d98(found.before());
    double after = d98(proposal.after());
    double[] weights = new double[cohortCase.beams().size()];
    Arrays.fill(weights, Math.min(1, after / before));
    DoseGrid scaled = SyntheticPatient.weightedDose(cohortCase.beams(), weights);
    return new TruthRecord.Accepted(
        proposal.driver().orElseThrow().delta().orElseThrow(),
        trueRisk(patient, proposal.after()),
        patient.trueRisk().evaluate(scaled),
        before - after,
        proposal.deltaTcp().orElse(0),
        Violations.of(found.before(), proposal.after(), CheckLimits.STANDARD),
        ((PlanEdit.BeamWeights) proposal.edit()).weightByBeam().values().stream().toList());
  }

  private static double d98(PlanNumbers numbers) {
    return numbers
        .structure(CohortCase.GROSS)
        .orElseThrow()
        .physicalDvh()
        .orElseThrow()
        .doseAtVolumePercentGy(98);
  }
}
