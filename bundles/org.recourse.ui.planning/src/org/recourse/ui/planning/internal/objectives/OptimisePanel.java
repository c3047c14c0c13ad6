/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.objectives;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.recourse.ui.widget.NumberField;
import org.recourse.ui.widget.NumberRule;
import org.recourse.ui.widget.NumberText;
import org.recourse.ui.widget.WidgetId;

/** The row with how a plan is computed, and the buttons that start and stop it. UI thread only. */
final class OptimisePanel {

  /** What the buttons ask for. */
  interface Listener {

    void optimiseAsked();

    void cancelAsked();
  }

  private static final double[] GRIDS_MM = {3, 4, 5};
  private static final double[] BEAMLETS_MM = {2.5, 5};
  private static final int FIRST_ITERATIONS = 300;

  private final Button optimise;
  private final Button cancel;
  private final Combo grid;
  private final Combo beamlets;
  private int iterations = FIRST_ITERATIONS;

  /**
   * @param buttons where the buttons go
   * @param fields a grid with seven columns left for the settings
   */
  OptimisePanel(
      Composite buttons, Composite fields, Listener listener, Consumer<Double> whenGridChanged) {
    optimise = WidgetId.mark(new Button(buttons, SWT.PUSH), "objectives.optimise");
    optimise.setText("Optimise");
    optimise.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(e -> listener.optimiseAsked()));
    cancel = WidgetId.mark(new Button(buttons, SWT.PUSH), "objectives.cancel");
    cancel.setText("Cancel");
    cancel.setToolTipText("Stops the search and keeps the best plan so far");
    cancel.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(e -> listener.cancelAsked()));
    grid = combo(fields, "objectives.grid", "Dose grid", GRIDS_MM, 1);
    grid.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(e -> whenGridChanged.accept(gridMm())));
    beamlets = combo(fields, "objectives.beamlets", "Beamlets", BEAMLETS_MM, 1);
    var most =
        new NumberField(
            fields,
            new NumberField.Description(
                "objectives.iterations", "Iterations", NumberRule.count(1, 5000), 0),
            value -> iterations = (int) value);
    most.show(OptionalDouble.of(iterations));
  }

  private static Combo combo(
      Composite row, String id, String label, double[] choicesMm, int first) {
    new Label(row, SWT.NONE).setText(label);
    Combo combo = WidgetId.mark(new Combo(row, SWT.READ_ONLY), id);
    for (double mm : choicesMm) {
      combo.add(NumberText.editable(mm, 0) + " mm");
    }
    combo.select(first);
    return combo;
  }

  double gridMm() {
    return GRIDS_MM[Math.max(0, grid.getSelectionIndex())];
  }

  double beamletMm() {
    return BEAMLETS_MM[Math.max(0, beamlets.getSelectionIndex())];
  }

  int iterations() {
    return iterations;
  }

  /**
   * Says what can be done.
   *
   * @param running whether a plan is being computed
   * @param hindrance why none can be computed; empty if one can
   */
  void enable(boolean running, Optional<String> hindrance) {
    optimise.setEnabled(!running && hindrance.isEmpty());
    optimise.setToolTipText(
        hindrance.orElse("Computes a plan for these objectives and adds it to the case"));
    cancel.setEnabled(running);
    grid.setEnabled(!running);
    beamlets.setEnabled(!running);
  }

  static GridData fill() {
    return new GridData(SWT.FILL, SWT.CENTER, true, false);
  }
}
