/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
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
 * A label and a text that spans two columns; commits like a {@link NumberField}. UI thread only.
 */
public final class TextField {

  private final Text text;
  private final ControlDecoration complaint;
  private final Function<String, Optional<String>> rule;
  private final Consumer<String> whenCommitted;

  private String shown = "";

  /**
   * What a field is made of.
   *
   * @param id id for tests
   * @param label text before the field
   * @param hint grey text of an empty field
   * @param rule returns the sentence why a text is refused, or nothing
   */
  public record Description(
      String id, String label, String hint, Function<String, Optional<String>> rule) {}

  public TextField(Composite parent, Description description, Consumer<String> whenCommitted) {
    this.rule = description.rule();
    this.whenCommitted = whenCommitted;
    new Label(parent, SWT.NONE).setText(description.label());
    text = WidgetId.mark(new Text(parent, SWT.BORDER | SWT.SINGLE), description.id());
    text.setMessage(description.hint());
    text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
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
                show(shown);
              }
            }));
  }

  /** Shows the text of the model; nothing is committed. */
  public void show(String value) {
    shown = value;
    if (!text.getText().equals(value)) {
      text.setText(value);
    }
    complaint.hide();
  }

  public void setEnabled(boolean enabled) {
    text.setEnabled(enabled);
  }

  private void commit() {
    String typed = text.getText().strip();
    Optional<String> refused = typed.equals(shown) ? Optional.empty() : rule.apply(typed);
    if (refused.isPresent()) {
      complaint.setDescriptionText(refused.get());
      complaint.show();
      return;
    }
    complaint.hide();
    if (!typed.equals(shown)) {
      shown = typed; // so that leaving the field does not commit again
      whenCommitted.accept(typed);
    }
  }
}
