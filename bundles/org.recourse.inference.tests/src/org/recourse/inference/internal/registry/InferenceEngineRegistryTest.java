/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.internal.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.EngineEntry;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.engine.ScriptedEngine;
import org.recourse.testing.TestExtensions;
import org.recourse.testing.Waiting;

/** Reads extensions from a registry of its own, so it runs with and without OSGi. */
class InferenceEngineRegistryTest {

  private TestExtensions extensions;

  @BeforeEach
  void openRegistry() throws CoreException {
    extensions = new TestExtensions(InferenceEngineRegistryTest.class);
    extensions.contribute(
        "org.recourse.inference", "<extension-point id=\"engines\" name=\"Inference engines\"/>");
  }

  @AfterEach
  void closeRegistry() {
    extensions.close();
  }

  @Test
  void findsEnginesWithoutLoadingThemAndPutsTheDefaultFirst() {
    extensions.contribute("a.vendor", engine("a.missing", "com.example.Missing"));
    extensions.contribute(
        "org.recourse.inference.onnx", engine(ScriptedEngine.ID, ScriptedEngine.class.getName()));
    var engines = new InferenceEngineRegistry(extensions.registry());

    assertEquals(
        List.of("org.recourse.inference.onnx", "a.vendor"),
        engines.engines().stream().map(EngineEntry::contributor).toList());
    assertTrue(engines.findings().isEmpty());
    assertInstanceOf(EngineState.Ready.class, engines.state(ScriptedEngine.ID));
  }

  @Test
  void aClassThatIsMissingOrNoEngineIsUnavailable() {
    extensions.contribute("a.vendor", engine("a.missing", "com.example.Missing"));
    extensions.contribute("b.vendor", engine("b.string", "java.lang.String"));
    var engines = new InferenceEngineRegistry(extensions.registry());

    var missing = assertInstanceOf(EngineState.Unavailable.class, engines.state("a.missing"));
    assertTrue(missing.sentence().contains("a.vendor"), missing.sentence());
    var wrong = assertInstanceOf(EngineState.Unavailable.class, engines.state("b.string"));
    assertTrue(wrong.sentence().contains("does not implement"), wrong.sentence());
  }

  @Test
  void anExtensionWithoutIdIsAFindingOfItsBundle() {
    extensions.contribute(
        "a.vendor",
        "<extension point=\"org.recourse.inference.engines\"><engine title=\"x\" class=\"y\"/>"
            + "</extension>");
    var engines = new InferenceEngineRegistry(extensions.registry());

    assertTrue(engines.engines().isEmpty());
    Finding finding = engines.findings().get(0);
    assertEquals("a.vendor", finding.affected());
    assertTrue(finding.text().contains("lacks id"), finding.text());
  }

  @Test
  void aBundleThatComesLaterIsSeen() {
    var engines = new InferenceEngineRegistry(extensions.registry());
    assertTrue(engines.engines().isEmpty());

    extensions.contribute("a.vendor", engine(ScriptedEngine.ID, ScriptedEngine.class.getName()));
    Waiting.until("the registry tells it", () -> !engines.engines().isEmpty());
    engines.close();
  }

  private static String engine(String id, String className) {
    return "<extension point=\"org.recourse.inference.engines\"><engine id=\""
        + id
        + "\" title=\""
        + id
        + "\" class=\""
        + className
        + "\"/></extension>";
  }
}
