/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.prefs.BackingStoreException;
import org.recourse.inference.prediction.DemonstrationOutput;
import org.recourse.inference.remote.RemoteSettingsSource;

/** Asks the framework for the services: a missing descriptor fails silently otherwise. */
class InferenceServicesTest {

  @Test
  void settingsAndSwitchAreServicesAndFollowThePreferences()
      throws BundleException, BackingStoreException {
    Bundle bundle = FrameworkUtil.getBundle(InferencePreferencePage.class);
    assumeTrue(bundle != null, "not running in OSGi");
    bundle.start(Bundle.START_TRANSIENT);
    BundleContext context = bundle.getBundleContext();
    assertNotNull(context.getServiceReference(DemonstrationOutput.class));
    assertNotNull(context.getServiceReference(RemoteSettingsSource.class));

    InferencePreferences preferences = InferencePreferences.ofWorkspace();
    ServerEntry before = preferences.server();
    boolean demonstrationBefore = preferences.demonstration();
    assertFalse(demonstrationBefore, "off by default");
    try {
      preferences.save(new ServerEntry(true, "http://127.0.0.1:1", "", 1, 2, false, false), true);
      assertTrue(new PreferenceSettings().settings().isPresent());
      assertTrue(new DemonstrationSwitch().isOn());
    } finally {
      preferences.save(before, demonstrationBefore);
    }
    assertTrue(new PreferenceSettings().settings().isEmpty());
  }
}
