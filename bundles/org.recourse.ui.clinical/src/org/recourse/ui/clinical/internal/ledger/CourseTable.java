/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.recourse.assistant.cases.DoseRoute;
import org.recourse.model.FrameOfReference;
import org.recourse.model.Registration;
import org.recourse.model.course.RegistrationForm;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.NumberCellEditing;
import org.recourse.ui.widget.NumberRule;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.WidgetId;

/** The courses in the head of the ledger. UI thread only. */
final class CourseTable {

  private static final NumberRule UNCERTAINTY = NumberRule.positive(100, "mm");

  private final CaseSession session;
  private final TableViewer viewer;

  CourseTable(Composite parent, CaseSession session, LedgerEditing editing) {
    this.session = session;
    viewer = new TableViewer(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
    WidgetId.mark(viewer.getTable(), "ledger.courses");
    viewer.getTable().setHeaderVisible(true);
    // GTK selects the first row of a table that gets the focus; nothing is chosen here.
    viewer.getTable().addListener(SWT.FocusIn, e -> e.display.asyncExec(this::deselect));
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    ColumnViewerToolTipSupport.enableFor(viewer);
    var columns = new TableColumns<>(viewer, CourseLine.class);
    columns.text("Course", 14, CourseLine::label);
    columns.text("Dates", 23, CourseLine::dates);
    columns.toolTip(
        columns.number("Months before", 5, CourseLine::interval, byInterval()),
        CourseLine::interval,
        CourseLine::intervalToolTip);
    columns.text("Prescribed", 13, CourseLine::fractions);
    columns.text("Daily", 9, CourseLine::daily);
    columns.text("Dose from", 12, CourseLine::source);
    text(columns, "In the sum", 14, CourseLine::use, CourseLine::useToolTip);
    text(columns, "Registration (mm)", 16, CourseLine::transform, CourseLine::transformToolTip)
        .setEditingSupport(
            new NumberCellEditing<>(
                viewer,
                CourseLine.class,
                new NumberCellEditing.Cell<>(
                    UNCERTAINTY,
                    1,
                    this::statedMm,
                    (line, mm) -> registration(line).ifPresent(r -> editing.setUncertainty(r, mm))),
                line -> registration(line).isPresent()));
    columns.fill();
  }

  private static Comparator<CourseLine> byInterval() {
    return Comparator.comparingLong(line -> line.numbers().daysToPlanned().orElse(0));
  }

  private static TableViewerColumn text(
      TableColumns<CourseLine> columns,
      String head,
      int characters,
      Function<CourseLine, String> text,
      Function<CourseLine, String> toolTip) {
    TableViewerColumn column = columns.text(head, characters, text);
    columns.toolTip(column, text, toolTip);
    return column;
  }

  private OptionalDouble statedMm(CourseLine line) {
    return registration(line)
        .filter(Registration::isSetUncertaintyMm)
        .map(registration -> OptionalDouble.of(registration.getUncertaintyMm()))
        .orElse(OptionalDouble.empty());
  }

  /** The one registration on the way of a course; a chain is edited in Registrations. */
  private Optional<Registration> registration(CourseLine line) {
    return line.route()
        .map(DoseRoute::steps)
        .filter(steps -> steps.size() == 1)
        .map(List::getFirst)
        .flatMap(
            step ->
                session.patientCase().getRegistrations().stream()
                    .filter(
                        r ->
                            RegistrationForm.isDeformable(r)
                                == step instanceof DoseRoute.Deformable)
                    .filter(r -> isFrame(r.getFrom(), step.fromFrameUid()))
                    .filter(r -> isFrame(r.getTo(), step.toFrameUid()))
                    .findFirst());
  }

  private static boolean isFrame(FrameOfReference frame, String uid) {
    return frame != null && Objects.equals(frame.getUid(), uid); // EMF: a frame may be unset
  }

  private void deselect() {
    if (!viewer.getTable().isDisposed()) {
      viewer.getTable().deselectAll();
    }
  }

  Table control() {
    return viewer.getTable();
  }

  void show(List<CourseLine> lines) {
    viewer.setInput(lines);
    deselect();
    TableColumns.fit(viewer.getTable());
  }
}
