/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.view;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.Status;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.statushandlers.StatusManager;
import org.recourse.assistant.bands.UncertaintyBands;
import org.recourse.assistant.numbers.DerivedNumber;
import org.recourse.assistant.numbers.NumbersSoFar;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.ShownNumbers;
import org.recourse.assistant.watch.PlanWatchListener;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ViewingListener;
import org.recourse.ui.widget.ShownRefresh;
import org.recourse.ui.widget.StaleLine;
import org.recourse.ui.widget.WidgetId;

/**
 * A view of numbers. It never shows a stale number as current: from the edit until the new numbers
 * come, its content is grey and a thin line moves. Each part is shown as soon as it is known, and
 * what the visible views show is computed first. A hidden view is painted when it is shown.
 *
 * <p>For tests the content carries data keys: {@link #REVISION_KEY}, the revision of the shown
 * numbers as Long, {@link #STALE_KEY}, a Boolean, and {@link #VIEW_KEY}, a String.
 */
public abstract class NumbersView extends SessionView {

  public static final String REVISION_KEY = "org.recourse.revision";
  public static final String STALE_KEY = "org.recourse.stale";

  /** Title of the view. */
  public static final String VIEW_KEY = "org.recourse.view";

  private final WatchListener watchListener = new WatchListener();
  private final ViewingListener viewingListener = this::viewingChanged;
  private Optional<CaseSession> attached = Optional.empty();
  private final VisibleInterest interest = new VisibleInterest(this, this::showNew);
  private ShownRefresh whenShown;
  private Map<DerivedNumber, PlanNumbers> painted = Map.of();
  private Set<DerivedNumber> greyed = Set.of();
  private Label title;
  private StaleLine line;
  private Control content;

  /** Makes the controls that show the numbers. */
  protected abstract Control createContent(Composite parent);

  /** Returns which numbers are shown; the view is stale until all of them are current. */
  protected abstract Set<DerivedNumber> shows();

  /** Returns what is computed first while the view is visible. */
  protected Set<DerivedNumber> looksAt() {
    return shows();
  }

  /** Returns whether nothing new is shown before all numbers of a revision are known. */
  protected boolean waitsForAll() {
    return false;
  }

  /** Shows the newest numbers; at least one of those shown has a new value. */
  protected abstract void showNumbers(CaseSession session, ShownNumbers shown);

  /** Some numbers have become known, whether the view can be seen or not. */
  protected void partKnown(ShownNumbers shown) {
    // most views only show them
  }

  /** All numbers of a revision are known, whether the view can be seen or not. */
  protected void allKnown(CaseSession session, PlanNumbers numbers) {
    // most views only show them
  }

  /** The plan was edited, whether the view can be seen or not. */
  protected void planEdited() {
    // most views only turn grey
  }

  /** Shows that some of the shown numbers are older than the plan, or all current again. */
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
    content.setData(VIEW_KEY, getPartName());
    whenShown = new ShownRefresh(area, this::showNewest);
    interest.start();
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
    painted = Map.of();
    interest.follow(session);
    if (content == null || content.isDisposed()) {
      return;
    }
    clear();
    session.ifPresent(
        current -> {
          current.planWatch().addListener(watchListener);
          current.viewing().addListener(viewingListener);
          interest.lookAt(looksAt());
          showAgain();
          current.planWatch().latest().ifPresent(numbers -> allKnown(current, numbers));
        });
    if (session.isEmpty()) {
      markStale(false);
    }
  }

  /** Shows the newest numbers again, for instance after another quantity was chosen. */
  protected final void showAgain() {
    painted = Map.of();
    greyed = Set.of();
    showNew();
  }

  /** Says anew what is looked at, after another quantity was chosen. */
  protected final void looksAtOthers() {
    interest.lookAt(looksAt());
  }

  /** Returns the newest numbers and what of them is current. */
  protected final ShownNumbers shown() {
    return attached.map(session -> session.planWatch().shown()).orElse(ShownNumbers.NONE);
  }

  /** Paints what has become known since, at once or, while the view is hidden, when it is shown. */
  private void showNew() {
    whenShown.request();
  }

  /** Paints what has become known, and greys what is not current. */
  private void showNewest() {
    if (attached.isEmpty()) {
      return;
    }
    ShownNumbers shown = shown();
    Map<DerivedNumber, PlanNumbers> newest = new EnumMap<>(DerivedNumber.class);
    shows().forEach(kind -> shown.of(kind).ifPresent(numbers -> newest.put(kind, numbers)));
    boolean paintedNow = false;
    boolean complete = !waitsForAll() || isOneRevision(newest);
    if (newest.keySet().containsAll(shows()) && complete && !isPainted(newest)) {
      painted = newest;
      paintedNow = true;
      showNumbers(attached.get(), shown);
      content.setData(
          REVISION_KEY,
          newest.values().stream().mapToLong(PlanNumbers::revision).min().orElseThrow());
    }
    Set<DerivedNumber> stale =
        shows().stream()
            .filter(kind -> !shown.isCurrent(kind))
            .collect(Collectors.toUnmodifiableSet());
    if (paintedNow || !stale.equals(greyed)) { // colours cost a restyling of the window
      greyed = stale;
      markStale(!stale.isEmpty());
    }
  }

  private static boolean isOneRevision(Map<DerivedNumber, PlanNumbers> newest) {
    return newest.values().stream().mapToLong(PlanNumbers::revision).distinct().count() <= 1;
  }

  /** Told apart by identity: numbers are large and made once. */
  private boolean isPainted(Map<DerivedNumber, PlanNumbers> newest) {
    return newest.entrySet().stream()
        .allMatch(entry -> painted.get(entry.getKey()) == entry.getValue());
  }

  private void markStale(boolean stale) {
    content.setData(STALE_KEY, stale);
    setStale(stale);
    line.setMoving(stale);
  }

  @Override
  public void dispose() {
    interest.stop();
    super.dispose();
  }

  /** Called on the UI thread, in order. */
  private final class WatchListener implements PlanWatchListener {

    @Override
    public void onStale(long revision) {
      if (!content.isDisposed()) {
        showNew(); // nothing is current, so it turns grey
        planEdited();
      }
    }

    @Override
    public void onEarlyNumbers(NumbersSoFar part) {
      if (!content.isDisposed()) {
        partKnown(shown());
        showNew(); // an edit may have come since: what is current is asked now
      }
    }

    @Override
    public void onNumbers(PlanNumbers numbers) {
      if (!content.isDisposed()) {
        partKnown(shown());
        showNew();
        attached.ifPresent(session -> allKnown(session, numbers));
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
        greyed = Set.of(); // so that the next edit sets the line moving
        line.setMoving(false);
        setTitleText("The numbers could not be computed; the grey ones are older than the plan.");
        StatusManager.getManager()
            .handle(Status.error("The numbers could not be computed.", cause), StatusManager.LOG);
      }
    }
  }
}
