/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.evaluation.CellMetric;
import org.recourse.cohort.evaluation.Discrimination;
import org.recourse.cohort.evaluation.FigureText;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.cohort.evaluation.StudyFacts;
import org.recourse.cohort.evaluation.TableCell;
import org.recourse.cohort.learned.KeptScores;
import org.recourse.cohort.learned.LearnedModel;
import org.recourse.cohort.learned.LearnedModelPackage;
import org.recourse.cohort.learned.LearnedScore;
import org.recourse.cohort.learned.SharedSteps;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.cohort.learned.TrainingFacts;
import org.recourse.grid.finding.Finding;
import org.recourse.learning.performance.Recalibration;
import org.recourse.learning.performance.RocCurve;
import org.recourse.learning.pipeline.Learner;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.Standardisation;
import org.recourse.learning.sample.ScoredOutcomes;
import org.recourse.learning.validation.LeakageAudit;

/** The five models of one sequence and one feature set. */
record RecurrenceModels(
    RecurrenceSettings settings,
    String sequence,
    FeatureSet set,
    List<String> columns,
    int clinicalColumns,
    StudyFacts study,
    SelectionMemory memory,
    KeptScores kept) {

  private static final String CODE = RecurrenceTraining.class.getName();
  private static final double AUDIT_LEVEL = 0.99;

  void addTo(RecurrenceParts parts, PreparedCohort cohort, IProgressMonitor monitor)
      throws NotFittedException {
    SubMonitor progress = SubMonitor.convert(monitor, sequence + ", " + set.title(), 100);
    PreparedCohort.Sample training =
        cohort.split(RecurrenceTraining.TRAINING).sample(columns, settings.endpoint());
    var steps =
        new SharedSteps(
            List.of(new BlockLasso(settings.lassoFolds(), memory), new Standardisation()),
            clinicalColumns);
    List<Learner> learners =
        Arrays.stream(RecurrenceClassifier.values())
            .map(one -> one.learner(settings.treeCount()))
            .toList();
    KeptScores reached =
        kept.of(training, RecurrenceTraining.SYSTEM + " " + settings + " " + clinicalColumns);
    List<ScoredOutcomes> outOfFold =
        outOfFold(
            steps, training, learners, settings.seed(), reached, "out of fold", progress.split(30));
    List<SystemResult.Audit> audits =
        audits(steps, training, learners, reached, progress.split(60));
    parts.audits().addAll(audits);
    SharedSteps.Fitted fitted = steps.fit(training, settings.seed());
    parts.tables().add(chosen(fitted));
    if (set == FeatureSet.MODEL_I) {
      parts
          .tables()
          .addAll(
              new CentreDifference(sequence, steps, settings.mostComponents()).tables(training));
    }
    for (RecurrenceClassifier classifier : RecurrenceClassifier.values()) {
      int l = classifier.ordinal();
      Optional<Recalibration> recalibration = recalibration(outOfFold.get(l));
      TrainingFacts facts =
          facts(
              training,
              cohort.synthetic(),
              steps.description(learners.get(l)),
              outOfFold.get(l),
              audits.isEmpty() ? Optional.empty() : Optional.of(audits.get(l)));
      var model =
          new LearnedModel(
              id(classifier),
              sequence + " " + title(classifier) + ", recurrence",
              RecurrenceTraining.SYSTEM,
              fitted.with(learners.get(l), settings.seed()),
              threshold(outOfFold.get(l), recalibration),
              recalibration,
              facts);
      parts.models().add(new LearnedModelPackage(model, training.set(), study));
      addSamples(parts, classifier, cohort, training, outOfFold.get(l), model);
    }
    progress.done();
  }

  private static double[] row(ScoredOutcomes scores) {
    double[] row = new double[scores.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = scores.score(i);
    }
    return row;
  }

  /** Out-of-fold scores of the five learners, kept or computed. */
  private List<ScoredOutcomes> outOfFold(
      SharedSteps steps,
      PreparedCohort.Sample patients,
      List<Learner> learners,
      long seed,
      KeptScores reached,
      String name,
      IProgressMonitor monitor)
      throws NotFittedException {
    double[][] rows =
        reached.rows(
            sequence + " " + set.title() + " " + name,
            () ->
                steps.outOfFold(patients, learners, settings.foldCount(), seed, monitor).stream()
                    .map(RecurrenceModels::row)
                    .toArray(double[][]::new));
    return Arrays.stream(rows)
        .map(row -> new ScoredOutcomes(row, patients.set().events()))
        .toList();
  }

  private void addSamples(
      RecurrenceParts parts,
      RecurrenceClassifier classifier,
      PreparedCohort cohort,
      PreparedCohort.Sample training,
      ScoredOutcomes outOfFold,
      LearnedModel model) {
    String trained = RecurrenceTraining.TRAINING;
    addFigures(parts, classifier, trained, training, outOfFold, model.threshold());
    for (String split : cohort.patients().splits()) {
      if (!split.equals(trained)) {
        PreparedCohort.Sample sample = cohort.split(split).sample(columns, settings.endpoint());
        addSplit(parts, classifier, split, sample, model.score(), model.threshold());
      }
    }
  }

  private void addSplit(
      RecurrenceParts parts,
      RecurrenceClassifier classifier,
      String split,
      PreparedCohort.Sample sample,
      LearnedScore score,
      double threshold) {
    try {
      addFigures(
          parts, classifier, split, sample, score.adaptedTo(sample).scores(sample), threshold);
    } catch (NotFittedException e) {
      parts
          .findings()
          .add(
              Finding.error(
                  "The patients of " + split + " were not scored: " + e.getMessage(),
                  name(classifier)));
    }
  }

  private void addFigures(
      RecurrenceParts parts,
      RecurrenceClassifier classifier,
      String split,
      PreparedCohort.Sample sample,
      ScoredOutcomes scores,
      double threshold) {
    parts.scores().add(new SystemResult.ModelScores(name(classifier), split, sample.ids(), scores));
    Discrimination d = Discrimination.of(scores, threshold);
    parts
        .rows()
        .add(
            List.of(
                sequence,
                title(classifier),
                split,
                FigureText.of(d.auc()),
                FigureText.of(d.accuracy()),
                FigureText.of(d.sensitivity()),
                FigureText.of(d.specificity())));
    var published = new RecurrencePublished();
    boolean training = split.equals(RecurrenceTraining.TRAINING);
    for (CellMetric metric : CellMetric.values()) {
      parts
          .cells()
          .add(
              new TableCell(
                  RecurrencePublished.table(sequence),
                  title(classifier),
                  split,
                  metric,
                  published.figure(sequence, title(classifier), training, metric),
                  d.of(metric),
                  CODE,
                  settings.seed()));
    }
  }

  /** As in the tables of the paper. */
  private String title(RecurrenceClassifier classifier) {
    return set.title() + "-" + classifier.title();
  }

  private String name(RecurrenceClassifier classifier) {
    return sequence + "/" + title(classifier);
  }

  private String id(RecurrenceClassifier classifier) {
    return ("recurrence."
            + sequence
            + "."
            + set.title().replace(" ", "-")
            + "."
            + classifier.title())
        .toLowerCase(Locale.ROOT);
  }

  private static Optional<Recalibration> recalibration(ScoredOutcomes outOfFold) {
    try {
      return Optional.of(Recalibration.of(outOfFold));
    } catch (NotFittedException e) {
      return Optional.empty(); // the score does not rank the patients: it stays a score
    }
  }

  /** Score at which the recalibrated probability is one half; Youden without a probability. */
  private static double threshold(ScoredOutcomes outOfFold, Optional<Recalibration> recalibration) {
    return recalibration
        .map(own -> -own.intercept() / own.slope())
        .orElseGet(() -> RocCurve.of(outOfFold).youdenPoint().threshold());
  }

  /** Permutations share their folds and selections among the five classifiers. */
  private List<SystemResult.Audit> audits(
      SharedSteps steps,
      PreparedCohort.Sample training,
      List<Learner> learners,
      KeptScores reached,
      IProgressMonitor monitor)
      throws NotFittedException {
    if (settings.permutationCount() < 3) {
      return List.of();
    }
    Map<Long, List<ScoredOutcomes>> ofPermutation = new HashMap<>();
    List<SystemResult.Audit> audits = new ArrayList<>();
    SubMonitor progress = SubMonitor.convert(monitor, "Leakage audit", learners.size());
    for (RecurrenceClassifier classifier : RecurrenceClassifier.values()) {
      LeakageAudit audit =
          LeakageAudit.run(
              training.set(),
              (permuted, own) -> {
                if (!ofPermutation.containsKey(own)) {
                  ofPermutation.put(
                      own,
                      outOfFold(
                          steps,
                          training.withEvents(permuted.events()),
                          learners,
                          own,
                          reached,
                          "audit " + own,
                          null));
                }
                return ofPermutation.get(own).get(classifier.ordinal());
              },
              settings.permutationCount(),
              AUDIT_LEVEL,
              settings.seed(),
              progress.split(1));
      audits.add(new SystemResult.Audit(name(classifier), audit));
    }
    return audits;
  }

  private ReportTable chosen(SharedSteps.Fitted fitted) {
    List<List<String>> rows = new ArrayList<>();
    for (String feature : fitted.chosen()) {
      rows.add(List.of(feature, RecurrenceFeatures.kind(feature).name().toLowerCase(Locale.ROOT)));
    }
    return new ReportTable(
        sequence + ", " + set.title() + ": chosen features",
        List.of("feature", "kind"),
        rows,
        rows.size() + " of " + columns.size() + " columns.");
  }

  private TrainingFacts facts(
      PreparedCohort.Sample training,
      boolean synthetic,
      String description,
      ScoredOutcomes outOfFold,
      Optional<SystemResult.Audit> audit) {
    List<String> figures = new ArrayList<>();
    figures.add(
        "AUC out of fold in training: " + FigureText.of(Discrimination.of(outOfFold, 0).auc()));
    audit.ifPresent(own -> figures.add("Leakage audit: " + own.result().sentence()));
    return new TrainingFacts(
        settings.endpoint(),
        training.set().size(),
        training.set().eventCount(),
        training.centres().stream().distinct().sorted().toList(),
        synthetic,
        "ICC(2,1) > " + settings.leastIcc() + "; " + description,
        settings.seed(),
        figures);
  }
}
