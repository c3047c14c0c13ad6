/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.multiomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.cohort.evaluation.CellMetric;
import org.recourse.cohort.evaluation.MadeUpCohort;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.learned.ModelEvaluation;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.inference.model.Calibration;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelPackageReader;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.training.NetworkPlan;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.inference.training.TrainedNetwork;
import org.recourse.inference.training.TrainingCase;
import org.recourse.inference.training.TrainingListener;
import org.recourse.inference.training.TrainingRequest;
import org.recourse.learning.performance.Recalibration;

class MultiOmicsTrainingTest {

  private static final MultiOmicsSettings QUICK =
      MultiOmicsSettings.coarse(4, 1).withValidation(3, 3);

  private final PreparedCohort cohort = new MadeUpCohort(36, 1.5, 0).patients(90, 0, 40, 31);
  private final LinearTrainer trainer = new LinearTrainer();

  @TempDir Path folder;

  @Test
  void makesEightNetworksAndBothTables() throws Exception {
    SystemResult result = training(QUICK, doses()).run(cohort, new NullProgressMonitor());

    assertEquals(8, result.models().size());
    for (String table : List.of("gao2025/table2", "gao2025/table3")) {
      long cells =
          result.cells().stream()
              .filter(c -> c.table().equals(table) && c.metric() == CellMetric.AUC)
              .filter(c -> c.published().isPresent() && c.measured().asOptional().isPresent())
              .count();
      assertEquals(8, cells);
    }
    double best =
        result.cells().stream()
            .filter(c -> c.row().equals("T1+T1C+T2+Dose") && c.metric() == CellMetric.AUC)
            .filter(c -> c.table().equals("gao2025/table3"))
            .findFirst()
            .orElseThrow()
            .published()
            .getAsDouble();
    assertEquals(0.81, best, 0); // table 3 of the paper
    assertEquals(8, result.tables().get(1).rows().size()); // four twins on two samples
    assertEquals(8, result.audits().size(), "every network is audited");
    assertEquals(8 * (3 + 3 * 2 + 1), trainer.requests.size(), "folds, audit in two folds, fit");
    result.models().getLast().write(folder);
    var read =
        new ModelPackageReader()
            .read(folder.resolve(result.models().getLast().id()), new NullProgressMonitor());
    assertEquals(96, read.description().features().size());
    assertTrue(read.description().training().synthetic());
    assertTrue(read.description().calibration().isEmpty(), "synthetic patients give scores only");
  }

  /**
   * In cross-validation each patient is left out of one request altogether: neither learned from,
   * nor interpolated by SMOTE, nor used to stop.
   */
  @Test
  void neverShowsALeftOutPatientToTheTrainer() throws Exception {
    MultiOmicsTraining one = training(QUICK.withKinds(List.of(NetworkKind.T1_DOSE)), doses());
    PreparedCohort.Sample patients = cohort.split("train").sample(names("T1"), QUICK.endpoint());

    one.outOfFold(NetworkKind.T1_DOSE, patients, "test", new NullProgressMonitor());

    assertEquals(3, trainer.requests.size());
    Set<String> left = new HashSet<>();
    for (TrainingRequest request : trainer.requests) {
      Set<String> seen = new HashSet<>();
      request.training().forEach(c -> seen.addAll(List.of(c.id().split(" [+#] ?"))));
      Set<String> stopping =
          request.validation().stream().map(TrainingCase::id).collect(Collectors.toSet());
      assertTrue(stopping.stream().noneMatch(seen::contains), "stops on what it learns from");
      for (String id : patients.ids()) {
        if (!seen.contains(id) && !stopping.contains(id)) {
          assertTrue(left.add(id), id + " is left out twice");
        }
      }
      long events = request.training().stream().filter(TrainingCase::event).count();
      assertEquals(request.training().size(), 2 * events, "balanced by SMOTE");
    }
    assertEquals(new HashSet<>(patients.ids()), left);
  }

  /**
   * A network of a single sequence is recalibrated like the others from scores of patients that
   * were left out, and what is kept judges other patients as the training did.
   */
  @Test
  void aSingleSequenceIsRecalibratedAndKeepsItsThreshold() throws Exception {
    var real = new PreparedCohort(cohort.patients(), cohort.features(), cohort.readings(), false);
    MultiOmicsTraining one = training(QUICK.withKinds(List.of(NetworkKind.T1)), DoseVolumes.NONE);
    SystemResult result = one.run(real, new NullProgressMonitor());
    NetworkWeights fitted = trainer.lastWeights();
    PreparedCohort.Sample patients = real.split("train").sample(names("T1"), QUICK.endpoint());
    Recalibration expected =
        Recalibration.of(
            one.outOfFold(NetworkKind.T1, patients, "again", new NullProgressMonitor()));
    result.models().getFirst().write(folder);
    var read =
        new ModelPackageReader()
            .read(folder.resolve(result.models().getFirst().id()), new NullProgressMonitor());

    Calibration calibration = read.description().calibration().orElseThrow();
    assertEquals(expected.slope(), calibration.slope(), 1e-9);
    assertEquals(expected.intercept(), calibration.intercept(), 1e-9);

    double threshold =
        NetworkDecision.of(read.content(FileRole.DECISION).orElseThrow()).scoreThreshold();
    assertEquals(calibration.incidenceFraction(), calibration.probabilityFraction(threshold), 1e-9);
    ModelEvaluation kept =
        new NetworkEvaluation(scoring(fitted), DoseVolumes.NONE)
            .of(read, real, QUICK.endpoint(), new NullProgressMonitor());
    assertTrue(kept.findings().isEmpty(), kept.findings()::toString);
    double accuracy =
        result.cells().stream()
            .filter(c -> c.sample().equals("test") && c.metric() == CellMetric.ACCURACY)
            .findFirst()
            .orElseThrow()
            .measured()
            .asOptional()
            .orElseThrow();
    assertEquals(
        accuracy,
        kept.samples().getLast().figures().of(CellMetric.ACCURACY).asOptional().orElseThrow(),
        1e-9);
  }

  /** The weights read from a file are other objects than those that the trainer knows. */
  private NetworkTrainer scoring(NetworkWeights known) {
    return new NetworkTrainer() {
      @Override
      public TrainedNetwork train(
          TrainingRequest request, String stage, TrainingListener l, IProgressMonitor monitor) {
        throw new AssertionError("nothing is trained to judge a kept model");
      }

      @Override
      public List<Double> scores(
          NetworkPlan plan,
          NetworkWeights weights,
          List<TrainingCase> cases,
          IProgressMonitor monitor) {
        return trainer.scores(plan, known, cases, monitor);
      }
    };
  }

  @Test
  void refusesADoseNetworkWithoutDoses() {
    MultiOmicsTraining one =
        training(QUICK.withKinds(List.of(NetworkKind.T1_DOSE)), DoseVolumes.NONE);

    IOException refusal =
        assertThrows(IOException.class, () -> one.run(cohort, new NullProgressMonitor()));
    assertTrue(refusal.getMessage().contains("no dose volume"), refusal.getMessage());
  }

  private List<String> names(String sequence) {
    return cohort.split("train").sequenceFeatures(sequence);
  }

  private MultiOmicsTraining training(MultiOmicsSettings settings, DoseVolumes doses) {
    return new MultiOmicsTraining(
        settings, trainer, doses, Optional.empty(), TrainingListener.NONE);
  }

  private DoseVolumes doses() {
    return (id, size) -> {
      float[] gy = new float[size.doseShape().valueCount()];
      double prescribed =
          cohort
              .patients()
              .find(id)
              .orElseThrow()
              .clinicalNumber("reirradiationEqd2Gy")
              .orElseThrow();
      java.util.Arrays.fill(gy, (float) prescribed);
      return Optional.of(Tensor.of(size.doseShape(), gy));
    };
  }
}
