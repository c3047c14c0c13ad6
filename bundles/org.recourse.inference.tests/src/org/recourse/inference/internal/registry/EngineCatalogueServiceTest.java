/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.internal.registry;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.recourse.inference.engine.EngineCatalogue;

/** Asks the framework for the service: a missing descriptor fails silently otherwise. */
class EngineCatalogueServiceTest {

  @Test
  void theCatalogueIsAService() throws BundleException {
    Bundle bundle = FrameworkUtil.getBundle(InferenceEngineRegistry.class);
    assumeTrue(bundle != null, "not running in OSGi");
    bundle.start(Bundle.START_TRANSIENT);
    BundleContext context = bundle.getBundleContext();
    ServiceReference<EngineCatalogue> reference =
        context.getServiceReference(EngineCatalogue.class);
    assertNotNull(reference, "no EngineCatalogue service: OSGI-INF missing or SCR not started");
    EngineCatalogue catalogue = context.getService(reference);

    assertTrue(catalogue.findings().isEmpty(), catalogue.findings().toString());
    context.ungetService(reference);
  }
}
