/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.phantom.cohort.CohortSettings;
import org.recourse.phantom.cohort.SyntheticCohort;
import org.recourse.phantom.cohort.SyntheticPatient;
import org.recourse.phantom.cohort.TumourSite;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.risk.RiskModel;
import org.recourse.risk.RiskParameterValues;
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
 * afterwards. The model that drives the proposals was fitted to other patients.
 */
public final class TruthCampaign {

  private static final SearchSettings SETTINGS =
      new SearchSettings(
          CheckLimits.STANDARD,
          EnumSet.of(ProposalKind.BEAM_WEIGHTS),
          Optional.of(CohortModel.ID),
          OptionalDouble.empty());

  private static final long TRAINING_SEED = 41;
  private static final long TEST_SEED = 42;
  private static final long FOREIGN_SEED = 43;
  private static final int TRAINING_PATIENTS = 300;
  private static final int TEST_PATIENTS = 215;
  private static final int FOREIGN_PATIENTS = 20;

  private final SliceExecutor executor;

  public TruthCampaign(SliceExecutor executor) {
    this.executor = executor;
  }

  /** Fits to 300 patients and tries 215 others, and 20 of each of three foreign cohorts. */
  public TruthResult standard(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Campaign", 100);
    CohortSettings settings = CohortSettings.STANDARD;
    CohortFit fit =
        fit(new SyntheticCohort(TRAINING_SEED, settings), TRAINING_PATIENTS, progress.split(30));
    List<TruthRecord> records = new ArrayList<>();
    run(
        new SyntheticCohort(TEST_SEED, settings),
        fit,
        TruthResult.STANDARD,
        0,
        TEST_PATIENTS,
        records::add,
        progress.split(55));
    Map<String, CohortSettings> foreign =
        Map.of(
            "scanner", settings.withOtherScanner(),
            "site", settings.withSite(TumourSite.OROPHARYNX),
            "twiceDaily", settings.withTwiceDaily());
    foreign.forEach(
        (group, others) ->
            run(
                new SyntheticCohort(FOREIGN_SEED, others),
                fit,
                group,
                0,
                FOREIGN_PATIENTS,
                records::add,
                progress.split(5)));
    return TruthResult.of(records);
  }

  /** Fits the model to the first patients of a cohort. */
  CohortFit fit(SyntheticCohort cohort, int patients, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Fitting the model", patients);
    List<CohortFit.Patient> rows = new ArrayList<>();
    for (int number = 0; number < patients; number++) {
      progress.split(1);
      SyntheticPatient patient = cohort.patient(number);
      var cohortCase = new CohortCase(patient, executor);
      CumulativeTarget target = target(patient, cohortCase);
      DoseGrid planned = patient.dose(new NullProgressMonitor());
      double[] exponents = CohortFit.exponents();
      double[][] logMeans = new double[exponents.length][];
      for (int e = 0; e < exponents.length; e++) {
        int fractions = patient.schedule().fractionCount();
        logMeans[e] =
            new double[] {
              target.logMean(CumulativeTarget.Half.POSTERIOR, planned, fractions, exponents[e]),
              target.logMean(CumulativeTarget.Half.ANTERIOR, planned, fractions, exponents[e])
            };
      }
      rows.add(
          new CohortFit.Patient(
              ImageTraits.of(patient, cohortCase, executor),
              logMeans,
              plan(patient),
              patient.event()));
    }
    return CohortFit.of(rows);
  }

  private static double[] plan(SyntheticPatient patient) {
    int fractions = patient.schedule().fractionCount();
    return new double[] {fractions, patient.facts().prescribedGy() / fractions};
  }

  private CumulativeTarget target(SyntheticPatient patient, CohortCase cohortCase) {
    TargetPoints points =
        TargetPoints.of(cohortCase.planning(), cohortCase.beams().getFirst().geometry(), executor);
    return new CumulativeTarget(
        points, cohortCase.firstCourse(), patient.facts().firstFractionCount());
  }

  /** Searches proposals for patients from one number up to another, not included. */
  void run(
      SyntheticCohort cohort,
      CohortFit fit,
      String group,
      int from,
      int to,
      Consumer<TruthRecord> whenDone,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Patients of " + group, to - from);
    for (int number = from; number < to; number++) {
      whenDone.accept(one(cohort.patient(number), fit, group, progress.split(1)));
    }
  }

  private TruthRecord one(
      SyntheticPatient patient, CohortFit fit, String group, IProgressMonitor monitor) {
    var cohortCase = new CohortCase(patient, executor);
    var model =
        new CohortModel(
            fit, ImageTraits.of(patient, cohortCase, executor), target(patient, cohortCase));
    List<RiskModel> all = new ArrayList<>(PublishedRiskModels.all());
    all.add(model);
    var models =
        new CaseModels(
            cohortCase.voxels(),
            ContributedRiskCatalogue.of(all, "campaign"),
            ProtocolCatalogue.NONE,
            RiskParameterValues.DEFAULTS,
            executor);
    Proposals found = new ProposalSearch(models).search(cohortCase.snapshot(), SETTINGS, monitor);
    Optional<Proposal> best = found.acceptable().stream().findFirst();
    double truth = trueRisk(patient, found.before());
    return new TruthRecord(
        patient.id(),
        group,
        inDomain(found),
        modelRisk(found),
        truth,
        best.map(proposal -> accepted(patient, cohortCase, found, proposal)),
        failed(found));
  }

  private static boolean inDomain(Proposals found) {
    return found.before().risks().stream()
        .filter(risk -> risk.model().id().equals(CohortModel.ID))
        .anyMatch(
            risk ->
                risk.result() instanceof org.recourse.risk.RiskResult.Assessed assessed
                    && assessed.inDomain());
  }

  private static double modelRisk(Proposals found) {
    return found.before().risks().stream()
        .filter(risk -> risk.model().id().equals(CohortModel.ID))
        .mapToDouble(risk -> RiskChange.number(risk.result()).orElse(0))
        .findFirst()
        .orElse(0);
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
    double scale = Math.min(1, after / before);
    double[] weights = new double[cohortCase.beams().size()];
    java.util.Arrays.fill(weights, scale);
    DoseGrid scaled = SyntheticPatient.weightedDose(cohortCase.beams(), weights);
    RiskChange driver = proposal.driver().orElseThrow();
    return new TruthRecord.Accepted(
        driver.delta().orElseThrow(),
        trueRisk(patient, proposal.after()),
        patient.trueRisk().evaluate(scaled),
        before - after,
        proposal.deltaTcp().orElse(0),
        violations(found, proposal),
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

  /** Looks at the numbers of the accepted plan again, without the code of the checks. */
  private static List<String> violations(Proposals found, Proposal proposal) {
    return Violations.of(found.before(), proposal.after(), CheckLimits.STANDARD);
  }
}
