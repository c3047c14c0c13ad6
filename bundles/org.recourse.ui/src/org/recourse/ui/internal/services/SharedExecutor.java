/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.services;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.recourse.grid.parallel.SliceExecutor;

/** Owns the threads on which the slices of all open cases are computed. Thread-safe. */
@Component(service = SharedExecutor.class)
public final class SharedExecutor {

  private final SliceExecutor slices;

  @Activate
  public SharedExecutor() {
    slices = SliceExecutor.ofAllCores();
  }

  public SliceExecutor slices() {
    return slices;
  }

  @Deactivate
  void stop() {
    slices.close();
  }
}
