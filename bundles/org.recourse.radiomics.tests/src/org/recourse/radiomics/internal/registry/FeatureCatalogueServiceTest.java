/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.recourse.radiomics.FeatureCatalogue;

/** The catalogue as other bundles get it; needs a framework. */
class FeatureCatalogueServiceTest {

  @Test
  void offersTheFamiliesAndFiltersOfPyradiomics() throws Exception {
    Bundle bundle = FrameworkUtil.getBundle(ExtensionCatalogue.class);
    Assumptions.assumeTrue(bundle != null, "not running in an OSGi framework");
    bundle.start(Bundle.START_TRANSIENT);
    BundleContext context = bundle.getBundleContext();
    ServiceReference<FeatureCatalogue> reference =
        context.getServiceReference(FeatureCatalogue.class);
    assertNotNull(reference, "no FeatureCatalogue: is OSGI-INF generated?");
    FeatureCatalogue catalogue = context.getService(reference);
    assertTrue(catalogue.findings().isEmpty(), catalogue.findings().toString());
    assertEquals(8, catalogue.families().size());
    assertEquals(17, catalogue.filters().size());
    context.ungetService(reference);
  }
}
