/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Finds OSGi services for objects that the platform creates. Stateless. */
public final class Services {

  private Services() {}

  /** Returns a service; empty if nobody publishes one. */
  public static <S> Optional<S> find(Class<S> type) {
    return Optional.ofNullable(FrameworkUtil.getBundle(Services.class))
        .map(bundle -> bundle.getBundleContext())
        .flatMap(context -> find(context, type));
  }

  private static <S> Optional<S> find(BundleContext context, Class<S> type) {
    return Optional.ofNullable(context.getServiceReference(type)).map(context::getService);
  }
}
