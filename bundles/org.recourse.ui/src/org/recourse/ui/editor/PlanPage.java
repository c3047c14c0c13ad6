/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.editor;

import org.eclipse.swt.widgets.Control;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One page of an open plan editor. Used on the UI thread; ends when its control is disposed.
 *
 * @since 1.0
 */
@ConsumerType
public interface PlanPage {

  /** The control that fills the tab. */
  Control control();

  /** Gives the keyboard focus to the page. */
  default void setFocus() {
    control().setFocus();
  }
}
