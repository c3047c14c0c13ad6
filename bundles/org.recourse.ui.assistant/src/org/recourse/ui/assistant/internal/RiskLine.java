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
import java.util.stream.Collectors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.recourse.report.content.RiskWords;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskResult;
import org.recourse.ui.widget.PaintedText;
import org.recourse.ui.widget.ToolTipText;
import org.recourse.ui.widget.WidgetId;

/**
 * One model: its value with interval, the change by the edit in hand, its signs, and what it lacks.
 * Reached with the Tab key; then the tool tip is shown as text. UI thread only.
 */
final class RiskLine {

  private static final int SWATCH = 4;

  private final Composite area;
  private final PaintedText title;
  private final PaintedText value;
  private final PaintedText change;
  private final PaintedText note;
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
    area.addMouseListener(MouseListener.mouseDownAdapter(e -> area.forceFocus()));
    for (var text : texts()) {
      text.addMouseListener(MouseListener.mouseDownAdapter(e -> area.forceFocus()));
    }
    area.getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent e) {
                e.result = words();
              }
            });
    shown = first;
  }

  private PaintedText label(String id) {
    PaintedText label = WidgetId.mark(new PaintedText(area), id);
    label.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    return label;
  }

  /** Shows an answer; returns whether that takes more or less room than before. */
  boolean show(RiskAssessment risk, OptionalDouble changeByEdit, Optional<RGB> line) {
    shown = risk;
    if (!colour.equals(line)) {
      colour = line;
      area.redraw();
    }
    title.setText(risk.model().title());
    String signs = RiskSigns.signs(risk);
    value.setText(RiskWords.value(risk) + (signs.isEmpty() ? "" : "   " + signs));
    boolean cameOrWent = change.showOrHide(changeText(changeByEdit));
    cameOrWent |= note.showOrHide(RiskSigns.note(risk));
    explain(ToolTipText.of(RiskSigns.explained(risk)));
    colour();
    return cameOrWent || texts().stream().anyMatch(PaintedText::wantsLayout);
  }

  private List<PaintedText> texts() {
    return List.of(title, value, change, note);
  }

  private void explain(String hover) {
    if (!hover.equals(area.getToolTipText())) {
      area.setToolTipText(hover);
      texts().forEach(text -> text.setToolTipText(hover));
    }
  }

  /** The change by the edit in hand, such as "+0.03 by this edit". */
  static String changeText(OptionalDouble change) {
    if (change.isEmpty()) {
      return "";
    }
    String text = String.format(Locale.ROOT, "%+.2f", change.getAsDouble()).replace('-', '−');
    return text.endsWith("0.00") ? "unchanged by this edit" : text + " by this edit";
  }

  /** The line in words, for readers of the screen. */
  String words() {
    String all =
        texts().stream()
            .map(PaintedText::getText)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return stale ? all + ", being recomputed" : all;
  }

  String modelId() {
    return shown.model().id();
  }

  void setStale(boolean nowStale) {
    if (stale != nowStale) {
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
    boolean isNumber = shown.result() instanceof RiskResult.Assessed;
    value.setGrey(stale || !isNumber);
    change.setGrey(stale);
    title.setGrey(stale);
    note.setGrey(stale);
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
