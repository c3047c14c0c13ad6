/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.courses;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.recourse.model.Course;
import org.recourse.model.TypedDose;
import org.recourse.model.edit.CourseEdits;
import org.recourse.ui.editor.ModelRefresh;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.StructureRows;
import org.recourse.ui.widget.NumberText;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.Texts;
import org.recourse.ui.widget.WidgetId;

/** The dose figures of a paper course. UI thread only. */
final class TypedDoses {

  private final CaseSession session;
  private final ModelRefresh model;
  private final TableViewer viewer;
  private final Button add;
  private final Button remove;
  private Optional<Course> shown = Optional.empty();

  TypedDoses(Composite parent, CaseSession session, ModelRefresh model) {
    this.session = session;
    this.model = model;
    Composite area = new Composite(parent, SWT.NONE);
    area.setLayout(new GridLayout(2, false));
    area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    viewer = new TableViewer(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
    WidgetId.mark(viewer.getTable(), "typedDoses.table");
    viewer.getTable().setHeaderVisible(true);
    viewer.getTable().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    var columns = new TableColumns<>(viewer, TypedDose.class);
    columns.text("Structure", 16, dose -> Texts.orUnknown(dose.getStructureName()));
    columns.text("Metric", 8, dose -> Texts.orUnknown(dose.getMetric()));
    columns.number(
        "Dose (Gy)",
        8,
        dose -> NumberText.orUnknown(doseGy(dose), 1),
        Comparator.comparingDouble(TypedDose::getDoseGy));
    columns.text("Read in", 20, dose -> Texts.orUnknown(dose.getSourceText()));
    add = button(area, "addTypedDose", "Add dose figure", this::addFigure);
    remove = button(area, "removeTypedDose", "Remove dose figure", this::removeSelected);
    viewer.addSelectionChangedListener(e -> remove.setEnabled(selected().isPresent()));
  }

  private static OptionalDouble doseGy(TypedDose dose) {
    return dose.isSetDoseGy() ? OptionalDouble.of(dose.getDoseGy()) : OptionalDouble.empty();
  }

  private static Button button(Composite parent, String id, String label, Runnable action) {
    Button button = WidgetId.mark(new Button(parent, SWT.PUSH), id);
    button.setText(label);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
    return button;
  }

  void show(Optional<Course> paperCourse) {
    shown = paperCourse;
    viewer.setInput(
        paperCourse.map(course -> List.copyOf(course.getTypedDoses())).orElse(List.of()));
    add.setEnabled(paperCourse.isPresent());
    remove.setEnabled(selected().isPresent());
  }

  private Optional<TypedDose> selected() {
    return viewer.getStructuredSelection().getFirstElement() instanceof TypedDose dose
        ? Optional.of(dose)
        : Optional.empty();
  }

  private void addFigure() {
    var names = StructureRows.names(session);
    var dialog = new TypedDoseDialog(viewer.getTable().getShell(), names);
    if (dialog.open() == Window.OK && shown.isPresent()) {
      model.execute(
          CourseEdits.addTypedDose(session.editingDomain(), shown.get(), dialog.typedDose()));
    }
  }

  private void removeSelected() {
    selected()
        .ifPresent(
            dose -> model.execute(CourseEdits.removeTypedDose(session.editingDomain(), dose)));
  }
}
