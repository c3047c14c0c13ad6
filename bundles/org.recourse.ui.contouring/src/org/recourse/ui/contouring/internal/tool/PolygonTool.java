/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.recourse.grid.geometry.Vector3;
import org.recourse.rendering.SlicePlane;
import org.recourse.ui.contouring.internal.edit.Drawing;
import org.recourse.ui.contouring.internal.shape.SliceShape;
import org.recourse.ui.viewer.SliceCanvas;
import org.recourse.ui.viewer.SlicePointer;

/**
 * Corners set by clicks. Enter, a double click or a click on the first corner closes the polygon
 * and adds it to the structure; with Shift it is cut out.
 */
final class PolygonTool extends ContourTool {

  private static final double LINE_PIXELS = 1;
  private static final double CATCH_PIXELS = 7;
  private static final int LEAST_CORNERS = 3;

  private final List<Vector3> corners = new ArrayList<>();
  private Optional<Drawing> drawing = Optional.empty(); // of the polygon under way
  private double sliceMm;
  private Optional<SlicePointer> pointer = Optional.empty();

  PolygonTool(Contouring contouring) {
    super(contouring, ToolKind.POLYGON);
  }

  @Override
  public String hint() {
    return corners.isEmpty()
        ? "Polygon: click corner after corner on the axial slice. Escape puts it down."
        : "Enter or a double click closes the polygon, with Shift it is cut out. Backspace takes a"
            + " corner back.";
  }

  @Override
  public boolean pressed(SlicePointer at) {
    if (!isAxial(at)) {
      return false;
    }
    if (corners.isEmpty()) {
      drawing = contouring().drawing();
      drawing.ifPresent(begun -> sliceMm = begun.sliceMm(at.plane().positionMm()));
    }
    boolean here =
        drawing.filter(begun -> begun.sliceMm(at.plane().positionMm()) == sliceMm).isPresent();
    if (here && closes(at)) {
      close(at.shift());
    } else if (here) {
      corners.add(at.pointMm());
    }
    contouring().viewer().repaint();
    return true;
  }

  private boolean closes(SlicePointer at) {
    return corners.size() >= LEAST_CORNERS
        && corners.getFirst().distanceTo(at.pointMm()) < CATCH_PIXELS * at.mmPerPixel();
  }

  @Override
  public boolean doubleClicked(SlicePointer at) {
    close(at.shift());
    return true;
  }

  @Override
  public boolean keyPressed(Event key) {
    boolean enter = key.character == SWT.CR || key.keyCode == SWT.KEYPAD_CR;
    if (enter && !corners.isEmpty()) {
      close((key.stateMask & SWT.SHIFT) != 0);
      return true;
    }
    if (key.character == SWT.BS && !corners.isEmpty()) {
      corners.removeLast();
      contouring().viewer().repaint();
      return true;
    }
    return super.keyPressed(key);
  }

  @Override
  public void hovered(Optional<SlicePointer> at) {
    pointer = at;
    contouring().viewer().repaint();
  }

  @Override
  public void dragged(SlicePointer at) {
    pointer = Optional.of(at);
    contouring().viewer().repaint();
  }

  private void close(boolean cutsOut) {
    Optional<Drawing> begun = drawing;
    List<Vector3> drawn = List.copyOf(corners);
    dropped();
    if (begun.isEmpty() || drawn.size() < LEAST_CORNERS) {
      contouring().viewer().say("A polygon needs at least three corners.");
      return;
    }
    SliceShape polygon = SliceShape.enclosedBy(FreehandTool.loop(drawn));
    SliceShape before = begun.get().at(sliceMm);
    contouring()
        .commit(
            begun.get(),
            sliceMm,
            cutsOut ? before.minus(polygon) : before.plus(polygon),
            cutsOut ? "Cut Polygon out of" : "Draw Polygon on");
  }

  @Override
  Optional<SliceShape> live(double atMm) {
    return Optional.empty();
  }

  @Override
  void paintTool(SliceCanvas canvas, int rgb) {
    SlicePlane plane = canvas.plane();
    boolean onSlice =
        drawing.filter(begun -> begun.sliceMm(plane.positionMm()) == sliceMm).isPresent();
    if (corners.isEmpty() || !onSlice) {
      return;
    }
    List<Vector3> line = new ArrayList<>(corners);
    pointer.filter(ContourTool::isAxial).ifPresent(at -> line.add(at.pointMm()));
    canvas.polyline(FreehandTool.loop(line), false, rgb, LINE_PIXELS);
    corners.forEach(corner -> canvas.handle(corner, rgb));
  }

  @Override
  boolean dropped() {
    boolean had = !corners.isEmpty();
    corners.clear();
    drawing = Optional.empty();
    contouring().viewer().repaint();
    return had;
  }
}
