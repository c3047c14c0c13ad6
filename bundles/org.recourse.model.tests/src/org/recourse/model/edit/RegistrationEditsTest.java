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

import java.util.List;
import java.util.OptionalDouble;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.junit.jupiter.api.Test;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;
import org.recourse.model.Registration;
import org.recourse.model.UncertaintySource;

/** Edits of registrations and of what follows from them; each is one undo step. */
class RegistrationEditsTest {

  private final PatientCase patientCase = ModelFactory.eINSTANCE.createPatientCase();
  private final Registration registration = ModelFactory.eINSTANCE.createRegistration();
  private final EditingDomain domain = CaseEditing.newDomain(patientCase);

  RegistrationEditsTest() {
    registration.setUncertaintyMm(4);
    registration.setUncertaintySource(UncertaintySource.ENSEMBLE);
    registration.getUncertaintyAxesMm().addAll(List.of(1.0, 2.0, 4.0));
    patientCase.getRegistrations().add(registration);
  }

  private void execute(Command command) {
    assertTrue(command.canExecute());
    domain.getCommandStack().execute(command);
  }

  @Test
  void aTypedUncertaintyReplacesAnEllipsoidAndSaysThatItIsTyped() {
    execute(LedgerEdits.setUncertainty(domain, registration, OptionalDouble.of(2.5)));

    assertEquals(2.5, registration.getUncertaintyMm());
    assertEquals(UncertaintySource.TYPED, registration.getUncertaintySource());
    assertTrue(registration.getUncertaintyAxesMm().isEmpty());
    domain.getCommandStack().undo();
    assertEquals(List.of(1.0, 2.0, 4.0), List.copyOf(registration.getUncertaintyAxesMm()));
    assertEquals(UncertaintySource.ENSEMBLE, registration.getUncertaintySource());
    assertEquals(4, registration.getUncertaintyMm());
    assertFalse(domain.getCommandStack().canUndo());
  }

  @Test
  void anUnknownUncertaintyHasNoSource() {
    execute(LedgerEdits.setUncertainty(domain, registration, OptionalDouble.empty()));

    assertFalse(registration.isSetUncertaintyMm());
    assertEquals(UncertaintySource.UNSTATED, registration.getUncertaintySource());
    assertThrows(
        IllegalArgumentException.class,
        () -> LedgerEdits.setUncertainty(domain, registration, OptionalDouble.of(0)));
  }

  @Test
  void whereGoalsAreJudgedIsAChoiceOfTheCase() {
    assertFalse(patientCase.isGoalsAtUnfavourableEnd());

    execute(LedgerEdits.setGoalsAtUnfavourableEnd(domain, patientCase, true));

    assertTrue(patientCase.isGoalsAtUnfavourableEnd());
    domain.getCommandStack().undo();
    assertFalse(patientCase.isGoalsAtUnfavourableEnd());
  }

  @Test
  void aDeformationIsSetAsideAndTakenBack() {
    assertTrue(registration.isCarriesDose());

    execute(LedgerEdits.setCarriesDose(domain, registration, false));

    assertFalse(registration.isCarriesDose());
    domain.getCommandStack().undo();
    assertTrue(registration.isCarriesDose());
  }
}
