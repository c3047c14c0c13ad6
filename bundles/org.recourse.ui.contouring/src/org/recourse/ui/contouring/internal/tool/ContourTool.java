/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.tool;

import java.util.Objects;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.recourse.rendering.Orientation;
import org.recourse.ui.contouring.internal.edit.Drawing;
import org.recourse.ui.contouring.internal.shape.SliceShape;
import org.recourse.ui.viewer.SliceCanvas;
import org.recourse.ui.viewer.SlicePointer;
import org.recourse.ui.viewer.SliceTool;

/**
 * What the drawing tools have in common: they work on axial slices, draw the structure themselves
 * while it changes, and change the size of the brush. UI thread only.
 */
abstract class ContourTool implements SliceTool {

  private static final double FILL_OPACITY = 0.18;
  private static final double LINE_PIXELS = 2;

  private final Contouring contouring;
  private final ToolKind kind;

  ContourTool(Contouring contouring, ToolKind kind) {
    this.contouring = Objects.requireNonNull(contouring, "contouring");
    this.kind = Objects.requireNonNull(kind, "kind");
  }

  final Contouring contouring() {
    return contouring;
  }

  final ToolKind kind() {
    return kind;
  }

  @Override
  public final String title() {
    return kind.title();
  }

  static boolean isAxial(SlicePointer pointer) {
    return pointer.plane().orientation() == Orientation.AXIAL;
  }

  /** The shape under way on a slice; empty where the model is what is to be seen. */
  abstract Optional<SliceShape> live(double sliceMm);

  /** Marks of the tool itself, over the structure. */
  abstract void paintTool(SliceCanvas canvas, int rgb);

  @Override
  public final void paint(SliceCanvas canvas) {
    if (canvas.plane().orientation() != Orientation.AXIAL
        || !(contouring.possible() instanceof Drawing.Possible.Ready(Drawing drawing))) {
      return;
    }
    double sliceMm = drawing.sliceMm(canvas.plane().positionMm());
    SliceShape shape = live(sliceMm).orElseGet(() -> drawing.at(sliceMm));
    int rgb = drawing.structure().getColourRgb();
    if (!shape.isEmpty()) {
      canvas.fill(shape.loopsXyMm(), rgb, FILL_OPACITY);
      shape.loopsXyMm().forEach(loop -> canvas.polyline(loop, true, rgb, LINE_PIXELS));
    }
    paintTool(canvas, rgb);
  }

  @Override
  public boolean keyPressed(Event key) {
    switch (key.character) {
      case '[' -> contouring.growBrush(-1);
      case ']' -> contouring.growBrush(1);
      default -> {
        return key.character == SWT.ESC && dropped();
      }
    }
    return true;
  }

  /** Drops the gesture under way; returns whether there was one. */
  abstract boolean dropped();

  @Override
  public void putDown() {
    dropped();
  }
}
