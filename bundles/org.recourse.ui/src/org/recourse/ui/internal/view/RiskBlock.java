/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskResult;
import org.recourse.ui.session.ShownBands;
import org.recourse.ui.widget.ToolTipText;
import org.recourse.ui.widget.WidgetId;

/**
 * One risk model: its title, the value with its interval or that it does not apply, and what has to
 * be known to read it. Everything is wrapped, nothing is cut. UI thread only.
 */
final class RiskBlock {

  private static final int STRIPE = 3;

  private final Composite area;
  private final Label title;
  private final Label value;
  private final Label registration;
  private final Label notes;
  private RiskAssessment shown;
  private boolean selected;
  private boolean stale;
  private boolean bandCurrent;

  RiskBlock(Composite parent, RiskAssessment first, Consumer<RiskAssessment> whenChosen) {
    area = WidgetId.mark(new Composite(parent, SWT.NONE), "risks.block");
    area.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    var layout = new GridLayout();
    layout.marginLeft = STRIPE;
    layout.verticalSpacing = 1;
    area.setLayout(layout);
    title = label("risks.title");
    value = label("risks.value");
    value.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    registration = label("risks.registration");
    notes = label("risks.notes");
    area.addPaintListener(this::paintStripe);
    area.addFocusListener(FocusListener.focusGainedAdapter(e -> whenChosen.accept(shown)));
    for (var control : List.of(area, title, value, registration, notes)) {
      control.addMouseListener(MouseListener.mouseDownAdapter(e -> area.forceFocus()));
    }
    show(first, Optional.empty());
  }

  private Label label(String id) {
    Label label = WidgetId.mark(new Label(area, SWT.WRAP), id);
    label.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    return label;
  }

  /** Shows an answer, with its interval from the registrations once that is computed. */
  void show(RiskAssessment row, Optional<ShownBands> bands) {
    shown = row;
    String moved = RiskText.registration(bands.flatMap(b -> b.bands().risk(row.model().id())));
    registration.setText(moved);
    registration.setVisible(!moved.isEmpty());
    ((GridData) registration.getLayoutData()).exclude = moved.isEmpty();
    bandCurrent = bands.filter(ShownBands::current).isPresent();
    title.setText(row.model().title());
    value.setText(RiskText.headline(row));
    List<String> sentences = RiskText.notes(row);
    notes.setText(String.join("\n", sentences));
    notes.setVisible(!sentences.isEmpty());
    ((GridData) notes.getLayoutData()).exclude = sentences.isEmpty();
    String hover = ToolTipText.of(row.model().title() + "\n" + RiskText.sources(row));
    for (var control : List.of(area, title, value, registration, notes)) {
      control.setToolTipText(hover);
    }
    colour();
  }

  RiskAssessment shown() {
    return shown;
  }

  void setSelected(boolean nowSelected) {
    selected = nowSelected;
    area.redraw();
  }

  void setStale(boolean nowStale) {
    if (stale != nowStale) { // colours cost a restyling of the window
      stale = nowStale;
      colour();
    }
  }

  /** A number is black only while it is current; what is no number is quiet. */
  private void colour() {
    Color grey = area.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND);
    boolean isNumber = shown.result() instanceof RiskResult.Assessed;
    value.setForeground(stale || !isNumber ? grey : null); // SWT: null is the colour of the theme
    title.setForeground(stale ? grey : null);
    notes.setForeground(stale ? grey : null);
    boolean oldBand = !bandCurrent && !registration.getText().isEmpty();
    registration.setForeground(stale || oldBand ? grey : null);
  }

  private void paintStripe(PaintEvent e) {
    if (selected) {
      e.gc.setBackground(area.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
      e.gc.fillRectangle(0, 0, STRIPE, area.getClientArea().height);
    }
  }

  void focus() {
    area.forceFocus();
  }

  void dispose() {
    area.dispose();
  }
}
