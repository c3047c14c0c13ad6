/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.internal.protocols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.assistant.protocols.ProtocolFixtures;
import org.recourse.assistant.protocols.ProtocolGoal;
import org.recourse.assistant.protocols.ProtocolTemplate;
import org.recourse.radiobiology.conversion.LinearQuadratic;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.ledger.RecoveryConvention;

class ProtocolRegistryTest {

  private static final String POINT = "<extension-point id=\"protocols\" name=\"Protocols\"/>";

  private ProtocolFixtures fixtures;

  @BeforeEach
  void open() throws CoreException {
    fixtures = new ProtocolFixtures();
  }

  @AfterEach
  void close() {
    fixtures.close();
  }

  @Test
  void shippedProtocolsAreReadWithoutFinding() throws IOException {
    assumeTrue(fixtures.contributeShipped(), "plugin.xml of the bundle is not at hand");
    var catalogue = new ProtocolRegistry(fixtures.registry());

    assertEquals(List.of(), catalogue.findings());
    assertEquals(
        List.of(
            "org.recourse.protocol.rnpcReirradiation",
            "org.recourse.protocol.quantec",
            "org.recourse.protocol.npcPrimary",
            "org.recourse.protocol.icru83Targets",
            "org.recourse.protocol.hyperfractionated65in54"),
        catalogue.protocols().stream().map(ProtocolTemplate::id).toList());
  }

  @Test
  void noShippedLimitIsComparedWithADiscountedSum() throws IOException {
    assumeTrue(fixtures.contributeShipped(), "plugin.xml of the bundle is not at hand");
    for (ProtocolTemplate protocol : new ProtocolRegistry(fixtures.registry()).protocols()) {
      for (ProtocolGoal goal : protocol.goals()) {
        assertEquals(RecoveryConvention.NONE, goal.convention(), goal.id());
      }
    }
  }

  @Test
  void nieder2006IsConvertedFromBed() throws IOException {
    assumeTrue(fixtures.contributeShipped(), "plugin.xml of the bundle is not at hand");
    var rnpc =
        new ProtocolRegistry(fixtures.registry())
            .protocol("org.recourse.protocol.rnpcReirradiation")
            .orElseThrow();
    var two = new AlphaBetaRatio(2);
    assertEquals(LinearQuadratic.eqd2OfBedGy(120, two), limit(rnpc, "cord.nieder.noMyelopathy"));
    assertEquals(LinearQuadratic.eqd2OfBedGy(135.5, two), limit(rnpc, "cord.nieder.smallRisk"));
    assertEquals(LinearQuadratic.eqd2OfBedGy(98, two), limit(rnpc, "cord.nieder.course"));
  }

  @Test
  void mistakesOfAVendorAreFindingsOfItsBundle() {
    fixtures.contribute("org.recourse.assistant", POINT);
    fixtures.contribute("a.vendor", protocol("a", ""));
    fixtures.contribute("b.vendor", protocol("a", ""));
    fixtures.contribute("c.vendor", protocol("c", "<goal id=\"g\" structures=\"Cord\"/>"));
    fixtures.contribute(
        "d.vendor",
        protocol(
            "d", "<tissue structures=\"Cord\" alphaBetaGy=\"-2\" source=\"x\" evidence=\"R\"/>"));
    fixtures.contribute(
        "e.vendor",
        protocol(
            "e", "<tissue structures=\"Cord\" alphaBetaGy=\"2\" source=\"x\" evidence=\"Z\"/>"));
    var catalogue = new ProtocolRegistry(fixtures.registry());

    assertEquals(1, catalogue.protocols().size());
    assertEquals(
        List.of("c.vendor", "d.vendor", "e.vendor", "b.vendor"),
        catalogue.findings().stream().map(f -> f.affected()).toList());
    assertTrue(catalogue.findings().get(0).text().contains("goal g lacks metric"));
    assertTrue(catalogue.findings().get(1).text().contains("alpha/beta"));
    assertTrue(catalogue.findings().get(2).text().contains("evidence is \"Z\""));
    assertTrue(catalogue.findings().get(3).text().contains("has one with the same id"));
  }

  /** A missing descriptor fails silently otherwise. */
  @Test
  void theCatalogueIsAService() throws BundleException {
    Bundle bundle = FrameworkUtil.getBundle(ProtocolRegistry.class);
    assumeTrue(bundle != null, "not running in OSGi");
    bundle.start(Bundle.START_TRANSIENT);
    ServiceReference<ProtocolCatalogue> reference =
        bundle.getBundleContext().getServiceReference(ProtocolCatalogue.class);
    assertNotNull(reference, "no ProtocolCatalogue: OSGI-INF missing or SCR not started");
    ProtocolCatalogue catalogue = bundle.getBundleContext().getService(reference);
    assertEquals(5, catalogue.protocols().size());
    bundle.getBundleContext().ungetService(reference);
  }

  private static double limit(ProtocolTemplate protocol, String goalId) {
    return protocol.goals().stream()
        .filter(goal -> goal.id().equals(goalId))
        .findFirst()
        .orElseThrow()
        .limit();
  }

  private static String protocol(String id, String content) {
    return "<extension point=\"org.recourse.assistant.protocols\"><protocol id=\""
        + id
        + "\" title=\"t\">"
        + content
        + "</protocol></extension>";
  }
}
