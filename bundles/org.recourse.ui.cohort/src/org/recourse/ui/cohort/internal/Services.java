/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal;

import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Finds services for parts that the workbench makes, which get none injected. Stateless. */
public final class Services {

  private Services() {}

  /** Returns a service that an installation may lack. */
  public static <S> Optional<S> optional(Class<S> type) {
    BundleContext context = FrameworkUtil.getBundle(Services.class).getBundleContext();
    return Optional.ofNullable(context.getServiceReference(type)).map(context::getService);
  }

  /**
   * @throws IllegalStateException if the service is missing, which is a fault of the product
   */
  public static <S> S find(Class<S> type) {
    return optional(type)
        .orElseThrow(() -> new IllegalStateException(type.getName() + " is not running"));
  }
}
