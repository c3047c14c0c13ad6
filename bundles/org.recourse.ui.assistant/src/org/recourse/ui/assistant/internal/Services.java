/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Finds OSGi services for objects that the platform creates. Stateless. */
final class Services {

  private Services() {}

  static <S> Optional<S> find(Class<S> type) {
    return Optional.ofNullable(FrameworkUtil.getBundle(Services.class))
        .map(Bundle::getBundleContext)
        .flatMap(context -> find(context, type));
  }

  private static <S> Optional<S> find(BundleContext context, Class<S> type) {
    return Optional.ofNullable(context.getServiceReference(type)).map(context::getService);
  }

  /** Name and version of the program, as records and reports name it. */
  static String software() {
    Bundle bundle = FrameworkUtil.getBundle(Services.class);
    return bundle == null ? "ReCourse" : "ReCourse " + bundle.getVersion();
  }
}
