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
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Text;

/**
 * Edits the isodose levels in place, over the legend. Enter takes them, Escape leaves them, and a
 * text that cannot be read stays with the reason as tooltip. UI thread only.
 */
final class IsodoseField {

  private static final int LEAST_WIDTH = 260;

  private final Canvas canvas;
  private final ViewerModel model;
  private Optional<Text> field = Optional.empty();

  IsodoseField(Canvas canvas, ViewerModel model) {
    this.canvas = canvas;
    this.model = model;
  }

  void open(Rectangle legend) {
    close();
    var text = new Text(canvas, SWT.SINGLE | SWT.BORDER);
    text.setData("org.recourse.id", "viewer.isodoses");
    text.setText(IsodoseText.of(model.viewing().isodoseLevels()));
    text.setToolTipText("Levels in % of the prescription or in Gy, such as 50 80 95 100 %");
    int height = text.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
    int width = Math.max(LEAST_WIDTH, legend.width);
    text.setBounds(legend.x + legend.width - width, legend.y, width, height);
    text.selectAll();
    text.addListener(SWT.DefaultSelection, event -> commit(text));
    text.addListener(
        SWT.Traverse,
        event -> {
          if (event.detail == SWT.TRAVERSE_ESCAPE) {
            event.doit = false;
            close();
          }
        });
    text.addListener(SWT.FocusOut, event -> canvas.getDisplay().asyncExec(this::close));
    field = Optional.of(text);
    text.setFocus();
  }

  private void commit(Text text) {
    switch (IsodoseText.read(text.getText())) {
      case IsodoseText.Reading.Levels(var levels) -> {
        model.viewing().setIsodoseLevels(levels);
        close();
      }
      case IsodoseText.Reading.Unreadable(String sentence) -> {
        text.setToolTipText(sentence);
        text.setForeground(JFaceResources.getColorRegistry().get("ERROR_COLOR"));
      }
    }
  }

  private void close() {
    Optional<Text> open = field;
    field = Optional.empty();
    open.filter(text -> !text.isDisposed())
        .ifPresent(
            text -> {
              text.dispose();
              canvas.setFocus();
            });
  }
}
