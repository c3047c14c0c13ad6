/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.view;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.SessionTracker;
import org.recourse.ui.widget.WidgetId;

/** A view that follows the current case and shows a sentence where there is none. */
public abstract class SessionView extends ViewPart {

  private final EditHistoryActions history = new EditHistoryActions();
  private SessionTracker tracker;
  private Composite stack;
  private Composite empty;
  private Label sentence;
  private Control body;

  /** Makes the controls that show a case. */
  protected abstract Control createBody(Composite parent);

  /** Another case, or none, is the current one. */
  protected abstract void sessionChanged(Optional<CaseSession> session);

  /** What is shown while no case is open. */
  protected String emptySentence() {
    return "No case is open. Open one in the Case Explorer, or import a DICOM folder.";
  }

  @Override
  public final void createPartControl(Composite parent) {
    stack = new Composite(parent, SWT.NONE);
    stack.setLayout(new StackLayout());
    empty = new Composite(stack, SWT.NONE);
    empty.setLayout(new GridLayout());
    sentence = new Label(empty, SWT.WRAP);
    sentence.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    WidgetId.mark(sentence, getSite().getId() + ".empty");
    body = createBody(stack);
    history.install(getViewSite().getActionBars());
    tracker = new SessionTracker(getSite().getPage(), this::follow);
    tracker.start();
  }

  private void follow(Optional<CaseSession> session) {
    history.follow(session);
    if (session.isPresent()) {
      showBody();
    } else {
      showSentence(emptySentence());
    }
    sessionChanged(session);
  }

  protected final void showBody() {
    showTop(body);
  }

  protected final void showSentence(String text) {
    sentence.setText(text);
    empty.layout(true);
    showTop(empty);
  }

  private void showTop(Control control) {
    ((StackLayout) stack.getLayout()).topControl = control;
    stack.layout();
  }

  protected final Optional<CaseSession> session() {
    return tracker == null ? Optional.empty() : tracker.session();
  }

  @Override
  public void setFocus() {
    ((StackLayout) stack.getLayout()).topControl.setFocus();
  }

  @Override
  public void dispose() {
    if (tracker != null) {
      tracker.stop();
    }
    history.follow(Optional.empty());
    sessionChanged(Optional.empty());
    super.dispose();
  }
}
