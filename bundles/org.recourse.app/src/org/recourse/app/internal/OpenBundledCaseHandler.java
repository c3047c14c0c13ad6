/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.app.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Opens the bundled synthetic case from the menu. */
public final class OpenBundledCaseHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) {
    OpenBundledCaseJob.start();
    return null; // required by the contract of IHandler
  }
}
