/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.junit.jupiter.api.Test;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.edit.CaseEditing;
import org.recourse.ui.planning.internal.TankCase;

class PlanEditTest {

  private final PatientCase patientCase = TankCase.create();
  private final EditingDomain domain = CaseEditing.newDomain(patientCase);
  private final PlanEdit edit = new PlanEdit(domain, patientCase);
  private final Plan imported = inWork();

  private Plan inWork() {
    return PlansOfCase.inWork(patientCase).orElseThrow();
  }

  private void execute(Command command) {
    domain.getCommandStack().execute(command);
  }

  @Test
  void aDraftHasTheBeamsAndNothingThatWasComputed() {
    imported.setObjectives("{}");
    imported.getBeams().get(0).setWeight(0.5);
    imported.getBeams().get(0).setMonitorUnits(120);

    Plan draft = edit.draftOf(imported);

    assertTrue(PlansOfCase.isDraft(draft));
    assertEquals(1, draft.getBeams().get(0).getWeight());
    assertFalse(draft.getBeams().get(0).isSetMonitorUnits());
    assertEquals("{}", draft.getObjectives());
    assertEquals(20, draft.getPrescription().getTotalDoseGy());
    assertSame(imported.getStructureSet(), draft.getStructureSet());
    assertFalse(PlansOfCase.isDraft(imported));
  }

  /** Every plan of a course is summed, so alternatives stand in courses of their own. */
  @Test
  void aNewPlanStandsInAPlannedCourseOfItsOwn() {
    Course before = PlansOfCase.courseOf(imported);
    before.setStartDate("2026-01-02");
    before.setSite("Head");
    execute(edit.changeBeams("Add", imported, beams -> beams.remove(0)));

    Course course = PlansOfCase.courseOf(inWork());
    assertEquals(CourseKind.PLANNED, course.getKind());
    assertEquals("2026-01-02", course.getStartDate());
    assertEquals("Head", course.getSite());
    assertEquals(1, course.getPlans().size());
    assertEquals(1, inWork().getBeams().get(0).getNumber());
    assertEquals(2, imported.getBeams().size());
  }

  @Test
  void aComputedPlanTakesThePlaceOfADraft() {
    execute(edit.changeBeams("Add", imported, beams -> beams.remove(0)));
    Plan draft = inWork();
    Plan computed = computed();

    execute(edit.enter("Add", computed, draft));
    assertSame(computed, inWork());
    assertEquals(2, PlansOfCase.planned(patientCase).size());

    domain.getCommandStack().undo();
    assertSame(draft, inWork());
    domain.getCommandStack().redo();
    assertSame(computed, inWork());
  }

  @Test
  void aComputedPlanStandsBesideAPlanWithDose() {
    Plan computed = computed();
    execute(edit.enter("Add", computed, imported));

    assertSame(computed, inWork());
    assertEquals(2, PlansOfCase.planned(patientCase).size());
    assertTrue(edit.canDelete(computed));
    execute(edit.delete(computed));
    assertSame(imported, inWork());
    assertFalse(edit.canDelete(imported));
  }

  private static Plan computed() {
    Plan plan = ModelFactory.eINSTANCE.createPlan();
    plan.setLabel("ReCourse");
    plan.getDoses().add(ModelFactory.eINSTANCE.createDoseDistribution());
    return plan;
  }

  @Test
  void aPlanMadeFromADeliveredOneHasNoneOfItsDays() {
    Course delivered = PlansOfCase.courseOf(imported);
    delivered.setKind(CourseKind.PREVIOUS);
    delivered.setStartDate("2020-01-02");

    execute(edit.changeBeams("Add", imported, beams -> beams.remove(0)));

    Course planned = PlansOfCase.courseOf(inWork());
    assertEquals("Planned", planned.getLabel());
    assertNull(planned.getStartDate());
  }

  @Test
  void labelsAreFree() {
    assertEquals("Plan 1", edit.freeLabel());
    imported.setLabel("Plan 1");
    assertEquals("Plan 2", edit.freeLabel());
  }
}
