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

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.cohort.cases.TruthFile;

class CohortSynthExtractTest {

  @TempDir Path folder;

  private CommandLineHarness.Outcome run(String... arguments) {
    return new CommandLineHarness(folder.resolve("cache")).run(arguments);
  }

  @Test
  void makesACohortAndExtractsItsFeatures() throws Exception {
    String cohort = folder.resolve("cohort").toString();
    Path truth = folder.resolve("truth.json");
    var made =
        run(
            "cohort synth --patients 2 --seed 8 --split train=1,test=1 --quiet --to"
                .concat(" " + cohort + " --truth " + truth)
                .split(" "));
    assertEquals(0, made.exitCode(), made::err);
    CohortTable table = CohortTable.read(Path.of(cohort, "cohort.csv"));
    assertEquals("test", table.patient(1).split());
    assertEquals(
        table.patient(0).id(), TruthFile.read(truth).patients().keySet().iterator().next());
    assertTrue(Files.exists(Path.of(cohort, table.patient(0).caseFolder(), "case.recourse")));
    Path parameters = folder.resolve("p.yaml");
    Files.writeString(
        parameters, "imageType:\n  Original: {}\nfeatureClass:\n  firstorder: [Mean, Entropy]\n");
    var extracted =
        run(
            "cohort",
            "extract",
            cohort,
            "--params",
            parameters.toString(),
            "--quiet",
            "--json",
            "-");
    assertEquals(0, extracted.exitCode(), () -> extracted.err() + extracted.out());
    FeatureTable features = FeatureTable.read(Path.of(cohort, "features.csv"));
    assertEquals(6, features.completeFeatures().size());
    assertEquals(2, features.size());
    assertEquals("recourse/cohort/1", extracted.json().get("schema").getAsString());
  }

  @Test
  void refusesWhatDoesNotFit() {
    var split =
        run(
            ("cohort synth --patients 3 --seed 8 --split train=1,test=1 --to " + folder)
                .split(" "));
    assertEquals(2, split.exitCode());
    assertTrue(split.err().contains("--split names 2"), split::err);
    var empty = run("cohort", "extract", folder.toString());
    assertEquals(2, empty.exitCode());
    assertTrue(empty.err().contains("neither cohort.csv nor case folders"), empty::err);
  }
}
