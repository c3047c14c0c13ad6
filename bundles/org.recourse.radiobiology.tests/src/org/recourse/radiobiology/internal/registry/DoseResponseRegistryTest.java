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

import org.eclipse.core.runtime.CoreException;
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
import org.recourse.testing.TestExtensions;

/** Reads extensions from a registry of its own, so it runs with and without OSGi. */
class DoseResponseRegistryTest {

  private TestExtensions extensions;

  @BeforeEach
  void openRegistry() throws CoreException {
    extensions = new TestExtensions(DoseResponseRegistryTest.class);
    extensions.contribute(
        "org.recourse.radiobiology", "<extension-point id=\"doseResponses\" name=\"x\"/>");
  }

  @AfterEach
  void closeRegistry() {
    extensions.close();
  }

  @Test
  void ourOwnComeFirstAndClassesAreMadeWhenAskedFor() {
    extensions.contribute("a.vendor", element("doseResponse", "a", "com.example.Missing"));
    extensions.contribute(
        "org.recourse.radiobiology",
        element("doseResponse", "lyman", TemporalLobeLymanResponse.class.getName()));
    extensions.contribute(
        "org.recourse.radiobiology",
        element("doseConversion", "lq", LinearQuadraticConversion.class.getName()));
    var catalogue = new DoseResponseRegistry(extensions.registry());

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
    extensions.contribute("a.vendor", element("doseResponse", "x", "java.lang.String"));
    extensions.contribute("b.vendor", element("doseResponse", "x", "java.lang.String"));
    extensions.contribute("c.vendor", element("doseResponse", "", "java.lang.String"));
    var catalogue = new DoseResponseRegistry(extensions.registry());

    assertEquals("c.vendor", catalogue.findings().get(0).affected());
    assertTrue(catalogue.findings().get(0).text().contains("lacks id"));
    assertEquals("b.vendor", catalogue.findings().get(1).affected());
    assertTrue(catalogue.findings().get(1).text().contains("has one with the same id"));
    var wrong = assertInstanceOf(Lookup.Missing.class, catalogue.response("x"));
    assertTrue(wrong.sentence().contains("does not implement"), wrong.sentence());
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
}
