/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * A label, a right-aligned number and its unit in a three-column grid. What is typed is committed
 * by Enter or by leaving the field, and withdrawn by Escape; a refused text stays, marked with the
 * sentence why, until it is corrected or withdrawn. UI thread only.
 */
public final class NumberField {

  private static final int WIDTH_CHARACTERS = 10;

  private final Text text;
  private final ControlDecoration complaint;
  private final NumberRule rule;
  private final int decimals;
  private final DoubleConsumer whenCommitted;

  private String shown = "";

  /** What a field is made of. */
  public record Description(String id, String label, NumberRule rule, int decimals) {}

  public NumberField(Composite parent, Description description, DoubleConsumer whenCommitted) {
    this.rule = description.rule();
    this.decimals = description.decimals();
    this.whenCommitted = whenCommitted;
    new Label(parent, SWT.NONE).setText(description.label());
    text = WidgetId.mark(new Text(parent, SWT.BORDER | SWT.RIGHT | SWT.SINGLE), description.id());
    text.setLayoutData(
        new GridData(WIDTH_CHARACTERS * SwtMetrics.averageCharacterWidth(text), SWT.DEFAULT));
    new Label(parent, SWT.NONE).setText(description.rule().unit());
    complaint = new ControlDecoration(text, SWT.TOP | SWT.LEFT);
    complaint.setImage(
        FieldDecorationRegistry.getDefault()
            .getFieldDecoration(FieldDecorationRegistry.DEC_ERROR)
            .getImage());
    complaint.hide();
    text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(e -> commit()));
    text.addFocusListener(FocusListener.focusLostAdapter(e -> commit()));
    text.addKeyListener(
        KeyListener.keyPressedAdapter(
            e -> {
              if (e.keyCode == SWT.ESC) {
                withdraw();
              }
            }));
  }

  /** Shows the value of the model; nothing is committed. Empty shows an empty field. */
  public void show(OptionalDouble value) {
    shown = value.isPresent() ? NumberText.editable(value.getAsDouble(), decimals) : "";
    withdraw();
  }

  public void setEnabled(boolean enabled, String toolTip) {
    text.setEnabled(enabled);
    text.setToolTipText(toolTip);
  }

  private void withdraw() {
    if (!text.getText().equals(shown)) {
      text.setText(shown);
    }
    complaint.hide();
  }

  private void commit() {
    String typed = text.getText();
    if (typed.strip().equals(shown)) {
      complaint.hide();
      return;
    }
    rule.complaint(typed)
        .ifPresentOrElse(
            sentence -> {
              complaint.setDescriptionText(sentence);
              complaint.show();
            },
            () -> {
              complaint.hide();
              shown = typed.strip(); // so that leaving the field does not commit again
              whenCommitted.accept(NumberText.parse(typed).getAsDouble());
            });
  }
}
