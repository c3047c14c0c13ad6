/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.PackageFolder;

class ContributedEngineCatalogueTest {

  @TempDir Path folder;

  private ModelPackage model;

  @BeforeEach
  void makePackage() throws ModelPackageException {
    model = new PackageFolder(folder).read(PackageFolder.description());
  }

  @Test
  void fallsBackToTheNextEngineAndSaysSo() throws InferenceException {
    var catalogue =
        catalogue(
            contribution(
                "a",
                () -> {
                  throw new UnsatisfiedLinkError("no such library");
                }),
            contribution(ScriptedEngine.ID, ScriptedEngine::new));

    try (LoadedModel loaded = catalogue.load(model, EngineOptions.cpu(1), null)) {
      String sentence = loaded.findings().get(0).text();
      assertTrue(sentence.contains("no such library"), sentence);
      assertTrue(sentence.contains("bundle.of.a"), sentence);
      assertEquals(Device.CPU, loaded.device());
    }
  }

  @Test
  void theFirstChoiceGivesNoFinding() throws InferenceException {
    var catalogue = catalogue(contribution(ScriptedEngine.ID, ScriptedEngine::new));

    try (LoadedModel loaded = catalogue.load(model, EngineOptions.cpu(1), null)) {
      assertTrue(loaded.findings().isEmpty());
    }
  }

  @Test
  void thePreferredEngineComesFirst() throws InferenceException {
    var broken =
        contribution(
            "a",
            () -> {
              throw new UnsatisfiedLinkError("never asked");
            });
    var scripted = contribution(ScriptedEngine.ID, ScriptedEngine::new);
    var preferring =
        new ContributedEngineCatalogue(
            List.of(broken, scripted), () -> Optional.of(ScriptedEngine.ID));
    var misled =
        new ContributedEngineCatalogue(List.of(scripted), () -> Optional.of("not.installed"));

    try (LoadedModel first = preferring.load(model, EngineOptions.cpu(1), null);
        LoadedModel only = misled.load(model, EngineOptions.cpu(1), null)) {
      assertTrue(first.findings().isEmpty(), first.findings().toString());
      assertTrue(only.findings().isEmpty(), only.findings().toString());
    }
  }

  @Test
  void saysWhyNoEngineCan() {
    var none = catalogue();
    String format =
        assertThrows(InferenceException.class, () -> none.load(model, EngineOptions.cpu(1), null))
            .getMessage();
    assertTrue(format.contains("none reads the format test"), format);

    var broken = catalogue(contribution("a", () -> null));
    String reason =
        assertThrows(InferenceException.class, () -> broken.load(model, EngineOptions.cpu(1), null))
            .getMessage();
    assertTrue(reason.contains("bundle.of.a failed"), reason);
  }

  @Test
  void aBrokenEngineIsUnavailable() {
    var broken = catalogue(contribution("a", () -> new ScriptedEngine()));

    var state = assertInstanceOf(EngineState.Unavailable.class, broken.state("a"));
    assertTrue(state.sentence().contains("calls itself"), state.sentence());
  }

  @Test
  void aDuplicateIdIsAFindingOfItsBundle() {
    var contribution = contribution(ScriptedEngine.ID, ScriptedEngine::new);
    var catalogue = catalogue(contribution, contribution);

    assertEquals(1, catalogue.engines().size());
    assertEquals("bundle.of." + ScriptedEngine.ID, catalogue.findings().get(0).affected());
    assertInstanceOf(EngineState.Ready.class, catalogue.state(ScriptedEngine.ID));
  }

  private static ContributedEngineCatalogue catalogue(EngineContribution... contributions) {
    return new ContributedEngineCatalogue(List.of(contributions));
  }

  private static EngineContribution contribution(String id, Callable<InferenceEngine> maker) {
    return new EngineContribution(new EngineEntry(id, id, "bundle.of." + id), maker);
  }
}
