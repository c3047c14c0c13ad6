/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.planning;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.recourse.planning.engine.ContributedDoseEngines;
import org.recourse.planning.engine.DoseEngineCatalogue;

/** Finds the installed dose engines for a command, which the platform creates. */
public final class InstalledDoseEngines {

  private InstalledDoseEngines() {}

  /** Returns the service with the vendors' contributions; outside of OSGi, our own engine. */
  public static DoseEngineCatalogue find() {
    return Optional.ofNullable(FrameworkUtil.getBundle(InstalledDoseEngines.class)) // OSGi: or null
        .map(Bundle::getBundleContext)
        .flatMap(InstalledDoseEngines::service)
        .orElseGet(ContributedDoseEngines::standard);
  }

  private static Optional<DoseEngineCatalogue> service(BundleContext bundles) {
    ServiceReference<DoseEngineCatalogue> reference =
        bundles.getServiceReference(DoseEngineCatalogue.class);
    return Optional.ofNullable(reference).map(bundles::getService); // OSGi: no such service
  }
}
