/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.internal.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
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
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.recourse.radiobiology.conversion.LinearQuadraticConversion;
import org.recourse.radiobiology.response.DoseResponse;
import org.recourse.radiobiology.response.DoseResponseCatalogue;
import org.recourse.radiobiology.response.DoseResponseCatalogue.Lookup;
import org.recourse.radiobiology.response.TemporalLobeLymanResponse;

/** Reads extensions from a registry of its own, so it runs with and without OSGi. */
class DoseResponseRegistryTest {

  private final Object token = new Object();
  private IExtensionRegistry registry;

  @BeforeEach
  void openRegistry() throws CoreException {
    registry = RegistryFactory.createRegistry(new TestStrategy(), token, token);
    contribute("org.recourse.radiobiology", "<extension-point id=\"doseResponses\" name=\"x\"/>");
  }

  @AfterEach
  void closeRegistry() {
    registry.stop(token);
  }

  @Test
  void ourOwnComeFirstAndClassesAreMadeWhenAskedFor() {
    contribute("a.vendor", element("doseResponse", "a", "com.example.Missing"));
    contribute(
        "org.recourse.radiobiology",
        element("doseResponse", "lyman", TemporalLobeLymanResponse.class.getName()));
    contribute(
        "org.recourse.radiobiology",
        element("doseConversion", "lq", LinearQuadraticConversion.class.getName()));
    var catalogue = new DoseResponseRegistry(registry);

    assertEquals("lyman", catalogue.responses().get(0).id());
    assertTrue(catalogue.findings().isEmpty());
    assertInstanceOf(Lookup.Found.class, catalogue.response("lyman"));
    assertInstanceOf(Lookup.Found.class, catalogue.conversion("lq"));
    var missing = assertInstanceOf(Lookup.Missing.class, catalogue.response("a"));
    assertTrue(missing.sentence().contains("a.vendor"), missing.sentence());
    assertInstanceOf(Lookup.Missing.class, catalogue.response("nobody"));
  }

  @Test
  void mistakesOfAVendorAreFindingsOfItsBundle() {
    contribute("a.vendor", element("doseResponse", "x", "java.lang.String"));
    contribute("b.vendor", element("doseResponse", "x", "java.lang.String"));
    contribute("c.vendor", element("doseResponse", "", "java.lang.String"));
    var catalogue = new DoseResponseRegistry(registry);

    assertEquals("b.vendor", catalogue.findings().get(0).affected());
    assertTrue(catalogue.findings().get(1).text().contains("lacks id"));
    var wrong = assertInstanceOf(Lookup.Missing.class, catalogue.response("x"));
    assertTrue(wrong.sentence().contains("is no DoseResponse"), wrong.sentence());
  }

  /** A missing descriptor fails silently otherwise. */
  @Test
  void theCatalogueIsAService() throws BundleException {
    Bundle bundle = FrameworkUtil.getBundle(DoseResponseRegistry.class);
    assumeTrue(bundle != null, "not running in OSGi");
    bundle.start(Bundle.START_TRANSIENT);
    ServiceReference<DoseResponseCatalogue> reference =
        bundle.getBundleContext().getServiceReference(DoseResponseCatalogue.class);
    assertNotNull(reference, "no DoseResponseCatalogue: OSGI-INF missing or SCR not started");
    DoseResponseCatalogue catalogue = bundle.getBundleContext().getService(reference);
    for (DoseResponseCatalogue.Entry entry : catalogue.responses()) {
      if (catalogue.response(entry.id()) instanceof Lookup.Found<DoseResponse>(DoseResponse own)) {
        assertEquals(entry.id(), own.description().id());
        assertEquals(entry.title(), own.description().title());
      }
    }
    assertEquals(2, catalogue.responses().size());
    bundle.getBundleContext().ungetService(reference);
  }

  private static String element(String name, String id, String className) {
    return "<extension point=\"org.recourse.radiobiology.doseResponses\"><"
        + name
        + " id=\""
        + id
        + "\" title=\"t\" class=\""
        + className
        + "\"/></extension>";
  }

  private void contribute(String bundle, String xml) {
    String plugin =
        "<?xml version=\"1.0\"?><?eclipse version=\"3.4\"?><plugin>" + xml + "</plugin>";
    assertTrue(
        registry.addContribution(
            new ByteArrayInputStream(plugin.getBytes(StandardCharsets.UTF_8)),
            ContributorFactorySimple.createContributor(bundle),
            false,
            bundle,
            null,
            token));
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
        return Class.forName(className, true, DoseResponseRegistryTest.class.getClassLoader())
            .getDeclaredConstructor()
            .newInstance();
      } catch (ReflectiveOperationException e) {
        throw new CoreException(Status.error("cannot create " + className, e));
      }
    }
  }
}
