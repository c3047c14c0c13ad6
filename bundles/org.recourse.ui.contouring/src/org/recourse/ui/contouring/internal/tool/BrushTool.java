/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.tool;

import java.util.Locale;
import java.util.Optional;
import org.recourse.rendering.Orientation;
import org.recourse.ui.contouring.internal.edit.Drawing;
import org.recourse.ui.contouring.internal.shape.BrushStroke;
import org.recourse.ui.contouring.internal.shape.SliceShape;
import org.recourse.ui.viewer.SliceCanvas;
import org.recourse.ui.viewer.SlicePointer;

/**
 * Brush and eraser: a disc that adds to the structure or takes from it; Shift does the opposite.
 */
final class BrushTool extends ContourTool {

  private static final int ERASER_RGB = 0xf0f0f0;
  private static final double RING_PIXELS = 1;

  /** A stroke under way. */
  private record Stroke(Drawing drawing, double sliceMm, BrushStroke brush, boolean erases) {}

  private Optional<Stroke> stroke = Optional.empty();
  private Optional<SlicePointer> pointer = Optional.empty();

  BrushTool(Contouring contouring, ToolKind kind) {
    super(contouring, kind);
  }

  @Override
  public String hint() {
    return String.format(
        Locale.ROOT,
        "%s %.1f mm: drag on the axial slice. Shift %s, [ ] changes the size, Escape ends.",
        title(),
        contouring().radiusMm(),
        kind() == ToolKind.BRUSH ? "erases" : "draws");
  }

  @Override
  public boolean pressed(SlicePointer at) {
    pointer = Optional.of(at);
    if (!isAxial(at)) {
      return false;
    }
    Optional<Drawing> drawing = contouring().drawing();
    if (drawing.isPresent()) {
      double sliceMm = drawing.get().sliceMm(at.plane().positionMm());
      boolean erases = (kind() == ToolKind.ERASER) != at.shift();
      var brush =
          new BrushStroke(
              drawing.get().at(sliceMm),
              contouring().radiusMm(),
              erases,
              at.pointMm().x(),
              at.pointMm().y());
      stroke = Optional.of(new Stroke(drawing.get(), sliceMm, brush, erases));
      contouring().viewer().repaint();
    }
    return true;
  }

  @Override
  public void dragged(SlicePointer at) {
    pointer = Optional.of(at);
    stroke.ifPresent(under -> under.brush().moveTo(at.pointMm().x(), at.pointMm().y()));
    contouring().viewer().repaint();
  }

  @Override
  public void released(SlicePointer at) {
    Optional<Stroke> finished = stroke;
    stroke = Optional.empty();
    finished.ifPresent(
        done -> {
          done.brush().moveTo(at.pointMm().x(), at.pointMm().y());
          contouring()
              .commit(
                  done.drawing(),
                  done.sliceMm(),
                  done.brush().finished(),
                  done.erases() ? "Erase" : "Draw");
        });
    contouring().viewer().repaint();
  }

  @Override
  public void hovered(Optional<SlicePointer> at) {
    pointer = at;
    contouring().viewer().repaint();
  }

  @Override
  public boolean wheel(SlicePointer at, int notches) {
    contouring().growBrush(notches);
    return true;
  }

  @Override
  Optional<SliceShape> live(double sliceMm) {
    return stroke.filter(under -> under.sliceMm() == sliceMm).map(under -> under.brush().shape());
  }

  @Override
  void paintTool(SliceCanvas canvas, int rgb) {
    pointer
        .filter(at -> at.plane().orientation() == Orientation.AXIAL)
        .ifPresent(
            at ->
                canvas.circle(
                    at.uMm(),
                    at.vMm(),
                    contouring().radiusMm(),
                    (kind() == ToolKind.ERASER) != at.shift() ? ERASER_RGB : rgb,
                    RING_PIXELS));
  }

  @Override
  boolean dropped() {
    boolean had = stroke.isPresent();
    stroke = Optional.empty();
    contouring().viewer().repaint();
    return had;
  }
}
