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
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskResult;
import org.recourse.ui.session.ShownBands;
import org.recourse.ui.widget.PaintedText;
import org.recourse.ui.widget.ToolTipText;
import org.recourse.ui.widget.WidgetId;

/**
 * One risk model: its title, the value with its interval or that it does not apply, and what has to
 * be known to read it. Everything is wrapped, nothing is cut. UI thread only.
 */
final class RiskBlock {

  private static final int STRIPE = 3;

  private final Composite area;
  private final PaintedText title;
  private final PaintedText value;
  private final PaintedText registration;
  private final PaintedText notes;
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
    area.addMouseListener(MouseListener.mouseDownAdapter(e -> area.forceFocus()));
    for (var text : texts()) {
      text.addMouseListener(MouseListener.mouseDownAdapter(e -> area.forceFocus()));
    }
    show(first, Optional.empty());
  }

  private PaintedText label(String id) {
    PaintedText label = WidgetId.mark(new PaintedText(area), id);
    label.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    return label;
  }

  /**
   * Shows an answer, with its interval from the registrations once that is computed; returns
   * whether that takes more or less room than before.
   */
  boolean show(RiskAssessment row, Optional<ShownBands> bands) {
    shown = row;
    String moved = RiskText.registration(bands.flatMap(b -> b.bands().risk(row.model().id())));
    boolean cameOrWent = registration.showOrHide(moved);
    bandCurrent = bands.filter(ShownBands::current).isPresent();
    title.setText(row.model().title());
    value.setText(RiskText.headline(row));
    cameOrWent |= notes.showOrHide(String.join("\n", RiskText.notes(row)));
    explain(ToolTipText.of(row.model().title() + "\n" + RiskText.sources(row)));
    colour();
    return cameOrWent || texts().stream().anyMatch(PaintedText::wantsLayout);
  }

  private List<PaintedText> texts() {
    return List.of(title, value, registration, notes);
  }

  private void explain(String hover) {
    if (!hover.equals(area.getToolTipText())) {
      area.setToolTipText(hover);
      texts().forEach(text -> text.setToolTipText(hover));
    }
  }

  RiskAssessment shown() {
    return shown;
  }

  void setSelected(boolean nowSelected) {
    if (selected != nowSelected) {
      selected = nowSelected;
      area.redraw();
    }
  }

  void setStale(boolean nowStale) {
    if (stale != nowStale) {
      stale = nowStale;
      colour();
    }
  }

  /** A number is black only while it is current; what is no number is quiet. */
  private void colour() {
    boolean isNumber = shown.result() instanceof RiskResult.Assessed;
    value.setGrey(stale || !isNumber);
    title.setGrey(stale);
    notes.setGrey(stale);
    boolean oldBand = !bandCurrent && !registration.getText().isEmpty();
    registration.setGrey(stale || oldBand);
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
