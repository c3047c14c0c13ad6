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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.cohort.evaluation.CellMetric;
import org.recourse.cohort.evaluation.FigureText;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.cohort.evaluation.TableCell;
import org.recourse.cohort.multiomics.DoseAugmentation;
import org.recourse.cohort.multiomics.DoseVolumes;
import org.recourse.cohort.multiomics.DosiomicModel;
import org.recourse.cohort.multiomics.Eqd2Volumes;
import org.recourse.cohort.multiomics.MultiOmicsSettings;
import org.recourse.cohort.multiomics.MultiOmicsTraining;
import org.recourse.cohort.multiomics.NetworkKind;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.inference.training.TrainingListener;
import org.recourse.inference.training.TrainingOptions;
import org.recourse.learning.pipeline.NotFittedException;

/**
 * The campaign on a cohort folder of synthetic patients: learning curve, twins, calibration. Its
 * settings were fixed before the test patients were looked at ({@code docs/campaign.md}).
 *
 * @param trainer the engine
 * @param checkpoints folder in which interrupted trainings go on; empty: none
 * @param seed decides everything
 * @param quick few patients and epochs, to see that it runs
 */
public record CampaignRun(
    NetworkTrainer trainer, Optional<Path> checkpoints, long seed, boolean quick) {

  private static final String TRUTH = "truth.necrosisRisk";
  private static final int KEPT = 300;
  private static final int TEST = 1000;
  private static final List<Integer> SIZES = List.of(97, 250, 1500, 2700, 6700);
  private static final int PAIR_SIZE = 2700;
  private static final int EPOCHS = 20;
  private static final int PATIENCE = 6;
  private static final int COPIES = 3;
  private static final int SHIFT = 1;
  private static final int CHANNELS = 2;
  private static final double EMPHASIS = 6;
  private static final double DECAY = 1e-3;
  private static final List<NetworkKind> OTHERS =
      Arrays.stream(NetworkKind.values()).filter(kind -> kind.sequences().size() == 1).toList();
  private static final String FRACTIONS = "fractionCount";

  /**
   * What the campaign came to.
   *
   * @param cells AUC of every network at every number of patients
   * @param shares part of the way to the oracle, p-values and slopes by name
   * @param markdown for people
   */
  public record Outcome(List<TableCell> cells, Map<String, Double> shares, String markdown) {

    public Outcome {
      cells = List.copyOf(cells);
      shares = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }
  }

  /**
   * @throws NotFittedException if the training patients do not allow it
   * @throws InferenceException if the engine fails
   * @throws IOException if dose volumes are missing or cannot be read
   */
  public Outcome run(CohortFolder folder, IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    CohortFolder.DoseGridSize grid =
        folder.grid().orElseThrow(() -> new IOException("The cohort holds no dose volumes."));
    int patients = folder.cohort().patients().size();
    int test = quick ? Math.max(20, patients / 4) : TEST;
    int kept = quick ? Math.max(20, patients / 4) : KEPT;
    List<NecrosisCampaign.Step> steps = steps(patients, kept + test);
    if (steps.isEmpty()) {
      throw new IOException(
          "The campaign needs at least "
              + (SIZES.getFirst() + KEPT + TEST)
              + " patients, there are "
              + patients
              + ".");
    }
    var campaign =
        new NecrosisCampaign(
            new MultiOmicsTraining(
                settings(grid), trainer, volumes(folder), checkpoints, told(monitor)),
            steps,
            kept,
            test,
            TRUTH,
            Optional.of(new DosiomicModel(folder.doses(), grid.size(), FRACTIONS)));
    return outcome(campaign.run(folder.cohort(), monitor));
  }

  /** Tells the reader of the progress how far a training has come. */
  private static TrainingListener told(IProgressMonitor monitor) {
    return (stage, epoch) ->
        monitor.subTask(
            "%s, epoch %d: AUC of the stopping patients %s"
                .formatted(
                    stage,
                    epoch.epoch(),
                    epoch.validationAuc().isPresent()
                        ? FigureText.of(epoch.validationAuc().getAsDouble())
                        : "–"));
  }

  /**
   * The curve of the network of all sequences with and without dose, then the other three pairs at
   * one number of patients, at which all eight are recalibrated out of fold as well.
   *
   * @param others patients that are not learned from
   */
  private List<NecrosisCampaign.Step> steps(int patients, int others) {
    List<Integer> sizes =
        (quick ? List.of(patients / 2) : SIZES)
            .stream().filter(size -> size + others <= patients).toList();
    Optional<Integer> pairs =
        sizes.stream()
            .filter(size -> quick || size <= PAIR_SIZE)
            .reduce((smaller, larger) -> larger);
    if (pairs.isEmpty()) {
      return List.of();
    }
    List<NecrosisCampaign.Step> steps =
        new ArrayList<>(
            NecrosisCampaign.Step.of(
                List.of(NetworkKind.ALL, NetworkKind.ALL_DOSE), sizes, pairs.get()));
    steps.addAll(NecrosisCampaign.Step.of(OTHERS, List.of(pairs.get()), pairs.get()));
    return steps;
  }

  private static DoseVolumes volumes(CohortFolder folder) {
    return new Eqd2Volumes(folder.doses(), folder.cohort().patients(), FRACTIONS, EMPHASIS);
  }

  private MultiOmicsSettings settings(CohortFolder.DoseGridSize grid) {
    MultiOmicsSettings coarse = MultiOmicsSettings.coarse(seed, 1);
    return coarse
        .withVolumes(grid.size(), grid.spacingMm())
        .withChannels(CHANNELS)
        .withOptions(
            new TrainingOptions(
                coarse.options().learningRate(),
                DECAY,
                coarse.options().batchSize(),
                quick ? 2 : EPOCHS,
                PATIENCE,
                seed,
                1))
        .withAugmentation(new DoseAugmentation(quick ? 1 : COPIES, SHIFT, seed));
  }

  private Outcome outcome(NecrosisCampaign.Result result) {
    List<TableCell> cells = new ArrayList<>();
    Map<String, Double> shares = new LinkedHashMap<>();
    for (NecrosisCampaign.Point point : result.points()) {
      String row = point.model();
      String sample = "n=" + point.trainingCount();
      cells.add(
          new TableCell(
              "campaign/learningCurve",
              row,
              sample,
              CellMetric.AUC,
              OptionalDouble.empty(),
              point.auc(),
              NecrosisCampaign.class.getName(),
              seed));
      String name = "campaign/" + row + "/" + sample;
      point.way().asOptional().ifPresent(way -> shares.put(name + "/wayToOracle", way));
      point
          .slopes()
          .outOfFold()
          .asOptional()
          .ifPresent(slope -> shares.put(name + "/slopeOutOfFold", slope));
      point.slopes().kept().asOptional().ifPresent(slope -> shares.put(name + "/slopeKept", slope));
      result
          .twins(point)
          .ifPresent(
              twins -> {
                shares.put(name + "/aucMinusTwin", twins.difference());
                shares.put(name + "/pAgainstTwin", twins.pValue());
              });
    }
    var text = new StringBuilder();
    for (ReportTable table : result.tables()) {
      text.append(table.markdown()).append("\n");
    }
    return new Outcome(cells, shares, text.toString());
  }
}
