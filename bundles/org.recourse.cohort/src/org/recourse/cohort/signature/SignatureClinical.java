/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.cohort.evaluation.ClinicalVariable;
import org.recourse.cohort.evaluation.FigureText;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.grid.finding.Finding;
import org.recourse.learning.classifier.LogisticClassifier;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.Pipeline;
import org.recourse.learning.pipeline.Standardisation;
import org.recourse.learning.pipeline.TrainingSet;
import org.recourse.learning.pipeline.VariationFilter;
import org.recourse.learning.sample.ScoredOutcomes;
import org.recourse.learning.validation.CrossValidation;
import org.recourse.learning.validation.StratifiedFolds;

/**
 * The clinical model, single clinical variables, and the signature with the dose of re-irradiation
 * added, compared with the signature patient by patient. Logistic regressions are fitted on
 * training patients; what is reported of training patients is out of fold.
 */
record SignatureClinical(
    SignatureTraining training,
    List<SystemResult.ModelScores> signature,
    Map<String, PreparedCohort.Sample> samples,
    List<Finding> findings) {

  private static final String CLINICAL = "clinical";
  private static final String WITH_DOSE = "signature+dose";
  private static final double LEVEL = 0.95;

  SignatureClinical {
    signature = List.copyOf(signature);
  }

  private List<ClinicalVariable> known() {
    return ClinicalVariable.known(
        training.outcomes().clinical(),
        samples.values().stream().flatMap(sample -> sample.patients().stream()).toList());
  }

  /** Adds the scores of the other models. */
  void addTo(List<SystemResult.ModelScores> scores) {
    List<ClinicalVariable> known = known();
    for (ClinicalVariable wanted : training.outcomes().clinical()) {
      if (!known.contains(wanted)) {
        findings.add(
            Finding.warning(
                "The clinical value "
                    + wanted.name()
                    + " is not known of every patient; it is left out of the clinical model.",
                SignatureTraining.SYSTEM));
      }
    }
    if (known.isEmpty()) {
      return;
    }
    add(scores, CLINICAL, known, false);
    for (ClinicalVariable variable : known) {
      add(scores, variable.name(), List.of(variable), false);
    }
    if (known.contains(training.outcomes().reirradiation())) {
      add(scores, WITH_DOSE, List.of(training.outcomes().reirradiation()), true);
    }
  }

  private void add(
      List<SystemResult.ModelScores> scores,
      String model,
      List<ClinicalVariable> variables,
      boolean withSignature) {
    try {
      Pipeline pipeline =
          Pipeline.of(
              LogisticClassifier.unpenalised(), new VariationFilter(), new Standardisation());
      TrainingSet own = set(SignatureTraining.TRAINING, variables, withSignature);
      Pipeline.Fitted fitted = pipeline.fit(own, training.settings().seed());
      for (Map.Entry<String, PreparedCohort.Sample> entry : samples.entrySet()) {
        String sample = entry.getKey();
        ScoredOutcomes judged =
            sample.equals(SignatureTraining.TRAINING)
                ? CrossValidation.outOfFold(
                    own,
                    pipeline,
                    StratifiedFolds.of(
                        own.events(), training.settings().foldCount(), training.settings().seed()),
                    training.settings().seed(),
                    new NullProgressMonitor())
                : scored(fitted, set(sample, variables, withSignature));
        scores.add(new SystemResult.ModelScores(model, sample, entry.getValue().ids(), judged));
      }
    } catch (NotFittedException e) {
      findings.add(
          Finding.warning(
              "The model " + model + " could not be fitted: " + e.getMessage(),
              SignatureTraining.SYSTEM));
    }
  }

  private TrainingSet set(String sample, List<ClinicalVariable> variables, boolean withSignature) {
    PreparedCohort.Sample patients = samples.get(sample);
    double[][] rows = ClinicalVariable.rows(variables, patients.patients());
    List<String> names = new ArrayList<>(variables.stream().map(ClinicalVariable::name).toList());
    if (withSignature) {
      names.add(SignatureTraining.SYSTEM);
      ScoredOutcomes score = signature(sample);
      for (int i = 0; i < rows.length; i++) {
        rows[i] = java.util.Arrays.copyOf(rows[i], rows[i].length + 1);
        rows[i][rows[i].length - 1] = score.score(i);
      }
    }
    return new TrainingSet(names, rows, patients.set().events());
  }

  private ScoredOutcomes signature(String sample) {
    return signature.stream()
        .filter(own -> own.sample().equals(sample))
        .findFirst()
        .map(SystemResult.ModelScores::scores)
        .orElseThrow();
  }

  private static ScoredOutcomes scored(Pipeline.Fitted model, TrainingSet set) {
    double[] score = new double[set.size()];
    for (int i = 0; i < score.length; i++) {
      score[i] = model.score(set.row(i));
    }
    return new ScoredOutcomes(score, set.events());
  }

  /** AUC of every model with the paired comparison, and the AUC of the signature in subgroups. */
  List<ReportTable> tables(List<SystemResult.ModelScores> scores) {
    List<List<String>> rows = new ArrayList<>();
    for (SystemResult.ModelScores own : scores) {
      if (!own.model().equals(SignatureTraining.SYSTEM) && own.scores().hasBothOutcomes()) {
        rows.add(
            List.of(
                own.model(),
                own.sample(),
                FigureText.of(DeLong.areaUnderCurve(own.scores(), LEVEL)),
                comparison(signature(own.sample()), own.scores())));
      }
    }
    return List.of(
        new ReportTable(
            "Signature against clinical variables",
            List.of("model", "patients", "AUC", "signature minus model, paired DeLong"),
            rows,
            "Logistic regressions fitted on training patients; training patients out of fold."),
        subgroups());
  }

  private static String comparison(ScoredOutcomes first, ScoredOutcomes second) {
    return paired(first, second)
        .map(d -> FigureText.of(d.difference()) + ", p " + FigureText.pValue(d.pValue()))
        .orElse("–");
  }

  private static Optional<DeLong.PairedDifference> paired(
      ScoredOutcomes first, ScoredOutcomes second) {
    try {
      return Optional.of(DeLong.compare(first, second));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // too few patients, or both rank alike
    }
  }

  private ReportTable subgroups() {
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<String, PreparedCohort.Sample> entry : samples.entrySet()) {
      String sample = entry.getKey();
      PreparedCohort.Sample patients = entry.getValue();
      patients.centres().stream()
          .distinct()
          .sorted()
          .forEach(
              centre ->
                  addSubgroup(
                      rows,
                      sample,
                      "centre " + centre,
                      i -> patients.centres().get(i).equals(centre)));
      for (ClinicalVariable variable : known()) {
        double[] value = new double[patients.patients().size()];
        for (int i = 0; i < value.length; i++) {
          value[i] = variable.of(patients.patients().get(i)).orElseThrow();
        }
        double median = new org.hipparchus.stat.descriptive.rank.Median().evaluate(value);
        boolean two = java.util.Arrays.stream(value).distinct().count() == 2;
        double cut = two ? java.util.Arrays.stream(value).min().orElse(0) : median;
        addSubgroup(
            rows, sample, variable.title() + " <= " + FigureText.of(cut), i -> value[i] <= cut);
        addSubgroup(
            rows, sample, variable.title() + " > " + FigureText.of(cut), i -> value[i] > cut);
      }
    }
    return new ReportTable(
        "Signature in subgroups",
        List.of("patients", "subgroup", "number / events", "AUC"),
        rows,
        "Continuous variables are cut at the median of the sample. A dash: one outcome is"
            + " missing.");
  }

  private void addSubgroup(
      List<List<String>> rows, String sample, String name, java.util.function.IntPredicate member) {
    ScoredOutcomes all = signature(sample);
    int[] index = java.util.stream.IntStream.range(0, all.size()).filter(member).toArray();
    ScoredOutcomes own = all.drawn(index);
    rows.add(
        List.of(
            sample,
            name,
            own.size() + " / " + own.eventCount(),
            own.hasBothOutcomes() ? FigureText.of(DeLong.areaUnderCurve(own, LEVEL)) : "–"));
  }
}
