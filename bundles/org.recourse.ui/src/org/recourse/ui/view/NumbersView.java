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
import org.eclipse.core.runtime.Status;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.statushandlers.StatusManager;
import org.recourse.assistant.bands.UncertaintyBands;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.watch.PlanWatchListener;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ViewingListener;
import org.recourse.ui.widget.StaleLine;
import org.recourse.ui.widget.WidgetId;

/**
 * A view of numbers. It never shows a stale number as current: from the edit until the new numbers
 * come, its content is grey and a thin line moves.
 *
 * <p>For tests the content carries two data keys: {@link #REVISION_KEY}, the revision of the shown
 * numbers as Long, and {@link #STALE_KEY}, a Boolean.
 */
public abstract class NumbersView extends SessionView {

  public static final String REVISION_KEY = "org.recourse.revision";
  public static final String STALE_KEY = "org.recourse.stale";

  private final WatchListener watchListener = new WatchListener();
  private final ViewingListener viewingListener = this::viewingChanged;
  private Optional<CaseSession> attached = Optional.empty();
  private Label title;
  private StaleLine line;
  private Control content;

  /** Makes the controls that show the numbers. */
  protected abstract Control createContent(Composite parent);

  /** Shows numbers that are current at this moment. */
  protected abstract void showNumbers(CaseSession session, PlanNumbers numbers);

  /** Shows that the shown numbers are older than the plan, or current again. */
  protected abstract void setStale(boolean stale);

  /** Removes everything of the former case. */
  protected abstract void clear();

  /** The user looks at something else. */
  protected void viewingChanged(ViewingListener.Aspect aspect) {
    // most views of numbers do not depend on it
  }

  @Override
  protected final Control createBody(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    var layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 2;
    area.setLayout(layout);
    title = WidgetId.mark(new Label(area, SWT.WRAP), getSite().getId() + ".title");
    title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    line = new StaleLine(area);
    content = createContent(area);
    content.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    return area;
  }

  /** Says above the numbers what they are and in which unit. */
  protected final void setTitleText(String text) {
    if (!title.getText().equals(text)) {
      title.setText(text);
      title.requestLayout();
    }
  }

  protected final String titleText() {
    return title.getText();
  }

  @Override
  protected final void sessionChanged(Optional<CaseSession> session) {
    attached.ifPresent(
        former -> {
          former.planWatch().removeListener(watchListener);
          former.viewing().removeListener(viewingListener);
        });
    attached = session;
    if (content == null || content.isDisposed()) {
      return;
    }
    clear();
    session.ifPresent(
        current -> {
          current.planWatch().addListener(watchListener);
          current.viewing().addListener(viewingListener);
          current.planWatch().latest().ifPresent(this::show);
          markStale(current.planWatch().isStale());
        });
    if (session.isEmpty()) {
      markStale(false);
    }
  }

  /** Shows the newest numbers again, for instance after another quantity was chosen. */
  protected final void showAgain() {
    attached.flatMap(session -> session.planWatch().latest()).ifPresent(this::show);
    attached.ifPresent(session -> markStale(session.planWatch().isStale()));
  }

  private void show(PlanNumbers numbers) {
    attached.ifPresent(session -> showNumbers(session, numbers));
    content.setData(REVISION_KEY, numbers.revision());
  }

  private void markStale(boolean stale) {
    content.setData(STALE_KEY, stale);
    setStale(stale);
    line.setMoving(stale);
  }

  /** Called on the UI thread, in order. */
  private final class WatchListener implements PlanWatchListener {

    @Override
    public void onStale(long revision) {
      if (!content.isDisposed()) {
        markStale(true);
      }
    }

    @Override
    public void onNumbers(PlanNumbers numbers) {
      if (!content.isDisposed()) {
        show(numbers);
        markStale(attached.filter(session -> session.planWatch().isStale()).isPresent());
      }
    }

    @Override
    public void onBands(UncertaintyBands bands) {
      if (!content.isDisposed()) {
        showAgain(); // the views ask for the intervals themselves
      }
    }

    @Override
    public void onFailure(long revision, RuntimeException cause) {
      if (!content.isDisposed()) {
        markStale(true);
        line.setMoving(false);
        setTitleText("The numbers could not be computed; the grey ones are older than the plan.");
        StatusManager.getManager()
            .handle(Status.error("The numbers could not be computed.", cause), StatusManager.LOG);
      }
    }
  }
}
