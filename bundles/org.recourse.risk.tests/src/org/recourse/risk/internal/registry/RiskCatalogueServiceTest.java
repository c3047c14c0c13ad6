/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.internal.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.recourse.risk.RiskCatalogue;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskModelEntry;
import org.recourse.risk.published.PublishedRiskModels;

/** Asks the framework for the service: a missing descriptor fails silently otherwise. */
class RiskCatalogueServiceTest {

  @Test
  void theCatalogueIsAServiceAndHoldsThePublishedModelsAsRegistered() throws BundleException {
    Bundle bundle = FrameworkUtil.getBundle(RiskModelRegistry.class);
    assumeTrue(bundle != null, "not running in OSGi");
    bundle.start(Bundle.START_TRANSIENT);
    BundleContext context = bundle.getBundleContext();
    ServiceReference<RiskCatalogue> reference = context.getServiceReference(RiskCatalogue.class);
    assertNotNull(reference, "no RiskCatalogue service: OSGI-INF missing or SCR not started");
    RiskCatalogue catalogue = context.getService(reference);

    List<RiskModelEntry> own =
        catalogue.models().stream()
            .filter(entry -> entry.contributor().equals("org.recourse.risk"))
            .toList();
    assertEquals(
        PublishedRiskModels.all().stream().map(m -> m.description().id()).toList(),
        own.stream().map(RiskModelEntry::id).toList());
    for (RiskModelEntry entry : own) {
      RiskModelDescription description = catalogue.description(entry.id()).orElseThrow();
      assertEquals(description.title(), entry.title());
    }
    assertTrue(catalogue.findings().isEmpty(), catalogue.findings().toString());
    context.ungetService(reference);
  }
}
