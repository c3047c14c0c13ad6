/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.recourse.risk.RiskCatalogue;

/** Asks the framework for the services: a missing descriptor fails silently otherwise. */
class EditorServicesTest {

  @Test
  void theEditorFindsItsServices() throws BundleException {
    Bundle own = FrameworkUtil.getBundle(EditorServices.class);
    assumeTrue(own != null, "not running in OSGi");
    FrameworkUtil.getBundle(RiskCatalogue.class).start(Bundle.START_TRANSIENT);
    own.start(Bundle.START_TRANSIENT);

    EditorServices services = ServiceLookup.find(EditorServices.class).orElseThrow();

    assertTrue(services.executor().threadCount() >= 1);
    assertEquals(
        services.pages().stream().sorted((a, b) -> a.order() - b.order()).toList(),
        services.pages());
  }
}
