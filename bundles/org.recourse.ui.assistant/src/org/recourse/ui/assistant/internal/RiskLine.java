/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.recourse.report.content.RiskWords;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskResult;
import org.recourse.ui.widget.ToolTipText;
import org.recourse.ui.widget.WidgetId;

/**
 * One model: its value with interval, the change by the edit in hand, its signs, and what it lacks.
 * Reached with the Tab key; then the tool tip is shown as text. UI thread only.
 */
final class RiskLine {

  private static final int SWATCH = 4;

  private final Composite area;
  private final Label title;
  private final Label value;
  private final Label change;
  private final Label note;
  private Optional<RGB> colour = Optional.empty();
  private RiskAssessment shown;
  private boolean stale;
  private boolean focused;

  RiskLine(Composite parent, RiskAssessment first) {
    area = WidgetId.mark(new Composite(parent, SWT.NONE), "assistant.risk");
    area.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    var layout = new GridLayout();
    layout.marginLeft = SWATCH + 2;
    layout.marginHeight = 2;
    layout.verticalSpacing = 1;
    area.setLayout(layout);
    title = label("assistant.risk.title");
    value = label("assistant.risk.value");
    value.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    change = label("assistant.risk.change");
    note = label("assistant.risk.note");
    area.addPaintListener(this::paint);
    area.addFocusListener(FocusListener.focusGainedAdapter(e -> focus(true)));
    area.addFocusListener(FocusListener.focusLostAdapter(e -> focus(false)));
    area.addKeyListener(KeyListener.keyPressedAdapter(e -> {})); // so that Tab stops here
    for (var control : List.of(area, title, value, change, note)) {
      control.addMouseListener(MouseListener.mouseDownAdapter(e -> area.forceFocus()));
    }
    shown = first;
  }

  private Label label(String id) {
    Label label = WidgetId.mark(new Label(area, SWT.WRAP), id);
    label.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    return label;
  }

  void show(RiskAssessment risk, OptionalDouble changeByEdit, Optional<RGB> line) {
    shown = risk;
    colour = line;
    title.setText(risk.model().title());
    String signs = RiskSigns.signs(risk);
    value.setText(RiskWords.value(risk) + (signs.isEmpty() ? "" : "   " + signs));
    setOrHide(change, changeText(changeByEdit));
    setOrHide(note, RiskSigns.note(risk));
    String hover = ToolTipText.of(RiskSigns.explained(risk));
    for (var control : List.of(area, title, value, change, note)) {
      control.setToolTipText(hover);
    }
    colour();
    area.redraw();
  }

  private static void setOrHide(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    ((GridData) label.getLayoutData()).exclude = text.isEmpty();
  }

  /** The change by the edit in hand, such as "+0.03 by this edit". */
  static String changeText(OptionalDouble change) {
    if (change.isEmpty()) {
      return "";
    }
    String text = String.format(Locale.ROOT, "%+.2f", change.getAsDouble()).replace('-', '−');
    return text.endsWith("0.00") ? "unchanged by this edit" : text + " by this edit";
  }

  String modelId() {
    return shown.model().id();
  }

  void setStale(boolean nowStale) {
    if (stale != nowStale) { // colours cost a restyling of the window
      stale = nowStale;
      colour();
    }
  }

  void dispose() {
    area.dispose();
  }

  private void focus(boolean now) {
    focused = now;
    area.redraw();
  }

  /** A number is black only while it is current; what is no number is quiet. */
  private void colour() {
    Color grey = area.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND);
    boolean isNumber = shown.result() instanceof RiskResult.Assessed;
    value.setForeground(stale || !isNumber ? grey : null); // SWT: null is the colour of the theme
    change.setForeground(stale ? grey : null);
    title.setForeground(stale ? grey : null);
    note.setForeground(stale ? grey : null);
  }

  private void paint(PaintEvent e) {
    int height = area.getClientArea().height;
    colour.ifPresent(
        rgb -> {
          e.gc.setBackground(new Color(rgb));
          e.gc.fillRectangle(1, 4, SWATCH, height - 8);
        });
    if (focused) {
      e.gc.setForeground(area.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
      e.gc.drawRectangle(0, 0, area.getClientArea().width - 1, height - 1);
    }
  }
}
