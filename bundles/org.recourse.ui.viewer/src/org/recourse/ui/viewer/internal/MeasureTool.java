/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.Objects;
import org.recourse.ui.viewer.SlicePointer;
import org.recourse.ui.viewer.SliceTool;

/** Draws a line with the left button, for the ruler or the dose profile. UI thread only. */
final class MeasureTool implements SliceTool {

  private final LineTool kind;
  private final Measuring measuring;

  MeasureTool(LineTool kind, Measuring measuring) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.measuring = Objects.requireNonNull(measuring, "measuring");
  }

  LineTool kind() {
    return kind;
  }

  @Override
  public String title() {
    return switch (kind) {
      case RULER -> "Ruler";
      case PROFILE -> "Dose profile";
    };
  }

  @Override
  public String hint() {
    return "Draw a line with the left button; Escape leaves the tool";
  }

  @Override
  public boolean pressed(SlicePointer pointer) {
    measuring.begin(pointer.plane().orientation(), pointer.pointMm());
    return true;
  }

  @Override
  public void dragged(SlicePointer pointer) {
    measuring.extendTo(pointer.pointMm());
  }

  @Override
  public void released(SlicePointer pointer) {
    measuring.finish();
  }
}
