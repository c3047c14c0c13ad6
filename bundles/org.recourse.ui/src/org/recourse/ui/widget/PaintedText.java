/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * A wrapped text that is painted, in the place of a label where text and colour change with every
 * edit: a label restyles and measures the window around it for each change, this one paints itself.
 * Readers of the screen take it for a label. UI thread only.
 */
public final class PaintedText extends Canvas {

  private static final int UNWRAPPED = -1;

  private final TextLayout lines;
  private String text = "";
  private boolean grey;
  private Point natural; // null until it is measured
  private Point wrapped; // null until it is measured

  public PaintedText(Composite parent) {
    super(parent, SWT.NO_FOCUS | SWT.DOUBLE_BUFFERED);
    lines = new TextLayout(getDisplay());
    lines.setFont(getFont());
    addPaintListener(this::paint);
    addDisposeListener(e -> lines.dispose());
    getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent e) {
                e.result = text;
              }
            });
    getAccessible()
        .addAccessibleControlListener(
            new AccessibleControlAdapter() {
              @Override
              public void getRole(AccessibleControlEvent e) {
                e.detail = ACC.ROLE_LABEL;
              }
            });
  }

  public String getText() {
    return text;
  }

  /** Shows another text; the same text costs nothing. */
  public void setText(String newText) {
    Objects.requireNonNull(newText, "newText");
    if (!text.equals(newText)) {
      text = newText;
      lines.setText(newText);
      forgetSizes();
      redraw();
    }
  }

  /**
   * Shows another text; an empty one is hidden and takes no room in its grid.
   *
   * @return whether the text came or went
   */
  public boolean showOrHide(String newText) {
    setText(newText);
    boolean hidden = newText.isEmpty();
    boolean cameOrWent = getVisible() == hidden;
    if (cameOrWent) {
      setVisible(!hidden);
      ((GridData) getLayoutData()).exclude = hidden;
    }
    return cameOrWent;
  }

  @Override
  public void setFont(Font font) {
    super.setFont(font);
    lines.setFont(getFont());
    forgetSizes();
  }

  /** Whether the text is grey, as what is no current number is. */
  public boolean isGrey() {
    return grey;
  }

  public void setGrey(boolean nowGrey) {
    if (grey != nowGrey) {
      grey = nowGrey;
      redraw();
    }
  }

  /**
   * Returns whether the text needs more or less height than it has, in the width that it has; a
   * hidden one needs none.
   */
  public boolean wantsLayout() {
    Point size = getSize();
    return getVisible() && computeSize(size.x, SWT.DEFAULT, false).y != size.y;
  }

  @Override
  public Point computeSize(int widthHint, int heightHint, boolean changed) {
    checkWidget();
    if (changed) {
      forgetSizes();
    }
    Point size = widthHint == SWT.DEFAULT ? natural() : wrapped(Math.max(1, widthHint));
    return new Point(
        widthHint == SWT.DEFAULT ? size.x : widthHint,
        heightHint == SWT.DEFAULT ? size.y : heightHint);
  }

  private void forgetSizes() {
    natural = null;
    wrapped = null;
  }

  private Point natural() {
    if (natural == null) {
      natural = measured(UNWRAPPED);
    }
    return natural;
  }

  private Point wrapped(int width) {
    if (wrapped == null || wrapped.x != width) {
      wrapped = new Point(width, measured(width).y);
    }
    return wrapped;
  }

  private Point measured(int width) {
    lines.setWidth(width);
    Rectangle bounds = lines.getBounds();
    return new Point(bounds.width, bounds.height);
  }

  private void paint(PaintEvent e) {
    Rectangle area = getClientArea();
    e.gc.setBackground(getParent().getBackground());
    e.gc.fillRectangle(area);
    if (grey) { // else it has the colour of the theme already
      e.gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
    }
    lines.setWidth(Math.max(1, area.width));
    lines.draw(e.gc, 0, 0);
  }
}
