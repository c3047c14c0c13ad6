/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.recourse.assistant.numbers.LedgerNumbers;
import org.recourse.registration.uncertainty.MetricBand;
import org.recourse.ui.clinical.internal.protocols.AlphaBetaSources;
import org.recourse.ui.widget.ColourSwatches;
import org.recourse.ui.widget.FadingLabels;
import org.recourse.ui.widget.NumberCellEditing;
import org.recourse.ui.widget.NumberRule;
import org.recourse.ui.widget.NumberText;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.WidgetId;

/**
 * The table of structures. Its columns are those of one set of earlier courses; another set needs
 * another table. UI thread only.
 */
final class LedgerTable {

  private static final NumberRule ALPHA_BETA = NumberRule.positive(100, "Gy");
  private static final NumberRule HALF_TIME = NumberRule.positive(100, "h");

  private final TableViewer viewer;
  private final ColourSwatches swatches;
  private final List<String> courses;
  private final boolean withRepair;
  private AlphaBetaSources sources = new AlphaBetaSources(List.of());
  private LedgerFigure figure = LedgerFigure.NEAR_MAXIMUM;

  /**
   * Makes the table.
   *
   * @param withRepair whether half-times of repair matter in the case, and so have a column
   */
  LedgerTable(Composite parent, List<String> courses, boolean withRepair, LedgerEditing editing) {
    this.courses = List.copyOf(courses);
    this.withRepair = withRepair;
    viewer = new TableViewer(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
    WidgetId.mark(viewer.getTable(), "ledger.table");
    swatches = new ColourSwatches(viewer.getTable());
    viewer.getTable().setHeaderVisible(true);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    ColumnViewerToolTipSupport.enableFor(viewer);
    addColumns(new TableColumns<>(viewer, LedgerLine.class), editing);
  }

  private void addColumns(TableColumns<LedgerLine> columns, LedgerEditing editing) {
    columns
        .text("Structure", 16, line -> line.structure().name())
        .setLabelProvider(new NameLabels());
    TableViewerColumn ratio =
        columns.number(
            "α/β (Gy)",
            5,
            LedgerTable::ratio,
            Comparator.comparingDouble(line -> line.structure().alphaBetaGy().orElse(0)));
    columns.toolTip(ratio, LedgerTable::ratio, this::ratioToolTip);
    ratio.setEditingSupport(
        new NumberCellEditing<>(
            viewer,
            LedgerLine.class,
            new NumberCellEditing.Cell<>(
                ALPHA_BETA, 1, line -> line.structure().alphaBetaGy(), editing::setAlphaBeta),
            line -> true));
    if (withRepair) {
      addHalfTime(columns, editing);
    }
    for (int c = 0; c < courses.size(); c++) {
      int column = c;
      String course = courses.get(c);
      dose(
          columns,
          course,
          line -> line.course(column, figure),
          line -> RepairText.courseSign(line, course),
          "as given");
    }
    dose(columns, "Plan", line -> line.plan(figure), RepairText::planSign, "of the plan alone");
    dose(
        columns,
        "Cumulative",
        line -> line.cumulative(figure),
        RepairText::sumSign,
        "of all courses voxel by voxel, nothing discounted (convention "
            + LedgerNumbers.RECOVERY_CONVENTION
            + ")");
    TableViewerColumn displaced =
        columns.number(
            "Max. if displaced",
            13,
            LedgerText::displaced,
            Comparator.comparingDouble(LedgerText::displacedOrder));
    columns.toolTip(displaced, LedgerText::displaced, LedgerText::displacedToolTip);
    addMoved(columns);
    addRemaining(columns);
    addMissing(columns);
    addRecovery(columns, editing);
    columns.text("Source of α/β", 24, line -> sources.text(line.structure()));
    columns.fill();
  }

  private void addHalfTime(TableColumns<LedgerLine> columns, LedgerEditing editing) {
    TableViewerColumn halfTime =
        columns.number(
            "T½ (h)",
            5,
            RepairText::halfTime,
            Comparator.comparingDouble(line -> line.structure().repairHalfTimeHours().orElse(0)));
    columns.toolTip(halfTime, RepairText::halfTime, RepairText::halfTimeToolTip);
    halfTime.setEditingSupport(
        new NumberCellEditing<>(
            viewer,
            LedgerLine.class,
            new NumberCellEditing.Cell<>(
                HALF_TIME,
                1,
                line -> line.structure().repairHalfTimeHours(),
                editing::setRepairHalfTime),
            line -> true));
  }

  /** The interval of the figure; the maximum by itself is known at once and has its own column. */
  private void addMoved(TableColumns<LedgerLine> columns) {
    TableViewerColumn moved =
        columns.number(
            "Cumul. if displaced",
            13,
            line -> LedgerText.moved(line, figure),
            Comparator.comparingDouble(
                line ->
                    line.moved(figure)
                        .map(MetricBand::worstHigh)
                        .orElse(Double.NEGATIVE_INFINITY)));
    moved.setLabelProvider(
        new FadingLabels<>(
            viewer.getTable(),
            LedgerLine.class,
            line -> LedgerText.moved(line, figure),
            line -> LedgerText.movedToolTip(line, figure),
            LedgerLine::isMovedStale));
  }

  private void addRemaining(TableColumns<LedgerLine> columns) {
    TableViewerColumn remaining =
        columns.number(
            "Remaining (Gy/fx)",
            8,
            RemainingText::of,
            Comparator.comparingDouble(RemainingText::order));
    columns.toolTip(remaining, RemainingText::of, RemainingText::toolTip);
  }

  private void addMissing(TableColumns<LedgerLine> columns) {
    TableViewerColumn missing = columns.text("Not in the sum", 20, this::missing);
    columns.toolTip(missing, this::missing, LedgerText::missingToolTip);
  }

  private void addRecovery(TableColumns<LedgerLine> columns, LedgerEditing editing) {
    TableViewerColumn recovery = columns.text("Recovery", 21, LedgerText::recovery);
    columns.toolTip(recovery, LedgerText::recovery, LedgerText::recoveryToolTip);
    recovery.setEditingSupport(new RecoveryCell(viewer, editing::setRecovery));
    TableViewerColumn factors =
        columns.number(
            "Counted", 6, LedgerText::factors, Comparator.comparing(LedgerText::factors));
    columns.toolTip(factors, LedgerText::factors, line -> LedgerText.factorsToolTip(line, courses));
    TableViewerColumn discounted =
        columns.number(
            "With recovery",
            7,
            line -> LedgerText.discounted(line, figure),
            byDose(line -> line.discounted(figure)));
    columns.toolTip(
        discounted,
        line -> LedgerText.discounted(line, figure),
        line -> LedgerText.discountedToolTip(line, figure));
  }

  private static Comparator<LedgerLine> byDose(Function<LedgerLine, OptionalDouble> eqd2Gy) {
    return Comparator.comparingDouble(line -> eqd2Gy.apply(line).orElse(Double.NEGATIVE_INFINITY));
  }

  private void dose(
      TableColumns<LedgerLine> columns,
      String head,
      Function<LedgerLine, OptionalDouble> eqd2Gy,
      Function<LedgerLine, String> sign,
      String what) {
    Function<LedgerLine, String> text =
        line ->
            eqd2Gy.apply(line).isPresent()
                ? sign.apply(line) + NumberText.orUnknown(eqd2Gy.apply(line), 1)
                : NumberText.UNKNOWN;
    TableViewerColumn column = columns.number(head, 7, text, byDose(eqd2Gy));
    columns.toolTip(
        column,
        text,
        line ->
            eqd2Gy.apply(line).isPresent()
                ? LedgerText.figure(head, figure, eqd2Gy.apply(line).getAsDouble(), what)
                    + (sign.apply(line).isEmpty() ? "" : ".\n" + RepairText.reservation(line))
                : "");
  }

  /** The name with the colour of the structure; targets say that they are targets. */
  private final class NameLabels extends ColumnLabelProvider {
    @Override
    public String getText(Object row) {
      return ((LedgerLine) row).structure().name();
    }

    @Override
    public Image getImage(Object row) {
      return swatches.square(((LedgerLine) row).structure().colourRgb());
    }

    @Override
    public String getToolTipText(Object row) {
      LedgerLine line = (LedgerLine) row;
      return line.structure().name() + (line.isTarget() ? ", target" : ", organ or other");
    }
  }

  private static String ratio(LedgerLine line) {
    return NumberText.orUnknown(line.structure().alphaBetaGy(), 1);
  }

  private String ratioToolTip(LedgerLine line) {
    List<String> lines = new ArrayList<>();
    String source = sources.text(line.structure());
    lines.add(source.isEmpty() ? LedgerText.missingToolTip(line) : "Source: " + source + ".");
    lines.add(sources.disagreement(line.structure()));
    return String.join("\n", lines.stream().filter(text -> !text.isEmpty()).toList());
  }

  private String missing(LedgerLine line) {
    return LedgerText.missing(line, figure);
  }

  /** Whether the columns are those that numbers need. */
  boolean fits(List<String> earlier, boolean repair) {
    return earlier.equals(courses) && repair == withRepair;
  }

  Table control() {
    return viewer.getTable();
  }

  TableViewer viewer() {
    return viewer;
  }

  Optional<LedgerLine> selected() {
    return viewer.getStructuredSelection().getFirstElement() instanceof LedgerLine line
        ? Optional.of(line)
        : Optional.empty();
  }

  void show(List<LedgerLine> lines, AlphaBetaSources of) {
    sources = of;
    Optional<LedgerLine> before = selected();
    viewer.setInput(lines);
    before
        .flatMap(line -> lines.stream().filter(line::isSameStructure).findFirst())
        .ifPresent(line -> viewer.setSelection(new StructuredSelection(line)));
    TableColumns.fit(viewer.getTable());
  }

  void show(LedgerFigure wanted) {
    figure = wanted;
    viewer.refresh();
  }
}
