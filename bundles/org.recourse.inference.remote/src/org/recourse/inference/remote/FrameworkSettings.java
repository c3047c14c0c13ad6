/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * The settings that the services of the framework know at the moment.
 *
 * <p>The extension registry creates engines, so Declarative Services cannot inject into them; the
 * framework is asked each time instead. Nothing is kept.
 */
final class FrameworkSettings implements RemoteSettingsSource {

  @Override
  public Optional<RemoteSettings> settings() {
    Bundle bundle = FrameworkUtil.getBundle(FrameworkSettings.class);
    if (bundle == null) { // outside of a framework, in plain tests
      return Optional.empty();
    }
    return settings(bundle.getBundleContext());
  }

  private static Optional<RemoteSettings> settings(BundleContext framework) {
    for (ServiceReference<RemoteSettingsSource> reference : references(framework)) {
      RemoteSettingsSource source = framework.getService(reference);
      if (source != null) { // OSGi: the service went away
        try {
          Optional<RemoteSettings> settings = source.settings();
          if (settings.isPresent()) {
            return settings;
          }
        } finally {
          framework.ungetService(reference);
        }
      }
    }
    return Optional.empty();
  }

  private static List<ServiceReference<RemoteSettingsSource>> references(BundleContext framework) {
    try {
      return framework.getServiceReferences(RemoteSettingsSource.class, null).stream()
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("there is no filter", e);
    }
  }
}
