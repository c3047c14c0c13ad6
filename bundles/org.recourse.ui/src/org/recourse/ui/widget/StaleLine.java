/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * A thin line under a group of numbers; while they are being recomputed a short piece of it moves.
 * It lies in a grid layout and fills the width. UI thread only.
 */
public final class StaleLine {

  private static final int HEIGHT = 2;
  private static final int STEP_MS = 40;

  /** The line is there at once and moves when it takes longer: every step paints what holds it. */
  private static final int FIRST_STEP_MS = 200;

  private static final int STEPS = 60;
  private static final int PIECE_PARTS = 5; // the piece is a fifth of the width

  private final Canvas canvas;
  private boolean moving;
  private int step;
  private int run; // number of the timer that counts; older ones do nothing

  public StaleLine(Composite parent) {
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
    var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
    data.heightHint = HEIGHT;
    canvas.setLayoutData(data);
    canvas.addPaintListener(e -> paint(e.gc));
  }

  public void setMoving(boolean nowMoving) {
    if (moving == nowMoving) {
      return;
    }
    moving = nowMoving;
    run++;
    if (moving) {
      step = STEPS / 2; // in the middle
      moveIn(FIRST_STEP_MS, run);
    }
    canvas.redraw();
  }

  private void moveIn(int ms, int mine) {
    canvas
        .getDisplay()
        .timerExec(
            ms,
            () -> {
              if (!canvas.isDisposed() && run == mine) {
                step = (step + 1) % STEPS;
                canvas.redraw();
                moveIn(STEP_MS, mine);
              }
            });
  }

  private void paint(GC gc) {
    if (moving) {
      Rectangle area = canvas.getClientArea();
      int piece = area.width / PIECE_PARTS;
      int x = (area.width + piece) * step / STEPS - piece;
      gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
      gc.fillRectangle(x, 0, piece, area.height);
    }
  }
}
