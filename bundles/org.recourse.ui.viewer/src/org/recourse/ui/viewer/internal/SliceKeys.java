/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/**
 * Keys of one slice view. In the workbench the commands come first and these keys serve where no
 * command took the key, such as in a window without a workbench. UI thread only.
 */
final class SliceKeys {

  private final ViewerModel model;
  private final Consumer<ViewerAction> perform;

  SliceKeys(SliceView view, ViewerModel model, Consumer<ViewerAction> perform) {
    this.model = model;
    this.perform = perform;
    Canvas canvas = view.canvas();
    canvas.addListener(SWT.KeyDown, this::pressed);
    canvas.addListener(SWT.Traverse, SliceKeys::keepArrows);
  }

  /** Arrows and pages scroll; only Tab leaves the view. */
  private static void keepArrows(Event event) {
    event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS;
  }

  private void pressed(Event event) {
    if ((event.stateMask & (SWT.MOD1 | SWT.MOD3)) != 0) {
      return; // Ctrl and Alt belong to the workbench
    }
    if (model.tools().active().filter(tool -> tool.keyPressed(event)).isPresent()) {
      return;
    }
    if (event.character == SWT.ESC) {
      model.measuring().clear();
      model.tools().putDown();
      return;
    }
    Optional<ViewerAction> action = ViewerAction.ofKey(event);
    action.ifPresent(perform);
  }
}
