/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.protocols;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.recourse.assistant.protocols.ProtocolCatalogue;

/**
 * Finds the catalogue for parts that the workbench creates and declarative services cannot reach.
 * Stateless.
 */
public final class ProtocolServices {

  private ProtocolServices() {}

  /** Returns the catalogue; empty outside of OSGi or before it has started. */
  public static Optional<ProtocolCatalogue> catalogue() {
    return Optional.ofNullable(FrameworkUtil.getBundle(ProtocolServices.class))
        .map(Bundle::getBundleContext)
        .flatMap(ProtocolServices::service);
  }

  private static Optional<ProtocolCatalogue> service(BundleContext context) {
    ServiceReference<ProtocolCatalogue> reference =
        context.getServiceReference(ProtocolCatalogue.class);
    return Optional.ofNullable(reference).map(context::getService);
  }
}
