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
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.extraction.RegionFeatures;
import org.recourse.cohort.learned.KeptScores;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.cohort.multiomics.MultiOmicsSettings;
import org.recourse.cohort.multiomics.MultiOmicsTraining;
import org.recourse.cohort.recurrence.RecurrenceSettings;
import org.recourse.cohort.recurrence.RecurrenceTraining;
import org.recourse.cohort.signature.SignatureOutcomes;
import org.recourse.cohort.signature.SignatureSettings;
import org.recourse.cohort.signature.SignatureTraining;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.inference.training.TrainingListener;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.phantom.cohort.CohortSettings;
import org.recourse.phantom.cohort.SyntheticCohort;

/**
 * All tables of the three papers on synthetic cohorts of their sizes: 97 + 20 patients (Gao 2025),
 * 420 + 205 + 136 (Liu 2023), 229 + 99 (Hu 2025); each paper has a cohort of its own seed.
 *
 * @param tables makes the cohorts
 * @param deep takes deep features for the recurrence models; empty: only ten of the thirty are made
 * @param trainer trains the networks; empty: their tables are left out
 * @param size how large
 * @param seed decides everything
 * @param checkpoints folder in which interrupted trainings go on; empty: none
 */
public record PaperTables(
    SyntheticTables tables,
    Optional<RegionFeatures> deep,
    Optional<NetworkTrainer> trainer,
    Size size,
    long seed,
    Optional<Path> checkpoints) {

  /** How large the cohorts and the searches are. */
  public enum Size {
    /** As in the papers. */
    PAPER,
    /** A few patients, to see that everything runs; the figures mean nothing. */
    QUICK
  }

  private static final String TRAIN = "train";
  private static final String VALIDATION = "validation";
  private static final String TEST = "test";
  private static final String DEEP_PARTS = "deep";

  private List<SyntheticTables.Split> gao() {
    return size == Size.PAPER ? splits(97, 0, 20) : splits(40, 0, 12);
  }

  private List<SyntheticTables.Split> liu() {
    return size == Size.PAPER ? splits(420, 205, 136) : splits(60, 20, 20);
  }

  private List<SyntheticTables.Split> hu() {
    return size == Size.PAPER ? splits(229, 99, 0) : splits(60, 25, 0);
  }

  private static List<SyntheticTables.Split> splits(int train, int validation, int test) {
    List<SyntheticTables.Split> splits = new ArrayList<>();
    splits.add(new SyntheticTables.Split(TRAIN, train));
    if (validation > 0) {
      splits.add(new SyntheticTables.Split(VALIDATION, validation));
    }
    if (test > 0) {
      splits.add(new SyntheticTables.Split(TEST, test));
    }
    return splits;
  }

  /**
   * Trains and judges all systems that are wanted.
   *
   * @param systems of {@code signature}, {@code recurrence}, {@code multiomics}
   * @throws NotFittedException if training patients do not allow it
   * @throws InferenceException if the engine fails
   * @throws IOException if what is done cannot be kept
   */
  public List<SystemResult> run(
      List<String> systems, SliceExecutor executor, IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    SubMonitor progress = SubMonitor.convert(monitor, "Tables of the papers", 3);
    List<SystemResult> results = new ArrayList<>();
    if (systems.contains(MultiOmicsTraining.SYSTEM) && trainer.isPresent()) {
      results.add(multiOmics(executor, progress.split(1)));
    }
    if (systems.contains(SignatureTraining.SYSTEM)) {
      SubMonitor own = progress.split(1).setWorkRemaining(2);
      SignatureSettings settings =
          size == Size.PAPER ? SignatureSettings.paper(seed) : SignatureSettings.quick(seed);
      PreparedCohort cohort = tables.cohort(source(1), liu(), executor, own.split(1));
      results.add(
          new SignatureTraining(settings, SignatureOutcomes.standard(), kept())
              .run(cohort, own.split(1)));
    }
    if (systems.contains(RecurrenceTraining.SYSTEM)) {
      results.add(recurrence(executor, progress.split(1)));
    }
    return results;
  }

  private SystemResult recurrence(SliceExecutor executor, IProgressMonitor monitor)
      throws NotFittedException, IOException {
    SubMonitor progress = SubMonitor.convert(monitor, 3);
    RecurrenceSettings settings =
        size == Size.PAPER ? RecurrenceSettings.paper(seed) : RecurrenceSettings.quick(seed);
    SyntheticCohort source = source(2);
    PreparedCohort cohort = tables.cohort(source, hu(), executor, progress.split(1));
    if (deep.isPresent()) {
      cohort = tables.extended(cohort, source, deep.get(), DEEP_PARTS, executor, progress.split(1));
    }
    return new RecurrenceTraining(settings, kept()).run(cohort, progress.split(1));
  }

  private KeptScores kept() {
    return checkpoints.map(KeptScores::in).orElse(KeptScores.NONE);
  }

  private SyntheticCohort source(int paper) {
    return new SyntheticCohort(seed + paper, CohortSettings.STANDARD);
  }

  private SystemResult multiOmics(SliceExecutor executor, IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    SyntheticCohort source = source(0);
    PreparedCohort cohort = tables.cohort(source, gao(), executor, progress.split(1));
    MultiOmicsSettings coarse = MultiOmicsSettings.coarse(seed, executor.threadCount());
    MultiOmicsSettings settings =
        size == Size.PAPER
            ? coarse
            : coarse.withValidation(3, 0).withOptions(coarse.options().withEpochs(3));
    int count = gao().stream().mapToInt(SyntheticTables.Split::count).sum();
    return new MultiOmicsTraining(
            settings,
            trainer.orElseThrow(),
            SyntheticTables.doses(source, count, settings.volumes().spacingMm()),
            checkpoints,
            TrainingListener.NONE)
        .run(cohort, progress.split(1));
  }
}
