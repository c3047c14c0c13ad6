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
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.recourse.ui.session.IntensityWindow;
import org.recourse.ui.viewer.SlicePointer;
import org.recourse.ui.viewer.SliceTool;

/** Mouse gestures of one slice view, after the habits of the field. UI thread only. */
final class SliceGestures {

  private static final int FAST_SLICES = 5;
  private static final double ZOOM_PER_NOTCH = 1.15;

  /** A drag over this many pixels doubles the width or moves the level by half of it. */
  private static final double WINDOW_PIXELS = 200;

  private static final double LEAST_WIDTH = 1;
  private static final int LEFT = 1;
  private static final int MIDDLE = 2;
  private static final int RIGHT = 3;

  /** What the pointer does while a button is held. */
  private enum Drag {
    NONE,
    CROSS_HAIR,
    TOOL,
    WINDOW,
    PAN
  }

  private final SliceView view;
  private final ViewerModel model;
  private final IsodoseField isodoses;
  private final Runnable fillPage;
  private Drag drag = Drag.NONE;
  private Point dragFrom = new Point(0, 0);
  private IntensityWindow windowBefore;
  private boolean spaceHeld;

  SliceGestures(
      SliceView view,
      ViewerModel model,
      IsodoseField isodoses,
      Runnable fillPage) {
    this.view = view;
    this.model = model;
    this.isodoses = isodoses;
    this.fillPage = fillPage;
    windowBefore = model.viewing().window();
    Canvas canvas = view.canvas();
    canvas.addListener(SWT.MouseWheel, this::wheel);
    canvas.addListener(SWT.MouseHorizontalWheel, this::wheel); // GTK: with Shift
    canvas.addListener(SWT.MouseDown, this::down);
    canvas.addListener(SWT.MouseUp, this::up);
    canvas.addListener(SWT.MouseMove, this::move);
    canvas.addListener(SWT.MouseExit, event -> left());
    canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
    canvas.addListener(SWT.KeyDown, event -> spaceHeld |= event.character == ' ');
    canvas.addListener(SWT.KeyUp, event -> spaceHeld &= event.character != ' ');
    canvas.addListener(SWT.FocusOut, event -> spaceHeld = false);
  }

  private void wheel(Event event) {
    int direction = Integer.signum(event.count);
    event.doit = false;
    if (direction == 0) {
      return;
    }
    if ((event.stateMask & SWT.MOD1) != 0) {
      if (toolTakes(event, (tool, pointer) -> tool.wheel(pointer, direction))) {
        return;
      }
      view.zoomAt(event.x, event.y, Math.pow(ZOOM_PER_NOTCH, direction));
    } else {
      boolean fast = (event.stateMask & SWT.SHIFT) != 0;
      model.scroll(view.orientation(), direction * (fast ? FAST_SLICES : 1));
    }
  }

  private void down(Event event) {
    view.canvas().setFocus();
    dragFrom = new Point(event.x, event.y);
    boolean onLegend =
        view.overlay().legendArea().filter(area -> area.contains(event.x, event.y)).isPresent();
    if (event.button == LEFT && onLegend) {
      view.overlay().legendArea().ifPresent(isodoses::open);
    } else if (event.button == MIDDLE || (event.button == LEFT && spaceHeld)) {
      drag = Drag.PAN;
    } else if (event.button == LEFT && toolTakes(event, SliceTool::pressed)) {
      drag = Drag.TOOL;
    } else if (event.button == LEFT) {
      drag = Drag.CROSS_HAIR;
      view.pointAt(event.x, event.y).ifPresent(model::moveCrossHair);
    } else if (event.button == RIGHT) {
      drag = Drag.WINDOW;
      windowBefore = model.viewing().window();
    }
  }

  private void up(Event event) {
    boolean ofTool = drag == Drag.TOOL;
    drag = Drag.NONE;
    if (ofTool) {
      tell(event, SliceTool::released);
    }
  }

  private void left() {
    view.setPointer(Optional.empty());
    model.tools().active().ifPresent(tool -> tool.hovered(Optional.empty()));
  }

  private boolean toolTakes(Event event, BiPredicate<SliceTool, SlicePointer> gesture) {
    return model
        .tools()
        .active()
        .flatMap(tool -> view.pointerAt(event).map(pointer -> gesture.test(tool, pointer)))
        .orElse(false);
  }

  private void tell(Event event, BiConsumer<SliceTool, SlicePointer> gesture) {
    Optional<SlicePointer> pointer = view.pointerAt(event);
    Optional<SliceTool> tool = model.tools().active();
    if (tool.isPresent() && pointer.isPresent()) {
      gesture.accept(tool.get(), pointer.get());
    }
  }

  private void move(Event event) {
    view.setPointer(Optional.of(new Point(event.x, event.y)));
    int deltaX = event.x - dragFrom.x;
    int deltaY = event.y - dragFrom.y;
    switch (drag) {
      case NONE -> tell(event, (tool, pointer) -> tool.hovered(Optional.of(pointer)));
      case CROSS_HAIR -> view.pointAt(event.x, event.y).ifPresent(model::moveCrossHair);
      case TOOL -> tell(event, SliceTool::dragged);
      case PAN -> {
        view.pan(deltaX, deltaY);
        dragFrom = new Point(event.x, event.y);
      }
      case WINDOW -> model.viewing().setWindow(windowAfter(windowBefore, deltaX, deltaY));
    }
  }

  /** To the right: wider, less contrast; down: brighter, as the level falls less dark. */
  static IntensityWindow windowAfter(IntensityWindow before, int deltaX, int deltaY) {
    double width = before.width() * Math.pow(2, deltaX / WINDOW_PIXELS);
    double centre = before.centre() + before.width() * deltaY / (2 * WINDOW_PIXELS);
    return new IntensityWindow(
        Math.round(centre * 10) / 10.0, Math.max(LEAST_WIDTH, Math.round(width * 10) / 10.0));
  }

  private void doubleClick(Event event) {
    if (event.button == MIDDLE) {
      drag = Drag.NONE;
      view.fit();
    } else if (event.button == LEFT && !toolTakes(event, SliceTool::doubleClicked)) {
      drag = Drag.NONE;
      fillPage.run();
    }
  }
}
