/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.recourse.inference.engine.EngineChoice;
import org.recourse.inference.engine.EngineEntry;

/** Asks the framework for the services: a missing descriptor fails silently otherwise. */
class RemoteServicesTest {

  @Test
  void settingsAndChoiceAreServicesAndTheEngineIsInTheCatalogue() throws BundleException {
    Bundle bundle = FrameworkUtil.getBundle(RemoteEngine.class);
    assumeTrue(bundle != null, "not running in OSGi");
    bundle.start(Bundle.START_TRANSIENT);
    BundleContext context = bundle.getBundleContext();
    FrameworkUtil.getBundle(EngineCatalogue.class).start(Bundle.START_TRANSIENT);

    assertNotNull(context.getServiceReference(RemoteSettingsSource.class));
    assertNotNull(context.getServiceReference(EngineChoice.class));
    ServiceReference<EngineCatalogue> reference =
        context.getServiceReference(EngineCatalogue.class);
    assertNotNull(reference);
    EngineCatalogue catalogue = context.getService(reference);
    assertTrue(catalogue.engines().stream().map(EngineEntry::id).anyMatch(RemoteEngine.ID::equals));
    assertEquals(new RemoteEngine().state(), catalogue.state(RemoteEngine.ID));
    context.ungetService(reference);
  }
}
