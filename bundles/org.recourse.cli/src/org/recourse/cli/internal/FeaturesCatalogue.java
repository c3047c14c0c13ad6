/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.recourse.radiomics.BuiltInFeatures;
import org.recourse.radiomics.FeatureCatalogue;

/** Finds the installed feature families and filters for a command, which the platform creates. */
final class FeaturesCatalogue {

  private FeaturesCatalogue() {}

  /** Returns the service with the vendors' contributions; outside of OSGi, our own families. */
  static FeatureCatalogue installed() {
    return Optional.ofNullable(FrameworkUtil.getBundle(FeaturesCatalogue.class)) // OSGi: or null
        .map(Bundle::getBundleContext)
        .flatMap(FeaturesCatalogue::service)
        .orElseGet(BuiltInFeatures::catalogue);
  }

  private static Optional<FeatureCatalogue> service(BundleContext bundles) {
    ServiceReference<FeatureCatalogue> reference =
        bundles.getServiceReference(FeatureCatalogue.class);
    return Optional.ofNullable(reference).map(bundles::getService); // OSGi: no such service
  }
}
