/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.cohort.multiomics.MultiOmicsSettings;
import org.recourse.cohort.multiomics.MultiOmicsTraining;
import org.recourse.cohort.recurrence.RecurrenceFeatures;
import org.recourse.cohort.recurrence.RecurrenceSettings;
import org.recourse.cohort.recurrence.RecurrenceTraining;
import org.recourse.cohort.signature.SignatureOutcomes;
import org.recourse.cohort.signature.SignatureSettings;
import org.recourse.cohort.signature.SignatureTraining;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.inference.training.TrainingListener;
import org.recourse.inference.training.TrainingOptions;
import org.recourse.learning.pipeline.NotFittedException;

/**
 * The three systems on cohorts without signal, made of the patients of a campaign: 120 training and
 * 80 test patients each, outcomes drawn anew. So that all thirty recurrence models run, each
 * patient is given columns of noise in the place of deep features. Models are small (few folds,
 * trees and epochs): a leak would show in these as well.
 *
 * @param systems of {@code signature}, {@code recurrence}, {@code multiomics}
 * @param cohortCount cohorts, at least one; twenty are asked for
 * @param seed of the first cohort; the others count on
 * @param trainer trains the networks; empty: they are left out
 */
public record NoSignalRun(
    List<String> systems, int cohortCount, long seed, Optional<NetworkTrainer> trainer) {

  private static final int TRAINING = 120;
  private static final int TEST = 80;
  private static final int NOISE_COLUMNS = 40;
  private static final int CHANNELS = 2;
  private static final int EPOCHS = 8;
  private static final int PATIENCE = 4;
  private static final int FOLDS = 2;

  /** On each cohort; the audits of a network on all cohorts are judged together. */
  private static final int PERMUTATIONS = 3;

  private static final double DECAY = 1e-3;

  public NoSignalRun {
    systems = List.copyOf(systems);
  }

  /**
   * What it came to.
   *
   * @param shares mean AUC of each model and the part of its AUCs that lie inside, by name
   * @param markdown for people
   */
  public record Outcome(Map<String, Double> shares, String markdown) {

    public Outcome {
      shares = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }
  }

  /**
   * @throws NotFittedException if a cohort does not allow a system
   * @throws InferenceException if the engine fails
   * @throws IOException if a dose volume is missing or cannot be read
   */
  public Outcome run(CohortFolder folder, IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    int patients = folder.cohort().patients().size();
    if (patients < TRAINING + TEST) {
      throw new IOException(
          "A cohort without signal needs %d patients, there are %d."
              .formatted(TRAINING + TEST, patients));
    }
    var campaign = new NoSignalCampaign(cohortCount, TRAINING, TEST, seed);
    NoSignalCampaign.Result result =
        campaign.run(withNoise(folder.cohort(), seed), runs(folder), monitor);
    List<NoSignalCampaign.Row> rows = result.rows();
    Map<String, Double> shares = new LinkedHashMap<>();
    for (String model : rows.stream().map(NoSignalCampaign.Row::model).distinct().toList()) {
      List<NoSignalCampaign.Row> own = rows.stream().filter(r -> r.model().equals(model)).toList();
      String name = "noSignal/" + model;
      double mean = own.stream().mapToDouble(NoSignalCampaign.Row::auc).average().orElseThrow();
      double inside = own.stream().filter(NoSignalCampaign.Row::inside).count();
      shares.put(name + "/meanAuc", mean);
      shares.put(name + "/insideFraction", inside / own.size());
    }
    var text = new StringBuilder();
    for (ReportTable table :
        List.of(NoSignalCampaign.table(rows), NoSignalCampaign.auditTable(result.audits()))) {
      text.append(table.markdown()).append("\n");
    }
    return new Outcome(shares, text.toString());
  }

  private List<NoSignalCampaign.Run> runs(CohortFolder folder) throws IOException {
    List<NoSignalCampaign.Run> runs = new ArrayList<>();
    if (systems.contains(SignatureTraining.SYSTEM)) {
      runs.add(
          (cohort, own, monitor) ->
              new SignatureTraining(SignatureSettings.quick(own), SignatureOutcomes.standard())
                  .run(cohort, monitor));
    }
    if (systems.contains(RecurrenceTraining.SYSTEM)) {
      runs.add(
          (cohort, own, monitor) ->
              new RecurrenceTraining(RecurrenceSettings.quick(own)).run(cohort, monitor));
    }
    if (systems.contains(MultiOmicsTraining.SYSTEM) && trainer.isPresent()) {
      CohortFolder.DoseGridSize grid =
          folder.grid().orElseThrow(() -> new IOException("The cohort holds no dose volumes."));
      runs.add(
          (cohort, own, monitor) ->
              new MultiOmicsTraining(
                      settings(grid, own),
                      trainer.get(),
                      folder.doses(),
                      Optional.empty(),
                      TrainingListener.NONE)
                  .run(cohort, monitor));
    }
    return runs;
  }

  private static MultiOmicsSettings settings(CohortFolder.DoseGridSize grid, long seed) {
    MultiOmicsSettings coarse = MultiOmicsSettings.coarse(seed, 1);
    TrainingOptions options = coarse.options();
    return coarse
        .withVolumes(grid.size(), grid.spacingMm())
        .withChannels(CHANNELS)
        .withValidation(FOLDS, PERMUTATIONS)
        .withOptions(
            new TrainingOptions(
                options.learningRate(), DECAY, options.batchSize(), EPOCHS, PATIENCE, seed, 1));
  }

  /** Standard normal numbers in the columns of deep features of T1C and T2. */
  static PreparedCohort withNoise(PreparedCohort cohort, long seed) {
    List<String> names = new ArrayList<>();
    for (String sequence : List.of("T1C", "T2")) {
      names.addAll(RecurrenceFeatures.deepNames(sequence, NOISE_COLUMNS));
    }
    var random = new Random(seed);
    double[][] noise = new double[cohort.features().size()][names.size()];
    for (double[] row : noise) {
      for (int j = 0; j < row.length; j++) {
        row[j] = random.nextGaussian();
      }
    }
    var columns = new FeatureTable(cohort.features().patientIds(), names, noise);
    return new PreparedCohort(
        cohort.patients(),
        cohort.features().joined(columns),
        cohort.readings(),
        cohort.synthetic());
  }
}
