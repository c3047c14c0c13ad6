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
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.recourse.ui.session.OverlayToggle;

/** Keys of one slice view. UI thread only. */
final class SliceKeys {

  private static final int FAST_SLICES = 10;

  private final SliceView view;
  private final ViewerModel model;
  private final Runnable centreOnStructure;

  SliceKeys(SliceView view, ViewerModel model, Runnable centreOnStructure) {
    this.view = view;
    this.model = model;
    this.centreOnStructure = centreOnStructure;
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
    switch (event.keyCode) {
      case SWT.ARROW_UP, SWT.ARROW_RIGHT -> model.scroll(view.orientation(), 1);
      case SWT.ARROW_DOWN, SWT.ARROW_LEFT -> model.scroll(view.orientation(), -1);
      case SWT.PAGE_UP -> model.scroll(view.orientation(), FAST_SLICES);
      case SWT.PAGE_DOWN -> model.scroll(view.orientation(), -FAST_SLICES);
      case SWT.HOME -> centreOnStructure.run();
      default -> {
        toggleOf(event.character).ifPresent(model::toggle);
        WindowPreset.ofKey(event.character).ifPresent(model::applyPreset);
      }
    }
  }

  static Optional<OverlayToggle> toggleOf(char character) {
    return switch (Character.toLowerCase(character)) {
      case 'd' -> Optional.of(OverlayToggle.DOSE_WASH);
      case 'c' -> Optional.of(OverlayToggle.CONTOURS);
      case 'i' -> Optional.of(OverlayToggle.ISODOSES);
      case 'g' -> Optional.of(OverlayToggle.GRADIENT);
      default -> Optional.empty();
    };
  }
}
