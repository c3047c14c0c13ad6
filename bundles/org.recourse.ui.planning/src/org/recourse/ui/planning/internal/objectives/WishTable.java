/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.objectives;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.recourse.ui.planning.internal.beams.TextCell;
import org.recourse.ui.planning.internal.optimise.WishValue;
import org.recourse.ui.widget.NumberCellEditing;
import org.recourse.ui.widget.NumberRule;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.WidgetId;

/** The table of objectives with edits in its cells. UI thread only. */
final class WishTable {

  /** α/β that an objective gets when it is first measured in EQD2, of a structure by name. */
  @FunctionalInterface
  interface AlphaBeta {
    double gy(String structure);
  }

  private static final NumberRule DOSE = NumberRule.notNegative(300, "Gy");
  private static final NumberRule VOLUME = NumberRule.positive(99.99, "%");
  private static final NumberRule EXPONENT = new NumberRule(1, 100, false, false, "");
  private static final NumberRule ALPHA_BETA = NumberRule.positive(50, "Gy");
  private static final NumberRule PRIORITY = NumberRule.notNegative(1e6, "");
  private static final double PERCENT = 100;

  private final TableViewer viewer;
  private final Supplier<List<String>> structures;
  private final AlphaBeta alphaBeta;
  private final BiConsumer<Integer, Wish> whenChanged;

  WishTable(
      Composite parent,
      Supplier<List<String>> structures,
      AlphaBeta alphaBeta,
      BiConsumer<Integer, Wish> whenChanged) {
    this.structures = structures;
    this.alphaBeta = Objects.requireNonNull(alphaBeta, "alphaBeta");
    this.whenChanged = Objects.requireNonNull(whenChanged, "whenChanged");
    viewer = new TableViewer(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
    WidgetId.mark(viewer.getTable(), "objectives.table");
    viewer.getTable().setHeaderVisible(true);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    ColumnViewerToolTipSupport.enableFor(viewer);
    addColumns();
  }

  private void addColumns() {
    var columns = new TableColumns<>(viewer, WishRow.class);
    choice(columns, "Structure", 14, structures, Wish::structure, Wish::withStructure);
    choice(columns, "Kind", 18, WishTable::kinds, Wish::kindTitle, WishTable::withKind);
    choice(columns, "Dose", 12, WishTable::doses, w -> w.dose().title(), this::withDose);
    number(
        columns,
        new NumberColumn("Dose (Gy)", DOSE, WishRow::doseGy),
        Wish::doseGy,
        Wish::withDoseGy,
        row -> row.uses(WishKind.Number.DOSE));
    number(
        columns,
        new NumberColumn("Volume (%)", VOLUME, WishRow::volumePercent),
        Wish::volumePercent,
        Wish::withVolumePercent,
        row -> row.uses(WishKind.Number.VOLUME));
    number(
        columns,
        new NumberColumn("Priority", PRIORITY, WishRow::priority),
        Wish::weight,
        Wish::withWeight,
        row -> !row.wish().isConstraint());
    columns.text("Plan in work", 19, WishRow::valueText);
    columns.number(
        "Contribution",
        13,
        WishRow::contribution,
        Comparator.comparingDouble(row -> row.value().map(WishValue::amount).orElse(0.0)));
    number(
        columns,
        new NumberColumn("α/β (Gy)", ALPHA_BETA, WishRow::alphaBetaGy),
        Wish::alphaBetaGy,
        Wish::withAlphaBetaGy,
        row -> row.wish().dose() != WishDose.PHYSICAL);
    number(
        columns,
        new NumberColumn("a", EXPONENT, WishRow::exponent),
        Wish::exponent,
        Wish::withExponent,
        row -> row.uses(WishKind.Number.EXPONENT));
    TableViewerColumn without = columns.text("Without", 12, WishRow::without);
    without.setEditingSupport(
        new TextCell<>(
            viewer,
            WishRow.class,
            WishRow::without,
            (row, text) -> whenChanged.accept(row.index(), row.wish().withWithout(names(text))),
            row -> !row.wish().isConstraint()));
    columns.fill();
  }

  private void choice(
      TableColumns<WishRow> columns,
      String head,
      int characters,
      Supplier<List<String>> choices,
      Function<Wish, String> read,
      BiFunction<Wish, String, Wish> with) {
    TableViewerColumn column = columns.text(head, characters, row -> read.apply(row.wish()));
    column.setEditingSupport(
        new ChoiceCell<>(
            viewer,
            WishRow.class,
            choices,
            row -> read.apply(row.wish()),
            (row, name) -> whenChanged.accept(row.index(), with.apply(row.wish(), name))));
  }

  /** Head, rule and text of a column with numbers. */
  private record NumberColumn(String head, NumberRule rule, Function<WishRow, String> text) {}

  private void number(
      TableColumns<WishRow> columns,
      NumberColumn about,
      Function<Wish, OptionalDouble> read,
      BiFunction<Wish, Double, Wish> with,
      Predicate<WishRow> editable) {
    TableViewerColumn column =
        columns.number(
            about.head(),
            7,
            about.text(),
            Comparator.comparingDouble(row -> read.apply(row.wish()).orElse(0)));
    column.setEditingSupport(
        new NumberCellEditing<>(
            viewer,
            WishRow.class,
            new NumberCellEditing.Cell<>(
                about.rule(),
                0,
                row -> read.apply(row.wish()),
                (row, value) -> whenChanged.accept(row.index(), with.apply(row.wish(), value))),
            editable));
  }

  private static List<String> kinds() {
    return Arrays.stream(WishKind.values()).map(WishKind::title).toList();
  }

  private static Wish withKind(Wish wish, String title) {
    return Arrays.stream(WishKind.values())
        .filter(kind -> kind.title().equals(title))
        .findFirst()
        .map(wish::withKind)
        .orElse(wish);
  }

  private static List<String> doses() {
    return Arrays.stream(WishDose.values()).map(WishDose::title).toList();
  }

  private Wish withDose(Wish wish, String title) {
    return Arrays.stream(WishDose.values())
        .filter(dose -> dose.title().equals(title))
        .findFirst()
        .map(dose -> wish.withDose(dose, alphaBeta.gy(wish.structure())))
        .orElse(wish);
  }

  private static List<String> names(String typed) {
    return Arrays.stream(typed.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  TableViewer viewer() {
    return viewer;
  }

  OptionalInt selected() {
    return viewer.getStructuredSelection().getFirstElement() instanceof WishRow row
        ? OptionalInt.of(row.index())
        : OptionalInt.empty();
  }

  void select(int index) {
    if (viewer.getInput() instanceof List<?> rows && index >= 0 && index < rows.size()) {
      viewer.setSelection(new StructuredSelection(rows.get(index)), true);
    }
  }

  /**
   * Shows a list with its values.
   *
   * @param values one for each row, or none
   */
  void show(List<Wish> wishes, List<WishValue> values) {
    boolean known = values.size() == wishes.size();
    double whole = 0;
    for (int i = 0; known && i < wishes.size(); i++) {
      whole += wishes.get(i).isConstraint() ? 0 : values.get(i).amount();
    }
    var rows = new ArrayList<WishRow>();
    for (int i = 0; i < wishes.size(); i++) {
      boolean share = known && whole > 0 && !wishes.get(i).isConstraint();
      rows.add(
          new WishRow(
              i,
              wishes.get(i),
              known ? java.util.Optional.of(values.get(i)) : java.util.Optional.empty(),
              share
                  ? OptionalDouble.of(PERCENT * values.get(i).amount() / whole)
                  : OptionalDouble.empty()));
    }
    if (rows.equals(viewer.getInput())) {
      return; // a cell may be in edit
    }
    OptionalInt selected = selected();
    viewer.setInput(rows);
    TableColumns.fit(viewer.getTable());
    selected.ifPresent(this::select);
  }
}
