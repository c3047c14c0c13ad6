/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.ui.part.ViewPart;
import org.recourse.cohort.figure.ForestRow;
import org.recourse.cohort.figure.ModelFigures;
import org.recourse.cohort.figure.NamedScores;
import org.recourse.learning.performance.ConfusionCounts;
import org.recourse.ui.cohort.internal.CohortDesk;
import org.recourse.ui.cohort.internal.Evaluation;
import org.recourse.ui.cohort.internal.Services;
import org.recourse.ui.cohort.internal.chart.FigureChart;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.WidgetId;

/**
 * Models beside each other on patients they were not trained on: the checked ones are drawn, the
 * selected one gives the survival curves and the confusion matrix. UI thread only.
 */
public final class ComparisonView extends ViewPart {

  private static final String ID = "comparison";
  private static final int MOST_CHECKED = 6;

  private final CohortDesk desk = Services.find(CohortDesk.class);
  private final Runnable listener = this::refresh;
  private Label sentence;
  private CheckboxTableViewer models;
  private FigureChart roc;
  private FigureChart calibration;
  private FigureChart decision;
  private FigureChart survival;
  private ForestChart forest;
  private Label confusion;
  private FigureChart loss;
  private FigureChart area;
  private final Runnable curveListener = this::drawCurves;

  @Override
  public void createPartControl(Composite parent) {
    var content = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(6, 6).applyTo(content);
    sentence = WidgetId.mark(new Label(content, SWT.WRAP), ID + ".sentence");
    GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(sentence);
    var sash = new SashForm(content, SWT.VERTICAL);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
    createModels(sash);
    createFigures(sash);
    sash.setWeights(35, 65);
    desk.addListener(listener);
    desk.addCurveListener(curveListener);
    refresh();
    drawCurves();
  }

  private void createModels(Composite parent) {
    models =
        CheckboxTableViewer.newCheckList(
            parent, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
    WidgetId.mark(models.getTable(), ID + ".models");
    models.getTable().setHeaderVisible(true);
    models.setContentProvider(ArrayContentProvider.getInstance());
    var columns = new TableColumns<>(models, ModelRow.class);
    columns.text("Model", 26, row -> row.model().scores().name());
    columns.number(
        "AUC",
        17,
        row -> ModelRow.text(row.figures().auc()),
        (a, b) -> ModelRow.compare(a.figures().auc(), b.figures().auc()));
    columns.text("Accuracy", 17, row -> ModelRow.text(row.figures().accuracy()));
    columns.text("Sensitivity", 17, row -> ModelRow.text(row.figures().sensitivity()));
    columns.text("Specificity", 17, row -> ModelRow.text(row.figures().specificity()));
    columns.text("F1", 17, row -> ModelRow.text(row.figures().f1()));
    columns.text("Brier", 7, row -> ModelRow.text(row.brier()));
    columns.text(
        "Output", 11, row -> row.model().scores().probabilities() ? "probability" : "score");
    columns.fill();
    models.addCheckStateListener(e -> draw());
    models.addSelectionChangedListener(e -> drawSelected());
  }

  private void createFigures(Composite parent) {
    var tabs = new TabFolder(parent, SWT.NONE);
    roc = new FigureChart(tabs, ID + ".roc");
    calibration = new FigureChart(tabs, ID + ".calibration");
    decision = new FigureChart(tabs, ID + ".decision");
    survival = new FigureChart(tabs, ID + ".survival");
    forest = new ForestChart(tabs);
    confusion = WidgetId.mark(new Label(tabs, SWT.NONE), ID + ".confusion");
    tab(tabs, "ROC", roc);
    tab(tabs, "Calibration", calibration);
    tab(tabs, "Decision curve", decision);
    tab(tabs, "Kaplan–Meier", survival);
    tab(tabs, "Forest plot", forest.control());
    tab(tabs, "Confusion", confusion);
    var training = new SashForm(tabs, SWT.HORIZONTAL);
    loss = new FigureChart(training, ID + ".loss");
    area = new FigureChart(training, ID + ".area");
    tab(tabs, "Training", training);
  }

  private static void tab(TabFolder tabs, String text, Control control) {
    var tab = new TabItem(tabs, SWT.NONE);
    tab.setText(text);
    tab.setControl(control);
  }

  private void refresh() {
    Optional<Evaluation> evaluation = desk.evaluation();
    if (evaluation.isEmpty()) {
      sentence.setText(
          "No models were judged yet. Train models on the open cohort, or evaluate the models of a"
              + " folder (menu Cohort).");
      models.setInput(List.of());
    } else {
      Evaluation shown = evaluation.get();
      sentence.setText(
          shown.title()
              + (shown.synthetic()
                  ? ". SYNTHETIC patients: the figures say nothing about people."
                  : "."));
      List<ModelRow> rows = shown.models().stream().map(ModelRow::of).toList();
      models.setInput(rows);
      rows.stream().limit(MOST_CHECKED).forEach(row -> models.setChecked(row, true));
      TableColumns.fit(models.getTable());
    }
    draw();
    drawSelected();
    sentence.getParent().layout();
  }

  private void drawCurves() {
    loss.show(desk.curves().loss());
    area.show(desk.curves().area());
  }

  private List<ModelRow> checked() {
    return Arrays.stream(models.getCheckedElements()).map(ModelRow.class::cast).toList();
  }

  private void draw() {
    List<NamedScores> shown = checked().stream().map(row -> row.model().scores()).toList();
    roc.show(ModelFigures.receiverOperatingCharacteristic(shown));
    calibration.show(ModelFigures.calibration(shown));
    decision.show(ModelFigures.decisionCurve(shown));
    List<ForestRow> rows = new ArrayList<>();
    for (ModelRow row : checked()) {
      rows.add(
          new ForestRow(
              row.model().scores().name(), row.figures().patientCount(), row.figures().auc()));
    }
    forest.show(rows);
  }

  private Optional<ModelRow> selected() {
    Object first = models.getStructuredSelection().getFirstElement();
    return first instanceof ModelRow row ? Optional.of(row) : checked().stream().findFirst();
  }

  private void drawSelected() {
    String outcome = desk.evaluation().map(Evaluation::outcome).orElse("the outcome");
    survival.show(
        ModelFigures.kaplanMeier(
            outcome, selected().map(row -> row.model().groups()).orElse(List.of())));
    confusion.setText(selected().map(ComparisonView::confusion).orElse(""));
  }

  static String confusion(ModelRow row) {
    ConfusionCounts counts =
        ConfusionCounts.of(row.model().scores().scores(), row.model().threshold());
    return String.join(
        "\n",
        "",
        "  %s, positive at or above %.3f"
            .formatted(row.model().scores().name(), row.model().threshold()),
        "",
        "  \tcalled positive\tcalled negative",
        "  with the event\t%d\t\t%d".formatted(counts.truePositives(), counts.falseNegatives()),
        "  without it\t%d\t\t%d".formatted(counts.falsePositives(), counts.trueNegatives()));
  }

  @Override
  public void setFocus() {
    models.getTable().setFocus();
  }

  @Override
  public void dispose() {
    desk.removeListener(listener);
    desk.removeCurveListener(curveListener);
    super.dispose();
  }
}
