/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageReader;
import org.recourse.inference.model.TensorSpecification;
import org.recourse.inference.network.NetworkFile;
import org.recourse.inference.training.TrainingRequest;
import org.recourse.risk.MrSequence;
import org.recourse.training.cohort.TrainingCohort;

/** From patients to a package that the reader accepts; what an engine learns is tested there. */
class PackageTrainingTest {

  @TempDir Path folder;

  private final RecordedTrainer trainer = new RecordedTrainer();

  private TrainedPackage train(TrainingCohort cohort, ModelInputs inputs)
      throws TrainingException, InferenceException {
    return new PackageTraining(
            TestCohort.settings(), trainer, Optional.of(folder.resolve("checkpoints")))
        .run(
            cohort,
            inputs,
            folder.resolve(PackageTraining.id(inputs, cohort.synthetic())),
            (stage, epoch) -> {},
            new NullProgressMonitor());
  }

  @Test
  void eightModelsAreEightPackages()
      throws TrainingException, InferenceException, ModelPackageException {
    TrainingCohort cohort = TestCohort.of(45, 40, true);
    List<String> ids = new ArrayList<>();
    for (ModelInputs inputs : ModelInputs.eight()) {
      ModelPackage read =
          new ModelPackageReader().read(train(cohort, inputs).folder(), new NullProgressMonitor());
      ModelDescription model = read.description();
      ids.add(model.identity().id());
      assertEquals(
          inputs.dose(), model.input(TensorSpecification.Role.DOSE).isPresent(), inputs.title());
      assertTrue(model.training().synthetic());
      assertTrue(model.calibration().isEmpty(), "made-up patients give scores only");
      Set<String> sequences =
          model.features().stream()
              .map(one -> one.name().substring(0, one.name().indexOf('/')))
              .collect(Collectors.toSet());
      assertEquals(
          inputs.sequences().stream().map(Enum::name).collect(Collectors.toSet()), sequences);
      NetworkFile file = NetworkFile.of(read.content(FileRole.PARAMETERS).orElseThrow());
      assertEquals(model.features().size(), file.model().layout().featureCount());
    }
    assertEquals(8, ids.stream().distinct().count());
    assertTrue(ids.contains("necrosis.t1-t1c-t2-dose.demonstration"), ids.toString());
    assertTrue(ids.contains("necrosis.t2.demonstration"), ids.toString());
  }

  @Test
  void theCardNamesWhatAReaderMustKnow() throws TrainingException, InferenceException, IOException {
    Path made = train(TestCohort.of(45, 40, true), ModelInputs.eight().getLast()).folder();

    String card = Files.readString(made.resolve("MODEL_CARD.md"), StandardCharsets.UTF_8);

    for (String text :
        List.of(
            "Trained on synthetic patients",
            "4 x 4 x 4 voxels of 4.0 mm",
            "seed 5",
            "at most 2 epochs",
            "45 made-up patients",
            "95 % interval",
            "96 chosen features to 32",
            "processor time")) {
      assertTrue(card.contains(text), text + " in\n" + card);
    }
    assertTrue(!card.contains("{") && !card.contains("}"), card);
  }

  @Test
  void patientsOfADepartmentGetACalibratedPackage()
      throws TrainingException, InferenceException, ModelPackageException {
    Path made =
        train(TestCohort.of(60, 40, false), new ModelInputs(List.of(MrSequence.T1), true)).folder();

    ModelDescription model = new ModelPackageReader().read(made, null).description();

    assertEquals("necrosis.t1-dose.local", model.identity().id());
    assertTrue(!model.training().synthetic());
    assertEquals(1 / 3.0, model.calibration().orElseThrow().incidenceFraction(), 1e-9);
  }

  @Test
  void aModelWithoutDoseIsNotEvenGivenOne() throws TrainingException, InferenceException {
    train(TestCohort.of(45, 40, true), new ModelInputs(List.of(MrSequence.T1), false));

    for (TrainingRequest request : trainer.requests) {
      assertTrue(request.training().stream().allMatch(one -> one.dose().isEmpty()));
      assertTrue(!request.plan().layout().dose());
    }
  }

  /** Two rates, three folds, one final fit, all under the folder of the model. */
  @Test
  void checkpointsOfModelsDoNotMeet() throws TrainingException, InferenceException {
    TrainingCohort cohort = TestCohort.of(45, 40, true);
    train(cohort, new ModelInputs(List.of(MrSequence.T1), true));
    train(cohort, new ModelInputs(List.of(MrSequence.T2), true));

    List<Path> files =
        trainer.requests.stream().map(request -> request.checkpoint().orElseThrow()).toList();

    assertEquals(14, files.size());
    assertEquals(14, files.stream().distinct().count());
  }

  @Test
  void whatIsMissingIsSaid() {
    TrainingCohort few = TestCohort.of(9, 40, true);
    TrainingCohort narrow = TestCohort.of(45, 20, true);
    var inputs = new ModelInputs(List.of(MrSequence.T1), true);

    TrainingException patients = assertThrows(TrainingException.class, () -> train(few, inputs));
    assertTrue(patients.getMessage().contains("of one kind there are 3"), patients.getMessage());
    TrainingException features = assertThrows(TrainingException.class, () -> train(narrow, inputs));
    assertTrue(features.getMessage().contains("needs 32 features of T1"), features.getMessage());
  }

  @Test
  void aFolderThatExistsIsNotTouched() throws IOException {
    var inputs = new ModelInputs(List.of(MrSequence.T1), true);
    Files.createDirectories(folder.resolve(PackageTraining.id(inputs, true)));

    TrainingException refused =
        assertThrows(TrainingException.class, () -> train(TestCohort.of(45, 40, true), inputs));
    assertTrue(refused.getMessage().contains("exists already"), refused.getMessage());
  }
}
