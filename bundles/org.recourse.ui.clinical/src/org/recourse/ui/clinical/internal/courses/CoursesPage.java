/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.courses;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.model.Course;
import org.recourse.model.CourseSource;
import org.recourse.model.edit.CourseEdits;
import org.recourse.ui.editor.ModelRefresh;
import org.recourse.ui.editor.NumbersListener;
import org.recourse.ui.editor.PlanPage;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.Texts;
import org.recourse.ui.widget.WidgetId;

/** Page with the ledger of courses and the details of the selected one. UI thread only. */
final class CoursesPage implements PlanPage {

  private final CaseSession session;
  private final ModelRefresh model;
  private final SashForm page;
  private final TableViewer viewer;
  private final CourseDetails details;
  private final CourseText text;
  private final Button remove;

  CoursesPage(Composite parent, CaseSession session) {
    this.session = session;
    model = new ModelRefresh(session);
    text = new CourseText(session.patientCase());
    page = WidgetId.mark(new SashForm(parent, SWT.VERTICAL), "courses");
    Composite upper = new Composite(page, SWT.NONE);
    upper.setLayout(new GridLayout(2, false));
    Label note = new Label(upper, SWT.WRAP);
    note.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    note.setText(
        "Every course the patient has had or is to have. A course known from paper only counts"
            + " with the dose figures typed for it.");
    viewer = new TableViewer(upper, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
    WidgetId.mark(viewer.getTable(), "courses.table");
    viewer.getTable().setHeaderVisible(true);
    viewer.getTable().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    addColumns();
    button(upper, "addPaperCourse", "Add paper course", this::addPaperCourse);
    remove = button(upper, "removeCourse", "Remove course", this::removeSelected);
    details = new CourseDetails(page, session, model);
    page.setWeights(2, 3);
    viewer.addSelectionChangedListener(e -> showSelected());
    model.keep(page, this::refresh);
    NumbersListener.keep(session, page, this::showUse);
    session.planWatch().latest().ifPresent(this::showUse);
    refresh();
  }

  private void addColumns() {
    var columns = new TableColumns<>(viewer, Course.class);
    columns.text("Course", 20, course -> Texts.orUnknown(course.getLabel()));
    columns.text("Kind", 9, CourseText::kind);
    columns.text("Source", 8, CourseText::source);
    columns.text("First day", 11, course -> Texts.orUnknown(course.getStartDate()));
    columns.text("Last day", 11, course -> Texts.orUnknown(course.getEndDate()));
    columns.number("Total (Gy)", 9, CourseText::totalDose, CourseText.byTotalDose());
    columns.number("Fractions", 9, CourseText::fractions, CourseText.byFractions());
    columns.number("Days to planned", 9, text::interval, text.byInterval());
    columns.text("Counts as", 40, text::use);
  }

  private static Button button(Composite parent, String id, String label, Runnable action) {
    Button button = WidgetId.mark(new Button(parent, SWT.PUSH), id);
    button.setText(label);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
    return button;
  }

  @Override
  public Control control() {
    return page;
  }

  @Override
  public void setFocus() {
    viewer.getTable().setFocus();
  }

  private Optional<Course> selected() {
    return viewer.getStructuredSelection().getFirstElement() instanceof Course course
        ? Optional.of(course)
        : Optional.empty();
  }

  private void addPaperCourse() {
    int number = session.patientCase().getCourses().size() + 1;
    Course course = CourseEdits.newPaperCourse("Paper course " + number);
    model.execute(CourseEdits.addCourse(session.editingDomain(), session.patientCase(), course));
    viewer.setSelection(new StructuredSelection(course), true);
  }

  private void removeSelected() {
    selected()
        .filter(course -> course.getSource() == CourseSource.PAPER)
        .ifPresent(
            course -> model.execute(CourseEdits.removeCourse(session.editingDomain(), course)));
  }

  private void showUse(PlanNumbers numbers) {
    text.show(numbers);
    viewer.refresh();
  }

  private void refresh() {
    List<Course> courses = List.copyOf(session.patientCase().getCourses());
    if (courses.equals(viewer.getInput())) {
      viewer.refresh();
    } else {
      viewer.setInput(courses);
      TableColumns.fit(viewer.getTable());
    }
    showSelected();
  }

  private void showSelected() {
    boolean isPaper =
        selected().filter(course -> course.getSource() == CourseSource.PAPER).isPresent();
    remove.setEnabled(isPaper);
    remove.setToolTipText(
        isPaper ? "Takes the course with its figures out." : "Only paper courses can be removed.");
    details.show(selected());
  }
}
