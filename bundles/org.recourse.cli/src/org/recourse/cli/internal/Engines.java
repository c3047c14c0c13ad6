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
import org.recourse.inference.engine.EngineCatalogue;

/** Where commands find the engines for trained models, when they need them. */
@FunctionalInterface
interface Engines {

  /** Returns the catalogue; empty if the installation has none. */
  Optional<EngineCatalogue> catalogue();

  /**
   * Returns the catalogue that is a service of the framework. The process ends with the command, so
   * the service is not given back.
   */
  static Engines ofFramework() {
    return () -> {
      Bundle bundle = FrameworkUtil.getBundle(Engines.class);
      if (bundle == null) { // outside of a framework, in plain tests
        return Optional.empty();
      }
      BundleContext context = bundle.getBundleContext();
      ServiceReference<EngineCatalogue> reference =
          context.getServiceReference(EngineCatalogue.class);
      return Optional.ofNullable(reference).map(context::getService);
    };
  }
}
