/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.plans;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.ChangeCommand;
import org.eclipse.emf.edit.command.MoveCommand;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.recourse.model.Beam;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.ModelFactory;
import org.recourse.model.ModelPackage;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.edit.CaseEditing;

/**
 * Edits of plans as single undo steps. A plan with a dose keeps its beams for ever, since the dose
 * is of these beams: an edit of them starts a new plan without dose, in a planned course of its
 * own, and the old one stays for comparison. UI thread only.
 */
public final class PlanEdit {

  private static final ModelPackage MODEL = ModelPackage.eINSTANCE;

  private final EditingDomain domain;
  private final PatientCase patientCase;

  public PlanEdit(EditingDomain domain, PatientCase patientCase) {
    this.domain = Objects.requireNonNull(domain, "domain");
    this.patientCase = Objects.requireNonNull(patientCase, "patientCase");
  }

  /** Changes the beams of a draft, or starts a new draft with the changed beams. */
  public Command changeBeams(String label, Plan plan, Consumer<List<Beam>> change) {
    if (PlansOfCase.isDraft(plan)) {
      return new ChangeCommand(plan) {
        {
          setLabel(label);
        }

        @Override
        protected void doExecute() {
          change.accept(plan.getBeams());
          number(plan.getBeams());
        }
      };
    }
    Plan draft = draftOf(plan);
    change.accept(draft.getBeams());
    number(draft.getBeams());
    return addPlan(label, draft, plan);
  }

  private static void number(List<Beam> beams) {
    for (int i = 0; i < beams.size(); i++) {
      beams.get(i).setNumber(i + 1);
    }
  }

  /** The same beams, prescription and objectives under another name, without any dose. */
  public Plan draftOf(Plan plan) {
    Plan draft = EcoreUtil.copy(plan);
    draft.setLabel(freeLabel());
    draft.setReference(null);
    draft.getDoses().clear();
    draft.setNormalisationPercent(100);
    draft.unsetImportedTotalDoseGy();
    draft.unsetImportedFractionCount();
    for (Beam beam : draft.getBeams()) {
      beam.unsetMonitorUnits();
      beam.setWeight(1);
      beam.setEnabled(true);
    }
    return draft;
  }

  /** The first of "Plan 1", "Plan 2" that no plan of the case has. */
  public String freeLabel() {
    for (int n = 1; ; n++) {
      String label = "Plan " + n;
      if (PlansOfCase.all(patientCase).stream().noneMatch(p -> label.equals(p.getLabel()))) {
        return label;
      }
    }
  }

  /** Adds a plan in a new planned course like that of another plan: it becomes the one in work. */
  public Command addPlan(String label, Plan plan, Plan like) {
    return CaseEditing.add(
        domain, label, patientCase, MODEL.getPatientCase_Courses(), courseFor(plan, like));
  }

  /** Puts a computed plan in the place of a draft, or beside a plan that has a dose. */
  public Command enter(String label, Plan computed, Plan from) {
    Command add = addPlan(label, computed, from);
    boolean replaces = PlansOfCase.isDraft(from) && isAlone(from);
    return replaces
        ? CaseEditing.compound(
            label, CaseEditing.delete(domain, label, PlansOfCase.courseOf(from)), add)
        : add;
  }

  private static boolean isAlone(Plan plan) {
    Course course = PlansOfCase.courseOf(plan);
    return course.getKind() == CourseKind.PLANNED && course.getPlans().size() == 1;
  }

  private static Course courseFor(Plan plan, Plan like) {
    Course before = PlansOfCase.courseOf(like);
    Course course = ModelFactory.eINSTANCE.createCourse();
    course.setKind(CourseKind.PLANNED);
    course.setLabel("Planned");
    if (before.getKind() == CourseKind.PLANNED) { // a delivered one has other days
      course.setLabel(before.getLabel());
      course.setStartDate(before.getStartDate());
      course.setEndDate(before.getEndDate());
      course.setIntent(before.getIntent());
      course.setSite(before.getSite());
    }
    course.getPlans().add(plan);
    return course;
  }

  /** Makes a planned plan the one in work: its course becomes the last one. */
  public Command workOn(Plan plan) {
    return CaseEditing.compound(
        "Work on " + PlansOfCase.name(plan),
        MoveCommand.create(
            domain,
            patientCase,
            MODEL.getPatientCase_Courses(),
            PlansOfCase.courseOf(plan),
            patientCase.getCourses().size() - 1));
  }

  /** Whether a plan stands alone in its course and is not the last planned one. */
  public boolean canDelete(Plan plan) {
    return isAlone(plan) && PlansOfCase.planned(patientCase).size() > 1;
  }

  /** Deletes a planned plan with its course. */
  public Command delete(Plan plan) {
    return CaseEditing.delete(
        domain, "Delete " + PlansOfCase.name(plan), PlansOfCase.courseOf(plan));
  }
}
