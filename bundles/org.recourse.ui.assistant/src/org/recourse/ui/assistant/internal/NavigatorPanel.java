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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.recourse.tuning.tradeoff.TradeOffGoal;
import org.recourse.tuning.tradeoff.TradeOffNavigator;
import org.recourse.tuning.tradeoff.TradeOffPoint;
import org.recourse.ui.widget.NumberText;
import org.recourse.ui.widget.WidgetId;

/**
 * Sliders between Pareto plans, one for each goal, with a lock; left is better. Moving one moves
 * the others in real time; the plan they stop at is judged like any proposal. UI thread only.
 */
final class NavigatorPanel {

  private static final int STEPS = 100;

  /** The widgets of one goal. */
  private record Row(Label value, Scale slider, Button lock) {}

  private final Composite area;
  private final Label sentence;
  private final Composite sliders;
  private final Button judge;
  private final List<Row> rows = new ArrayList<>();
  private Optional<TradeOffNavigator> navigator = Optional.empty();
  private Optional<TradeOffPoint> point = Optional.empty();

  /**
   * Makes the panel.
   *
   * @param whenJudged takes the weights of the beams that are to be judged
   */
  NavigatorPanel(Composite parent, Consumer<Map<Integer, Double>> whenJudged) {
    area = new Composite(parent, SWT.NONE);
    var layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    area.setLayout(layout);
    sentence = WidgetId.mark(new Label(area, SWT.WRAP), "assistant.navigator.sentence");
    sentence.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    sliders = WidgetId.mark(new Composite(area, SWT.NONE), "assistant.navigator");
    sliders.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    sliders.setLayout(new GridLayout(2, false));
    judge = WidgetId.mark(new Button(area, SWT.PUSH), "assistant.navigator.judge");
    judge.setText("Judge This Plan");
    judge.setToolTipText("Computes all numbers and checks of the plan the sliders stop at");
    judge.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e ->
                navigator.ifPresent(
                    nav -> point.ifPresent(at -> whenJudged.accept(nav.weights(at))))));
    clear("A search for proposals makes the plans between which the sliders move.");
  }

  Composite control() {
    return area;
  }

  /** Shows no sliders and says why. */
  void clear(String why) {
    show(Optional.empty(), why);
  }

  /** Shows the sliders of a navigator, at the first of its plans. */
  void show(Optional<TradeOffNavigator> shown, String without) {
    rows.clear();
    Arrays.stream(sliders.getChildren()).forEach(Control::dispose);
    navigator = shown.filter(nav -> nav.pareto().size() > 1);
    point = navigator.map(nav -> nav.pareto().getFirst());
    navigator.ifPresent(
        nav -> {
          for (int goal = 0; goal < nav.goals().size(); goal++) {
            rows.add(row(nav, goal));
          }
        });
    sentence.setText(
        navigator.isPresent()
            ? "Left is better. A locked goal does not get worse than it is."
            : shown.isPresent()
                ? "There is one plan only, so there is nothing to trade."
                : without);
    judge.setVisible(navigator.isPresent());
    ((GridData) sliders.getLayoutData()).exclude = navigator.isEmpty();
    sliders.setVisible(navigator.isPresent());
    place();
  }

  /** The plan was edited: the sliders are for a plan that is no more. */
  void setCurrent(boolean current) {
    judge.setEnabled(current);
    rows.forEach(row -> row.slider().setEnabled(current));
  }

  private Row row(TradeOffNavigator nav, int goal) {
    TradeOffGoal what = nav.goals().get(goal);
    Label value = WidgetId.mark(new Label(sliders, SWT.WRAP), "assistant.navigator.value");
    value.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    Scale slider = WidgetId.mark(new Scale(sliders, SWT.HORIZONTAL), "assistant.navigator.slider");
    slider.setMaximum(STEPS);
    slider.setToolTipText(what.title());
    slider.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    Button lock = WidgetId.mark(new Button(sliders, SWT.CHECK), "assistant.navigator.lock");
    lock.setText("Lock");
    lock.setToolTipText(what.title() + " must not get worse");
    slider.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(e -> moved(nav, goal, slider.getSelection())));
    return new Row(value, slider, lock);
  }

  private void moved(TradeOffNavigator nav, int goal, int step) {
    double[] range = nav.range(goal);
    double wanted = range[0] + (range[1] - range[0]) * step / STEPS;
    Set<Integer> locked = new TreeSet<>();
    for (int g = 0; g < rows.size(); g++) {
      if (g != goal && rows.get(g).lock().getSelection()) {
        locked.add(g);
      }
    }
    TradeOffNavigator.Move move = nav.move(point.orElseThrow(), goal, wanted, locked);
    point = Optional.of(move.point());
    sentence.setText(
        move.binding().isEmpty()
            ? "Left is better. A locked goal does not get worse than it is."
            : "Held by the lock of "
                + move.binding().stream()
                    .map(g -> nav.goals().get(g).title())
                    .collect(Collectors.joining(", "))
                + ".");
    place();
  }

  /** Puts sliders and numbers where the plan is. */
  private void place() {
    if (navigator.isEmpty() || point.isEmpty()) {
      return;
    }
    double[] cost = point.get().cost();
    for (int g = 0; g < rows.size(); g++) {
      double[] range = navigator.get().range(g);
      double width = range[1] - range[0];
      double share = width > 0 ? Math.clamp((cost[g] - range[0]) / width, 0.0, 1.0) : 0;
      rows.get(g).slider().setSelection((int) Math.round(share * STEPS));
      TradeOffGoal goal = navigator.get().goals().get(g);
      boolean isRisk = goal.unit().isEmpty();
      rows.get(g)
          .value()
          .setText(
              goal.title()
                  + ": "
                  + NumberText.fixed(cost[g], isRisk ? 3 : 1)
                  + (isRisk ? "" : " " + goal.unit()));
    }
  }
}
