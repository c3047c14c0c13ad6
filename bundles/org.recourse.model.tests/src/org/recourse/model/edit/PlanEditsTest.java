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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.junit.jupiter.api.Test;
import org.recourse.model.Beam;
import org.recourse.model.EditKeeps;
import org.recourse.model.ModelPackage;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.model.Structure;
import org.recourse.model.samples.SampleCases;

class PlanEditsTest {

  private final PatientCase sample = SampleCases.reirradiation();
  private final PatientCase original = EcoreUtil.copy(sample);
  private final EditingDomain domain = CaseEditing.newDomain(sample);
  private final Plan plan = sample.getCourses().getFirst().getPlans().getFirst();
  private final Prescription prescription = plan.getPrescription();

  @Test
  void aNewDomainIsCleanAndHoldsTheCase() {
    assertFalse(CaseEditing.isDirty(domain));
    assertEquals(domain.getResourceSet(), sample.eResource().getResourceSet());
  }

  @Test
  void fractionsKeepingTheTotalDose() {
    execute(PlanEdits.setFractionCount(domain, prescription, 25, EditKeeps.TOTAL_DOSE));

    assertEquals(25, prescription.getFractionCount());
    assertEquals(60, prescription.getTotalDoseGy());
    undoOnceGivesTheOriginal();
  }

  @Test
  void fractionsKeepingTheDosePerFraction() {
    execute(PlanEdits.setFractionCount(domain, prescription, 25, EditKeeps.DOSE_PER_FRACTION));

    assertEquals(25, prescription.getFractionCount());
    assertEquals(50, prescription.getTotalDoseGy());
    undoOnceGivesTheOriginal();
  }

  /** The worked example of the Javadoc. */
  @Test
  void anEditAndItsOppositeGiveTheOldNumber() {
    execute(PlanEdits.setTotalDose(domain, prescription, 70));
    execute(PlanEdits.setFractionCount(domain, prescription, 33, EditKeeps.TOTAL_DOSE));
    execute(PlanEdits.setFractionCount(domain, prescription, 35, EditKeeps.DOSE_PER_FRACTION));
    execute(PlanEdits.setFractionCount(domain, prescription, 33, EditKeeps.DOSE_PER_FRACTION));

    assertEquals(70, prescription.getTotalDoseGy());
  }

  @Test
  void unknownDosePerFractionCannotBeKept() {
    prescription.unsetTotalDoseGy();

    execute(PlanEdits.setFractionCount(domain, prescription, 25, EditKeeps.DOSE_PER_FRACTION));

    assertEquals(25, prescription.getFractionCount());
    assertFalse(prescription.isSetTotalDoseGy());
  }

  @Test
  void askingIsTheCallersBusiness() {
    assertThrows(
        IllegalArgumentException.class,
        () -> PlanEdits.setFractionCount(domain, prescription, 25, EditKeeps.ASK));
  }

  @Test
  void dosePerFractionChangesTheTotal() {
    execute(PlanEdits.setDosePerFraction(domain, prescription, 2.12));

    assertEquals(63.6, prescription.getTotalDoseGy());
    assertEquals(30, prescription.getFractionCount());
    undoOnceGivesTheOriginal();
  }

  @Test
  void dosePerFractionNeedsFractions() {
    prescription.unsetFractionCount();

    assertThrows(
        IllegalArgumentException.class,
        () -> PlanEdits.setDosePerFraction(domain, prescription, 2));
  }

  @Test
  void undoMakesUnknownAgainWhatWasUnknown() {
    Structure lobe = sample.getStructureSets().getFirst().getStructures().get(2);
    assertFalse(lobe.isSetAlphaBetaGy());

    execute(PlanEdits.setAlphaBeta(domain, lobe, OptionalDouble.of(3)));
    assertEquals(3, lobe.getAlphaBetaGy());
    undoOnceGivesTheOriginal();

    assertFalse(lobe.isSetAlphaBetaGy());
  }

  @Test
  void alphaBetaCanBeMadeUnknown() {
    Structure brainstem = sample.getStructureSets().getFirst().getStructures().get(1);

    execute(PlanEdits.setAlphaBeta(domain, brainstem, OptionalDouble.empty()));

    assertFalse(brainstem.isSetAlphaBetaGy());
    undoOnceGivesTheOriginal();
    assertEquals(2, brainstem.getAlphaBetaGy());
  }

  @Test
  void beamWeightAndSwitch() {
    Beam beam = plan.getBeams().getFirst();

    execute(PlanEdits.setBeamWeight(domain, beam, 0));
    assertEquals(0, beam.getWeight());
    undoOnceGivesTheOriginal();
    execute(PlanEdits.setBeamEnabled(domain, beam, false));
    assertFalse(beam.isEnabled());
    undoOnceGivesTheOriginal();
  }

  @Test
  void onceDailyHasNoHours() {
    execute(PlanEdits.setFractionsPerDay(domain, prescription, 2));
    execute(PlanEdits.setHoursBetweenFractions(domain, prescription, OptionalDouble.of(6)));
    execute(PlanEdits.setFractionsPerDay(domain, prescription, 1));

    assertFalse(prescription.isSetHoursBetweenFractions());
    domain.getCommandStack().undo();
    assertEquals(6, prescription.getHoursBetweenFractions());
    assertEquals(2, prescription.getFractionsPerDay());
  }

  @Test
  void nonsenseIsRefusedBeforeItBecomesAnEdit() {
    Beam beam = plan.getBeams().getFirst();

    assertThrows(
        IllegalArgumentException.class,
        () -> PlanEdits.setFractionCount(domain, prescription, 0, EditKeeps.TOTAL_DOSE));
    assertThrows(
        IllegalArgumentException.class,
        () -> PlanEdits.setTotalDose(domain, prescription, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> PlanEdits.setBeamWeight(domain, beam, -0.1));
    assertThrows(IllegalArgumentException.class, () -> PlanEdits.setNormalisation(domain, plan, 0));
  }

  @Test
  void everyEditHasALabel() {
    execute(PlanEdits.setNormalisation(domain, plan, 98));

    assertEquals("Set Normalisation", domain.getCommandStack().getUndoCommand().getLabel());
  }

  @Test
  void anEditThatChangesNothingIsNoStep() {
    execute(PlanEdits.setFractionCount(domain, prescription, 30, EditKeeps.DOSE_PER_FRACTION));
    execute(PlanEdits.setBeamEnabled(domain, plan.getBeams().getFirst(), true));

    assertFalse(domain.getCommandStack().canUndo());
    assertFalse(CaseEditing.isDirty(domain));
  }

  @Test
  void anUnknownNumberCanBeSetToTheDefaultOfItsType() {
    prescription.unsetTotalDoseGy();

    Command zero =
        CaseEditing.set(
            domain, "Set", prescription, ModelPackage.eINSTANCE.getPrescription_TotalDoseGy(), 0.0);

    assertTrue(zero.canExecute());
  }

  private void execute(Command command) {
    domain.getCommandStack().execute(command);
  }

  private void undoOnceGivesTheOriginal() {
    assertTrue(CaseEditing.isDirty(domain));
    domain.getCommandStack().undo();
    assertTrue(EcoreUtil.equals(original, sample));
    assertFalse(CaseEditing.isDirty(domain));
  }
}
