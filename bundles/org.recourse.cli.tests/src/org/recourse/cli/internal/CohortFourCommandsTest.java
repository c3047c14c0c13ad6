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

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.radiomics.BuiltInFeatures;
import org.recourse.radiomics.FeatureCatalogue;

/**
 * From DICOM folders to judged networks by the four commands alone, with a trainer that learns
 * nothing unless the installation has one.
 */
class CohortFourCommandsTest {

  private static final int PATIENTS = 20;
  private static final int TRAINING = 15;
  private static final int VOXELS = 8 * 8 * 6;

  @TempDir Path folder;

  private CommandLineHarness.Outcome run(Optional<NetworkTrainer> trainer, String... arguments) {
    var services =
        new TrainingServices() {
          @Override
          public Optional<NetworkTrainer> trainer() {
            return trainer.or(() -> TrainingServices.ofFramework().trainer());
          }

          @Override
          public Optional<FeatureCatalogue> features() {
            return Optional.of(BuiltInFeatures.catalogue());
          }
        };
    return new CommandLineHarness(folder.resolve("cache"), services).run(arguments);
  }

  private CommandLineHarness.Outcome run(String line) {
    return run(Optional.of(new NoLearning()), (line + " --quiet").split(" "));
  }

  @Test
  void synthExtractTrainEvaluate() throws Exception {
    Path cohort = folder.resolve("cohort");
    done(
        run(
            "cohort synth --patients %d --seed 20261121 --split train=%d,test=%d --to %s"
                .formatted(PATIENTS, TRAINING, PATIENTS - TRAINING, cohort)));
    Path network = folder.resolve("network");
    done(run("models convert-resnet50 --random-weights 5 --side 32 --to " + network));
    Path parameters = folder.resolve("p.yaml");
    Files.writeString(
        parameters, "imageType:\n  Original: {}\nfeatureClass:\n  firstorder: []\n  glcm: []\n");
    var extracted =
        run(
            "cohort extract %s --params %s --deep-features %s --dose-grid 8,8,6 --dose-spacing 10 --json -"
                .formatted(cohort, parameters, network));
    done(extracted);
    FeatureTable features = FeatureTable.read(cohort.resolve("features.csv"));
    assertEquals(PATIENTS, features.size());
    assertTrue(
        features
            .completeFeatures()
            .containsAll(List.of("T1C/deep_0", "T1C/deep_999", "T2/deep_0", "T2/deep_999")));
    assertTrue(features.featureNames().stream().noneMatch(name -> name.startsWith("T1/deep_")));
    assertEquals(
        (long) PATIENTS * VOXELS * Float.BYTES, Files.size(cohort.resolve("cohort.dose.f32")));
    assertTrue(
        extracted
            .json()
            .getAsJsonArray("records")
            .get(0)
            .getAsJsonObject()
            .get("doseVolumes")
            .getAsString()
            .endsWith("cohort.dose.f32"));

    Path models = folder.resolve("models");
    String train = "cohort train %s --system multiomics --seed 3 --quick --to %s";
    done(run(train.formatted(cohort, models)));
    assertTrue(Files.exists(models.resolve("necrosis.t1-t1c-t2-dose.cohort/model.json")));
    var judged = run("cohort evaluate %s %s --json -".formatted(models, cohort));
    done(judged);
    assertEquals(8, judged.json().getAsJsonArray("models").size());
    for (var model : judged.json().getAsJsonArray("models")) {
      JsonObject test = model.getAsJsonObject().getAsJsonArray("samples").get(1).getAsJsonObject();
      assertEquals(PATIENTS - TRAINING, test.get("patients").getAsInt());
    }

    CommandLineHarness.Outcome without =
        run(
            Optional.empty(),
            (train.formatted(cohort, folder.resolve("m")) + " --quiet").split(" "));
    if (TrainingServices.ofFramework().trainer().isEmpty()) {
      assertEquals(2, without.exitCode());
      assertTrue(without.err().contains("no engine that trains is installed"), without.err());
    } else {
      done(without);
    }
  }

  private static void done(CommandLineHarness.Outcome outcome) {
    assertEquals(0, outcome.exitCode(), () -> outcome.err() + outcome.out());
  }

  @Test
  void whatIsWrongWithWeightsIsOneLine() throws Exception {
    Path file = Files.writeString(folder.resolve("w.safetensors"), "no weights at all");
    String to = folder.resolve("package").toString();
    refused(
        "is required with --weights", "models convert-resnet50 --to " + to + " --weights " + file);
    refused(
        "is no safetensors file",
        "models convert-resnet50 --source here --licence mine --to %s --weights %s"
            .formatted(to, file));
    refused("--weights", "models convert-resnet50 --to " + to);
    Files.createDirectories(folder.resolve("empty"));
    Files.writeString(folder.resolve("cohort.csv"), "id\n");
    refused(
        "holds no deep-features.json",
        "cohort extract %s --deep-features %s".formatted(folder, folder.resolve("empty")));
    refused("three numbers", "cohort extract %s --dose-grid 8,8".formatted(folder));
    assertTrue(Files.notExists(folder.resolve("package")));
  }

  private void refused(String why, String line) {
    CommandLineHarness.Outcome outcome = run(line);
    assertEquals(2, outcome.exitCode(), outcome.out());
    assertTrue(outcome.err().contains(why), outcome.err());
    assertEquals(1, outcome.errLines(), outcome.err());
  }
}
