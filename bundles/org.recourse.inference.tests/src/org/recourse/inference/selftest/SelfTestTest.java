/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.selftest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recourse.inference.engine.ContributedEngineCatalogue;
import org.recourse.inference.engine.EngineContribution;
import org.recourse.inference.engine.EngineEntry;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.ScriptedEngine;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;

class SelfTestTest {

  /** The worked example of {@link KnownNetwork}, to the digits it is given with. */
  @Test
  void workedExampleOfTheJavadoc() {
    double score = KnownNetwork.score(1.5, 1.25);
    assertEquals(0.731059, score, 5e-7);
    assertEquals(0.098306, score * (1 - score) / 2, 5e-7);
  }

  @Test
  void thePackageIsTheSameEveryTime() throws IOException, ModelPackageException {
    ModelPackage first = KnownNetwork.modelPackage();
    assertEquals(first.description(), KnownNetwork.modelPackage().description());
    assertTrue(first.content(FileRole.PARAMETERS).isPresent());
  }

  @Test
  void anEngineThatCannotIsASentence() {
    var reading = new EngineEntry(ScriptedEngine.ID, "Scripted", "bundle.a");
    var broken = new EngineEntry("b", "Broken", "bundle.b");
    var catalogue =
        new ContributedEngineCatalogue(
            List.of(
                new EngineContribution(reading, ScriptedEngine::new),
                new EngineContribution(
                    broken,
                    () -> {
                      throw new InferenceException("There is no library.");
                    })));
    var test = new SelfTest(catalogue);

    var other =
        assertInstanceOf(
            SelfTest.Outcome.Failed.class, test.run(ScriptedEngine.ID, EngineOptions.cpu(1), null));
    assertTrue(other.sentence().contains("does not read the format"), other.sentence());
    assertEquals("There is no library.", test.run("b", EngineOptions.cpu(1), null).sentence());
  }
}
