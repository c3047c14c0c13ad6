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
import org.recourse.grid.geometry.Vector3;
import org.recourse.ui.contouring.internal.edit.Drawing;
import org.recourse.ui.contouring.internal.shape.SliceShape;
import org.recourse.ui.viewer.SliceCanvas;
import org.recourse.ui.viewer.SlicePointer;

/** A line drawn by hand, closed when the button is released; with Shift its area is cut out. */
final class FreehandTool extends ContourTool {

  private static final double LINE_PIXELS = 1;
  private static final int LEAST_POINTS = 3;

  private final List<Vector3> line = new ArrayList<>();
  private Optional<Drawing> drawing = Optional.empty();
  private double sliceMm;

  FreehandTool(Contouring contouring) {
    super(contouring, ToolKind.FREEHAND);
  }

  @Override
  public String hint() {
    return "Freehand: draw a closed line on the axial slice; Shift cuts it out, Escape puts it"
        + " down.";
  }

  @Override
  public boolean pressed(SlicePointer at) {
    if (!isAxial(at)) {
      return false;
    }
    drawing = contouring().drawing();
    drawing.ifPresent(
        begun -> {
          sliceMm = begun.sliceMm(at.plane().positionMm());
          line.clear();
          line.add(at.pointMm());
        });
    return true;
  }

  @Override
  public void dragged(SlicePointer at) {
    if (drawing.isPresent() && line.getLast().distanceTo(at.pointMm()) > 0) {
      line.add(at.pointMm());
      contouring().viewer().repaint();
    }
  }

  @Override
  public void released(SlicePointer at) {
    Optional<Drawing> begun = drawing;
    List<Vector3> drawn = List.copyOf(line);
    dropped();
    if (begun.isEmpty() || drawn.size() < LEAST_POINTS) {
      return;
    }
    SliceShape area = SliceShape.enclosedBy(loop(drawn));
    SliceShape before = begun.get().at(sliceMm);
    contouring()
        .commit(
            begun.get(),
            sliceMm,
            at.shift() ? before.minus(area) : before.plus(area),
            at.shift() ? "Cut out of" : "Draw on");
  }

  /** x, y pairs of points on an axial slice. */
  static double[] loop(List<Vector3> points) {
    double[] xyMm = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      xyMm[2 * i] = points.get(i).x();
      xyMm[2 * i + 1] = points.get(i).y();
    }
    return xyMm;
  }

  @Override
  Optional<SliceShape> live(double atMm) {
    return Optional.empty();
  }

  @Override
  void paintTool(SliceCanvas canvas, int rgb) {
    if (line.size() > 1) {
      canvas.polyline(loop(line), false, rgb, LINE_PIXELS);
    }
  }

  @Override
  boolean dropped() {
    boolean had = !line.isEmpty();
    line.clear();
    drawing = Optional.empty();
    contouring().viewer().repaint();
    return had;
  }
}
