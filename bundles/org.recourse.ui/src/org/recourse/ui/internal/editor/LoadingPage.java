/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.editor;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.recourse.ui.widget.WidgetId;

/** What the editor shows while a case is read, and when it could not be read. UI thread only. */
final class LoadingPage {

  private static final int WIDTH = 420;

  private final String caseName;
  private final Composite page;
  private final Label message;
  private final ProgressBar bar;
  private final Button cancel;
  private final Button retry;

  LoadingPage(Composite parent, String caseName) {
    this.caseName = caseName;
    page = WidgetId.mark(new Composite(parent, SWT.NONE), "loading");
    page.setLayout(new GridLayout());
    Composite box = new Composite(page, SWT.NONE);
    box.setLayout(new GridLayout(2, false));
    box.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, true));
    message = WidgetId.mark(new Label(box, SWT.WRAP), "loading.message");
    message.setText("Opening " + caseName);
    message.setLayoutData(wide());
    bar = new ProgressBar(box, SWT.INDETERMINATE);
    bar.setLayoutData(wide());
    cancel = WidgetId.mark(new Button(box, SWT.PUSH), "loading.cancel");
    cancel.setText("Cancel");
    retry = WidgetId.mark(new Button(box, SWT.PUSH), "loading.retry");
    retry.setText("Try again");
  }

  private static GridData wide() {
    var data = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
    data.widthHint = WIDTH;
    return data;
  }

  Control control() {
    return page;
  }

  void onCancel(Runnable action) {
    cancel.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
  }

  void onRetry(Runnable action) {
    retry.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
  }

  void showLoading() {
    show("Opening " + caseName + ": reading contours, doses and the planning image.", true);
  }

  void showFailure(String sentence) {
    show(sentence, false);
  }

  private void show(String text, boolean busy) {
    message.setText(text);
    bar.setVisible(busy);
    cancel.setEnabled(busy);
    retry.setEnabled(!busy);
    page.layout(true, true);
  }
}
