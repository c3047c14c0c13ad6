/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.recourse.model.Course;
import org.recourse.model.EditKeeps;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.samples.SampleCases;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;

/** Undo returns every state exactly, and "dirty" means different from what was saved. */
class UndoTest {

  private final PatientCase sample = SampleCases.reirradiation();
  private final EditingDomain domain = CaseEditing.newDomain(sample);

  @RepeatedTest(60)
  void randomEditsAreUndoneAndRedoneExactly(RepetitionInfo run) throws CaseStoreException {
    var random = new Random(run.getCurrentRepetition());
    var store = new CaseStore();
    var states = new ArrayList<byte[]>(List.of(store.toBytes(sample)));
    for (int i = 0; i < 25; i++) {
      Command edit = randomEdit(random);
      boolean changes = edit.canExecute();
      domain.getCommandStack().execute(edit);
      if (changes) {
        states.add(store.toBytes(sample));
      } else {
        assertEquals(new String(states.getLast()), new String(store.toBytes(sample)));
      }
    }

    for (byte[] state : states.reversed()) {
      assertEquals(new String(state), new String(store.toBytes(sample)));
      domain.getCommandStack().undo();
    }
    assertFalse(domain.getCommandStack().canUndo());
    assertTrue(EcoreUtil.equals(SampleCases.reirradiation(), sample));
    assertFalse(CaseEditing.isDirty(domain));

    for (byte[] state : states) {
      assertEquals(new String(state), new String(store.toBytes(sample)));
      domain.getCommandStack().redo();
    }
  }

  /** Walks at random over edit, undo, redo and save; the stack must agree with the bytes. */
  @RepeatedTest(60)
  void dirtyMeansDifferentFromTheSavedState(RepetitionInfo run) throws CaseStoreException {
    var random = new Random(1000 + run.getCurrentRepetition());
    var store = new CaseStore();
    String saved = new String(store.toBytes(sample));
    for (int i = 0; i < 60; i++) {
      switch (random.nextInt(6)) {
        case 0 -> {
          CaseEditing.markSaved(domain);
          saved = new String(store.toBytes(sample));
        }
        case 1, 2 -> domain.getCommandStack().undo();
        case 3 -> domain.getCommandStack().redo();
        default -> domain.getCommandStack().execute(randomEdit(random));
      }
      boolean differs = !saved.equals(new String(store.toBytes(sample)));
      assertTrue(CaseEditing.isDirty(domain) || !differs, "clean, but different: step " + i);
    }
  }

  @Test
  void undoBackToTheSavedStateIsClean() {
    Plan plan = sample.getCourses().getFirst().getPlans().getFirst();
    domain.getCommandStack().execute(PlanEdits.setNormalisation(domain, plan, 98));
    CaseEditing.markSaved(domain);
    assertFalse(CaseEditing.isDirty(domain));

    domain.getCommandStack().execute(PlanEdits.setNormalisation(domain, plan, 97));
    assertTrue(CaseEditing.isDirty(domain));
    domain.getCommandStack().undo();
    assertFalse(CaseEditing.isDirty(domain));

    domain.getCommandStack().undo();
    assertTrue(CaseEditing.isDirty(domain));
    domain.getCommandStack().redo();
    assertFalse(CaseEditing.isDirty(domain));
  }

  @Test
  void aSavedStateThatCanNoLongerBeReachedStaysDirty() {
    Plan plan = sample.getCourses().getFirst().getPlans().getFirst();
    domain.getCommandStack().execute(PlanEdits.setNormalisation(domain, plan, 98));
    CaseEditing.markSaved(domain);
    domain.getCommandStack().undo();

    domain.getCommandStack().execute(PlanEdits.setNormalisation(domain, plan, 97));

    assertTrue(CaseEditing.isDirty(domain));
    domain.getCommandStack().undo();
    assertTrue(CaseEditing.isDirty(domain));
  }

  @Test
  void aRemovedCourseComesBackInItsPlaceWithItsReferences() {
    Course first = sample.getCourses().get(1);

    domain.getCommandStack().execute(CourseEdits.removeCourse(domain, first));
    assertEquals(2, sample.getCourses().size());
    domain.getCommandStack().undo();

    assertEquals(first, sample.getCourses().get(1));
    assertTrue(EcoreUtil.equals(SampleCases.reirradiation(), sample));
  }

  @Test
  void datesAreOneStep() {
    Course planned = sample.getCourses().getFirst();

    domain
        .getCommandStack()
        .execute(
            CourseEdits.setDates(
                domain, planned, Optional.of(LocalDate.of(2024, 5, 6)), Optional.empty()));

    assertEquals("2024-05-06", planned.getStartDate());
    assertEquals(null, planned.getEndDate());
    domain.getCommandStack().undo();
    assertTrue(EcoreUtil.equals(SampleCases.reirradiation(), sample));
  }

  private Command randomEdit(Random random) {
    Course course = sample.getCourses().get(random.nextInt(sample.getCourses().size()));
    Plan plan = sample.getCourses().getFirst().getPlans().getFirst();
    var prescription = plan.getPrescription();
    var beam = plan.getBeams().get(random.nextInt(plan.getBeams().size()));
    var structures = sample.getStructureSets().getFirst().getStructures();
    var structure = structures.get(random.nextInt(structures.size()));
    OptionalDouble unknown = OptionalDouble.empty();
    return switch (random.nextInt(16)) {
      case 0 ->
          PlanEdits.setFractionCount(
              domain, prescription, 20 + random.nextInt(15), EditKeeps.TOTAL_DOSE);
      case 1 ->
          PlanEdits.setFractionCount(
              domain, prescription, 20 + random.nextInt(15), EditKeeps.DOSE_PER_FRACTION);
      case 2 -> PlanEdits.setTotalDose(domain, prescription, 40 + random.nextInt(30));
      case 3 -> PlanEdits.setDosePerFraction(domain, prescription, 1 + random.nextInt(20) / 10.0);
      case 4 -> PlanEdits.setFractionsPerDay(domain, prescription, 1 + random.nextInt(2));
      case 5 ->
          PlanEdits.setHoursBetweenFractions(
              domain, prescription, random.nextBoolean() ? unknown : OptionalDouble.of(6));
      case 6 -> PlanEdits.setNormalisation(domain, plan, 90 + random.nextInt(20));
      case 7 -> PlanEdits.setBeamWeight(domain, beam, random.nextInt(4) / 2.0);
      case 8 -> PlanEdits.setBeamEnabled(domain, beam, random.nextBoolean());
      case 9 ->
          PlanEdits.setAlphaBeta(
              domain, structure, random.nextBoolean() ? unknown : OptionalDouble.of(3));
      case 10 -> CourseEdits.addCourse(domain, sample, SampleCases.paperCourse());
      case 11 ->
          sample.getCourses().indexOf(course) == 0
              ? CourseEdits.setSite(domain, course, random.nextBoolean() ? "" : "鼻咽")
              : CourseEdits.removeCourse(domain, course);
      case 12 ->
          CourseEdits.setDates(
              domain,
              course,
              Optional.of(LocalDate.of(2024, 1 + random.nextInt(3), 1)),
              Optional.empty());
      case 13 -> CourseEdits.addTypedDose(domain, course, ModelFactory.eINSTANCE.createTypedDose());
      case 14 -> PlanEdits.setTarget(domain, prescription, structure);
      default -> {
        var registration = sample.getRegistrations().getFirst();
        var matrix = new ArrayList<>(registration.getMatrix());
        Collections.swap(matrix, 3, 7);
        yield CourseEdits.setMatrix(domain, registration, matrix);
      }
    };
  }
}
