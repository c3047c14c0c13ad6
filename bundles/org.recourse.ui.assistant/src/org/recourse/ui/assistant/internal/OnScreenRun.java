/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;
import org.recourse.assistant.numbers.NumbersSoFar;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.watch.PlanWatchListener;
import org.recourse.model.Beam;
import org.recourse.model.edit.PlanEdits;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.view.NumbersView;

/**
 * Edits beam weights and takes the time from before the command to after the first painting of each
 * visible view that has the numbers of this edit. Everything between is in it: the command, its
 * notifications, the snapshot on the UI thread, the computation, its way back, layout and painting.
 * UI thread only.
 */
final class OnScreenRun {

  private static final int WARM_UP = 10;
  private static final int RUNS = 40;
  private static final int PAUSE_MS = 300;
  private static final int GIVE_UP_MS = 10_000;
  private static final double NS_PER_MS = 1e6;
  private static final double PERCENTILE = 0.95;

  private final CaseSession session;
  private final Shell shell;
  private final List<Beam> beams;
  private final Consumer<String> whenDone;
  private final Listener painted = this::painted;
  private final Map<Control, Long> doneNs = new HashMap<>();
  private final Map<String, List<Double>> msByView = new TreeMap<>();
  private final PlanWatchListener numbers = new Numbers();
  private List<Control> views = List.of();
  private long startNs;
  private int edits;

  OnScreenRun(CaseSession session, Shell shell, List<Beam> beams, Consumer<String> whenDone) {
    this.session = Objects.requireNonNull(session, "session");
    this.shell = Objects.requireNonNull(shell, "shell");
    this.beams = List.copyOf(beams);
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
  }

  void start() {
    shell.getDisplay().addFilter(SWT.Paint, painted);
    session.planWatch().addListener(numbers);
    edit();
  }

  private void edit() {
    doneNs.clear();
    views = visibleViews();
    Beam beam = beams.get(edits % beams.size());
    double weight = beam.getWeight() < 1 ? 1 + 0.005 * (edits % 7) : 0.95 - 0.005 * (edits % 7);
    edits++;
    startNs = System.nanoTime();
    session
        .editingDomain()
        .getCommandStack()
        .execute(PlanEdits.setBeamWeight(session.editingDomain(), beam, weight));
  }

  /** Painting has ended when what was queued behind it runs. */
  private void painted(Event event) {
    for (Control view : views) {
      if (!doneNs.containsKey(view) && isIn(event.widget, view) && isCurrent(view)) {
        doneNs.put(view, Long.MAX_VALUE);
        shell.getDisplay().asyncExec(() -> doneNs.put(view, System.nanoTime()));
      }
    }
  }

  private boolean isCurrent(Control view) {
    return Boolean.FALSE.equals(view.getData(NumbersView.STALE_KEY))
        && Long.valueOf(session.planWatch().revision())
            .equals(view.getData(NumbersView.REVISION_KEY));
  }

  private static boolean isIn(Widget widget, Control view) {
    Control at = widget instanceof Control control ? control : null; // SWT: null above a shell
    while (at != null && at != view) {
      at = at.getParent();
    }
    return at == view;
  }

  private List<Control> visibleViews() {
    List<Control> found = new ArrayList<>();
    collect(shell, found);
    return found;
  }

  private static void collect(Control control, List<Control> found) {
    if (control.getData(NumbersView.REVISION_KEY) != null && control.isVisible()) {
      found.add(control);
    } else if (control instanceof Composite composite) {
      for (Control child : composite.getChildren()) {
        collect(child, found);
      }
    }
  }

  /** All numbers are there; what is not painted yet is waited for. */
  private void finish(long sinceNs) {
    Display display = shell.getDisplay();
    boolean waiting =
        views.stream()
            .anyMatch(view -> doneNs.getOrDefault(view, Long.MAX_VALUE) == Long.MAX_VALUE);
    if (waiting && System.nanoTime() - sinceNs < GIVE_UP_MS * NS_PER_MS) {
      display.timerExec(5, () -> finish(sinceNs));
      return;
    }
    if (edits > WARM_UP) {
      doneNs.forEach(
          (view, ns) ->
              msByView
                  .computeIfAbsent(
                      String.valueOf(view.getData(NumbersView.VIEW_KEY)), key -> new ArrayList<>())
                  .add((ns - startNs) / NS_PER_MS));
    }
    if (edits < WARM_UP + RUNS) {
      display.timerExec(PAUSE_MS, this::edit);
    } else {
      display.removeFilter(SWT.Paint, painted);
      session.planWatch().removeListener(numbers);
      whenDone.accept(report());
    }
  }

  private String report() {
    var text = new StringBuilder();
    text.append(RUNS)
        .append(" edits of a beam weight after ")
        .append(WARM_UP)
        .append(" for warm-up, from the command to the end of painting, ms:\n");
    msByView.forEach(
        (view, ms) -> {
          double[] sorted = ms.stream().mapToDouble(Double::doubleValue).sorted().toArray();
          int high = (int) Math.ceil(PERCENTILE * sorted.length) - 1;
          text.append(
              String.format(
                  Locale.ROOT,
                  "%s: median %.0f, 95th percentile %.0f, least %.0f (%d)%n",
                  view,
                  Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow(),
                  sorted[high],
                  sorted[0],
                  sorted.length));
        });
    return text.toString();
  }

  /** Told after the views, which listened before. */
  private final class Numbers implements PlanWatchListener {

    @Override
    public void onStale(long revision) {
      // the time runs
    }

    @Override
    public void onEarlyNumbers(NumbersSoFar part) {
      // the views paint what they show of it
    }

    @Override
    public void onNumbers(PlanNumbers all) {
      if (all.revision() == session.planWatch().revision()) {
        finish(System.nanoTime());
      }
    }

    @Override
    public void onFailure(long revision, RuntimeException cause) {
      shell.getDisplay().removeFilter(SWT.Paint, painted);
      session.planWatch().removeListener(this);
      whenDone.accept("The numbers could not be computed, so nothing was measured.");
    }
  }
}
