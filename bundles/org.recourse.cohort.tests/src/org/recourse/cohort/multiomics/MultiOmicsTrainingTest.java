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
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.cohort.evaluation.CellMetric;
import org.recourse.cohort.evaluation.MadeUpCohort;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.inference.model.ModelPackageReader;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.training.TrainingCase;
import org.recourse.inference.training.TrainingListener;
import org.recourse.inference.training.TrainingRequest;

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
