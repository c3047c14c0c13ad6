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

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.spi.RegistryContributor;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.EngineEntry;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.engine.ScriptedEngine;

/** Reads extensions from a registry of its own, so it runs with and without OSGi. */
class InferenceEngineRegistryTest {

  private final Object token = new Object();
  private IExtensionRegistry registry;

  @BeforeEach
  void openRegistry() throws CoreException {
    registry = RegistryFactory.createRegistry(new TestStrategy(), token, token);
    contribute(
        "org.recourse.inference", "<extension-point id=\"engines\" name=\"Inference engines\"/>");
  }

  @AfterEach
  void closeRegistry() {
    registry.stop(token);
  }

  @Test
  void findsEnginesWithoutLoadingThemAndPutsTheDefaultFirst() {
    contribute("a.vendor", engine("a.missing", "com.example.Missing"));
    contribute(
        "org.recourse.inference.onnx", engine(ScriptedEngine.ID, ScriptedEngine.class.getName()));
    var engines = new InferenceEngineRegistry(registry);

    assertEquals(
        List.of("org.recourse.inference.onnx", "a.vendor"),
        engines.engines().stream().map(EngineEntry::contributor).toList());
    assertTrue(engines.findings().isEmpty());
    assertInstanceOf(EngineState.Ready.class, engines.state(ScriptedEngine.ID));
  }

  @Test
  void aClassThatIsMissingOrNoEngineIsUnavailable() {
    contribute("a.vendor", engine("a.missing", "com.example.Missing"));
    contribute("b.vendor", engine("b.string", "java.lang.String"));
    var engines = new InferenceEngineRegistry(registry);

    var missing = assertInstanceOf(EngineState.Unavailable.class, engines.state("a.missing"));
    assertTrue(missing.sentence().contains("a.vendor"), missing.sentence());
    var wrong = assertInstanceOf(EngineState.Unavailable.class, engines.state("b.string"));
    assertTrue(wrong.sentence().contains("does not implement"), wrong.sentence());
  }

  @Test
  void anExtensionWithoutIdIsAFindingOfItsBundle() {
    contribute(
        "a.vendor",
        "<extension point=\"org.recourse.inference.engines\"><engine title=\"x\" class=\"y\"/>"
            + "</extension>");
    var engines = new InferenceEngineRegistry(registry);

    assertTrue(engines.engines().isEmpty());
    Finding finding = engines.findings().get(0);
    assertEquals("a.vendor", finding.affected());
    assertTrue(finding.text().contains("lacks id"), finding.text());
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void aBundleThatComesLaterIsSeen() throws InterruptedException {
    var engines = new InferenceEngineRegistry(registry);
    assertTrue(engines.engines().isEmpty());

    contribute("a.vendor", engine(ScriptedEngine.ID, ScriptedEngine.class.getName()));
    while (engines.engines().isEmpty()) { // the registry tells its listeners on its own thread
      Thread.sleep(5);
    }
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

  private void contribute(String bundle, String xml) {
    String plugin =
        "<?xml version=\"1.0\"?><?eclipse version=\"3.4\"?><plugin>" + xml + "</plugin>";
    boolean added =
        registry.addContribution(
            new ByteArrayInputStream(plugin.getBytes(StandardCharsets.UTF_8)),
            ContributorFactorySimple.createContributor(bundle),
            false,
            bundle,
            null,
            token);
    assertTrue(added, plugin);
  }

  /** Loads classes with the loader of this test: the registry bundle does not see them. */
  private static final class TestStrategy extends RegistryStrategy {

    TestStrategy() {
      super(null, null);
    }

    @Override
    public Object createExecutableExtension(
        RegistryContributor contributor, String className, String overriddenContributorName)
        throws CoreException {
      try {
        return Class.forName(className, true, InferenceEngineRegistryTest.class.getClassLoader())
            .getDeclaredConstructor()
            .newInstance();
      } catch (ReflectiveOperationException e) {
        throw new CoreException(Status.error("cannot create " + className, e));
      }
    }
  }
}
