/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.view;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.recourse.assistant.numbers.DerivedNumber;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.ShownNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.ui.internal.session.GoToMaximumJob;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ShownDose;
import org.recourse.ui.session.StructureKey;
import org.recourse.ui.session.StructureRows;
import org.recourse.ui.session.ViewingListener;
import org.recourse.ui.view.TableView;
import org.recourse.ui.widget.ColourSwatches;
import org.recourse.ui.widget.NumberText;
import org.recourse.ui.widget.TableColumns;

/** Dose statistics of every structure, of the dose that the slices show. */
public final class StatisticsView extends TableView<StructureNumbers> {

  /** Id in the plugin.xml. */
  public static final String ID = "org.recourse.ui.views.statistics";

  private static final List<DoseMetric> METRICS =
      Stream.of("Dmean", "Dmin", "Dmax", "D98%", "D95%", "D50%", "D2%", "D0.03cc", "D0.1cc", "D1cc")
          .map(DoseMetric::parse)
          .toList();

  private ColourSwatches swatches;
  private ShownDose shownDose = ShownDose.PHYSICAL;

  @Override
  protected Class<StructureNumbers> rowType() {
    return StructureNumbers.class;
  }

  @Override
  protected Control createContent(Composite parent) {
    swatches = new ColourSwatches(parent);
    TableViewer table = createTable(parent);
    table.addSelectionChangedListener(
        e -> session().ifPresent(session -> selectedRow().ifPresent(row -> select(session, row))));
    return table.getTable();
  }

  @Override
  protected List<Action> rowActions() {
    return List.of(action("Go to maximum in structure", this::goToMaximum));
  }

  private void goToMaximum() {
    session()
        .ifPresent(
            open ->
                shown()
                    .of(DerivedNumber.HISTOGRAMS)
                    .ifPresent(
                        numbers ->
                            selectedRow().ifPresent(row -> goToMaximum(open, numbers, row))));
  }

  private void goToMaximum(CaseSession open, PlanNumbers numbers, StructureNumbers row) {
    Display display = viewer().getTable().getDisplay();
    new GoToMaximumJob(open, numbers, row.structure(), display).schedule();
  }

  private static void select(CaseSession session, StructureNumbers row) {
    StructureRows.structure(session, row.structure())
        .ifPresent(structure -> session.viewing().select(Optional.of(structure)));
  }

  @Override
  protected void addColumns(TableViewer table) {
    var columns = new TableColumns<>(table, StructureNumbers.class);
    columns
        .text("Structure", 20, row -> row.structure().name())
        .setLabelProvider(
            new ColumnLabelProvider() {
              @Override
              public String getText(Object row) {
                return ((StructureNumbers) row).structure().name();
              }

              @Override
              public Image getImage(Object row) {
                return swatches.square(((StructureNumbers) row).structure().colourRgb());
              }
            });
    number(
        columns,
        "Volume (cm³)",
        row -> row.physicalDvh().map(dvh -> OptionalDouble.of(dvh.volumeCm3())).orElse(none()));
    for (DoseMetric metric : METRICS) {
      TableViewerColumn column =
          number(columns, metric.text().replace("%", " %") + " (Gy)", row -> value(metric, row));
      columns.toolTip(
          column,
          row -> NumberText.orUnknown(value(metric, row), 1),
          row -> ErrorText.of(metric, ShownDvh.of(row, shownDose)));
    }
    columns.toolTip(
        number(columns, "Largest ± (Gy)", row -> ErrorText.largestGy(METRICS, shown(row))),
        row -> ErrorText.largest(METRICS, shown(row)),
        row -> ErrorText.explained(METRICS, shown(row)));
    number(
        columns,
        "In dose grid (%)",
        row ->
            ShownDvh.of(row, shownDose)
                .map(dvh -> OptionalDouble.of(100 * dvh.coveredFraction()))
                .orElse(none()));
    columns.fill();
  }

  private Optional<Dvh> shown(StructureNumbers row) {
    return ShownDvh.of(row, shownDose);
  }

  private static OptionalDouble none() {
    return OptionalDouble.empty();
  }

  private static TableViewerColumn number(
      TableColumns<StructureNumbers> columns,
      String head,
      Function<StructureNumbers, OptionalDouble> value) {
    int decimals = head.endsWith("(%)") ? 0 : 1;
    return columns.number(
        head,
        9,
        row -> NumberText.orUnknown(value.apply(row), decimals),
        Comparator.comparingDouble(row -> value.apply(row).orElse(Double.NEGATIVE_INFINITY)));
  }

  private OptionalDouble value(DoseMetric metric, StructureNumbers row) {
    Optional<Dvh> dvh = ShownDvh.of(row, shownDose);
    return dvh.isEmpty()
        ? none()
        : switch (metric.evaluate(dvh.get())) {
          case MetricValue.Defined(double value, MetricValue.Unit unit) -> OptionalDouble.of(value);
          case MetricValue.Undefined undefined -> none();
        };
  }

  @Override
  protected Set<DerivedNumber> shows() {
    return Set.of(DerivedNumber.HISTOGRAMS);
  }

  @Override
  protected void showNumbers(CaseSession session, ShownNumbers shown) {
    shownDose = session.viewing().shownDose();
    setTitleText(ShownDvh.title(shownDose));
    showRows(shown.of(DerivedNumber.HISTOGRAMS).orElseThrow().structures());
    showSelection();
  }

  @Override
  protected void viewingChanged(ViewingListener.Aspect aspect) {
    switch (aspect) {
      case SHOWN_DOSE -> showAgain();
      case SELECTED_STRUCTURE -> showSelection();
      case CROSS_HAIR,
          VISIBLE_STRUCTURES,
          SHOWN_IMAGE,
          ISODOSES,
          WINDOW,
          DOSE_OPACITY,
          OVERLAYS,
          WANTED_OVERLAY,
          PREVIEW -> {
        // the statistics do not depend on these
      }
    }
  }

  private void showSelection() {
    session()
        .flatMap(open -> open.viewing().selectedStructure())
        .map(StructureKey::of)
        .ifPresent(this::selectRow);
  }

  private void selectRow(StructureKey key) {
    boolean isSelected =
        selectedRow().filter(row -> StructureKey.of(row.structure()).equals(key)).isPresent();
    if (!isSelected && viewer().getInput() instanceof List<?> rows) {
      rows.stream()
          .map(StructureNumbers.class::cast)
          .filter(row -> StructureKey.of(row.structure()).equals(key))
          .findFirst()
          .ifPresent(row -> viewer().setSelection(new StructuredSelection(row), true));
    }
  }
}
