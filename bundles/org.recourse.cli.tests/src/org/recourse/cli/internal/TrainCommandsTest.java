/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageReader;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.radiomics.BuiltInFeatures;
import org.recourse.radiomics.FeatureCatalogue;

/** The commands that train, with a trainer that learns nothing. */
class TrainCommandsTest {

  @TempDir private Path folder;

  private CommandLineHarness.Outcome run(Optional<NetworkTrainer> trainer, String... arguments) {
    var services =
        new TrainingServices() {
          @Override
          public Optional<NetworkTrainer> trainer() {
            return trainer;
          }

          @Override
          public Optional<FeatureCatalogue> features() {
            return Optional.of(BuiltInFeatures.catalogue());
          }
        };
    return new CommandLineHarness(folder.resolve("cache"), services).run(arguments);
  }

  private CommandLineHarness.Outcome run(String... arguments) {
    return run(Optional.of(new NoLearning()), arguments);
  }

  /** 40 synthetic patients are made, which takes about ten seconds; nothing is learnt. */
  @Test
  void syntheticPatientsBecomeADemonstrationPackage() throws ModelPackageException {
    CommandLineHarness.Outcome outcome =
        run(
            "models",
            "train-demo",
            "--to",
            folder.resolve("models").toString(),
            "--sequences",
            "T1C",
            "--patients",
            "40",
            "--cohort",
            "MECHANISM",
            "--epochs",
            "1",
            "--quiet");

    assertEquals(0, outcome.exitCode(), outcome.err());
    Path made = folder.resolve("models").resolve("necrosis.t1c-dose.demonstration");
    assertTrue(outcome.out().startsWith(made + "\tAUC "), outcome.out());
    ModelDescription model = new ModelPackageReader().read(made, null).description();
    assertTrue(model.training().synthetic());
    assertEquals(40, model.training().patientCount());
  }

  @Test
  void aTableBecomesALocalPackage() throws IOException, ModelPackageException {
    Path table = table(40);
    CommandLineHarness.Outcome outcome =
        run(
            "models",
            "train",
            "--table",
            table.toString(),
            "--sequences",
            "T2",
            "--no-dose",
            "--to",
            folder.resolve("models").toString(),
            "--epochs",
            "1",
            "--quiet");

    assertEquals(0, outcome.exitCode(), outcome.err());
    Path made = folder.resolve("models").resolve("necrosis.t2.local");
    assertTrue(!new ModelPackageReader().read(made, null).description().training().synthetic());
  }

  @Test
  void whatIsWrongIsOneLine() throws IOException {
    Path table = table(40);
    String to = folder.resolve("models").toString();
    refused("nowhere.csv does not exist", "models", "train", "--table", "nowhere.csv", "--to", to);
    refused(
        "--voxel-mm is one of",
        "models",
        "train",
        "--table",
        table.toString(),
        "--voxel-mm",
        "3",
        "--to",
        to);
    refused(
        "needs 32 features of T1 ",
        "models",
        "train",
        "--table",
        table.toString(),
        "--no-dose",
        "--to",
        to);
    refused(
        "needs the dose of every patient",
        "models",
        "train",
        "--table",
        table.toString(),
        "--sequences",
        "T2",
        "--to",
        to);
  }

  private void refused(String part, String... arguments) {
    CommandLineHarness.Outcome outcome = run(arguments);
    assertEquals(2, outcome.exitCode(), outcome.err());
    assertTrue(outcome.err().contains(part), outcome.err());
  }

  @Test
  void withoutAnEngineThatTrainsTheFeatureIsNamed() {
    CommandLineHarness.Outcome outcome =
        run(Optional.empty(), "models", "train-demo", "--to", folder.toString(), "--quiet");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("ReCourse training with PyTorch"), outcome.err());
  }

  private Path table(int patients) throws IOException {
    var random = new Random(3);
    List<String> lines = new ArrayList<>();
    var header = new StringBuilder("id,event,fractions,prescribedGy");
    for (int i = 0; i < 32; i++) {
      header.append(",T2/original_test_F").append(i);
    }
    lines.add(header.toString());
    for (int p = 0; p < patients; p++) {
      var row = new StringBuilder("p" + p + "," + p % 2 + ",30,60");
      for (int i = 0; i < 32; i++) {
        row.append(',').append(random.nextGaussian());
      }
      lines.add(row.toString());
    }
    return Files.write(folder.resolve("patients.csv"), lines);
  }
}
