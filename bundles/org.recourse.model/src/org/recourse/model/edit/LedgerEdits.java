/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.recourse.model.ModelPackage;
import org.recourse.model.PatientCase;
import org.recourse.model.Registration;
import org.recourse.model.Structure;
import org.recourse.model.UncertaintySource;

/**
 * Edits of what the ledger of courses depends on besides the courses themselves. Each method
 * returns one undo step that the caller executes.
 */
public final class LedgerEdits {

  /** Source of an alpha/beta ratio that a person typed; any other source is a protocol id. */
  public static final String TYPED = "typed";

  private static final ModelPackage MODEL = ModelPackage.eINSTANCE;

  private LedgerEdits() {}

  /**
   * Chooses the table by which the ledger discounts earlier courses for an organ; empty for none.
   *
   * @throws IllegalArgumentException for a target: a tumour does not recover
   */
  public static Command setRecoveryTable(
      EditingDomain domain, Structure structure, Optional<String> tableId) {
    boolean target =
        switch (structure.getType()) {
          case GTV, CTV, PTV -> true;
          case ORGAN, EXTERNAL, AVOIDANCE, OTHER -> false;
        };
    if (target && tableId.isPresent()) {
      throw new IllegalArgumentException(
          "recovery is never applied to a target: " + structure.getName());
    }
    return tableId.isPresent()
        ? CaseEditing.set(
            domain,
            "Choose Recovery",
            structure,
            MODEL.getStructure_RecoveryTableId(),
            tableId.get())
        : CaseEditing.unset(
            domain, "Choose Recovery", structure, MODEL.getStructure_RecoveryTableId());
  }

  /** States the half-time of repair of a structure, hours, above 0; empty makes it unknown. */
  public static Command setRepairHalfTime(
      EditingDomain domain, Structure structure, OptionalDouble halfTimeHours) {
    String label = "Set Half-Time of Repair";
    if (halfTimeHours.isEmpty()) {
      return CaseEditing.unset(domain, label, structure, MODEL.getStructure_RepairHalfTimeHours());
    }
    double hours = halfTimeHours.getAsDouble();
    if (!(hours > 0 && hours < Double.POSITIVE_INFINITY)) { // also rejects NaN
      throw new IllegalArgumentException("halfTimeHours must be finite and > 0: " + hours);
    }
    return CaseEditing.set(
        domain, label, structure, MODEL.getStructure_RepairHalfTimeHours(), hours);
  }

  /** Chooses which fractions interact: those of one day, or all, over night as well. */
  public static Command setRepairOvernight(
      EditingDomain domain, PatientCase patientCase, boolean overnight) {
    return CaseEditing.set(
        domain,
        "Choose Repair Model",
        patientCase,
        MODEL.getPatientCase_RepairOvernight(),
        overnight);
  }

  /**
   * States how far a registration may be wrong, mm, above 0, in every direction; empty makes it
   * unknown. The source becomes typed, and an ellipsoid is given up.
   */
  public static Command setUncertainty(
      EditingDomain domain, Registration registration, OptionalDouble uncertaintyMm) {
    String label = "Set Registration Uncertainty";
    List<Command> steps = new ArrayList<>();
    if (uncertaintyMm.isEmpty()) {
      steps.add(
          CaseEditing.unset(domain, label, registration, MODEL.getRegistration_UncertaintyMm()));
    } else {
      double mm = uncertaintyMm.getAsDouble();
      if (!(mm > 0 && mm < Double.POSITIVE_INFINITY)) { // also rejects NaN
        throw new IllegalArgumentException("uncertaintyMm must be finite and > 0: " + mm);
      }
      steps.add(
          CaseEditing.set(domain, label, registration, MODEL.getRegistration_UncertaintyMm(), mm));
    }
    steps.add(
        CaseEditing.set(
            domain,
            label,
            registration,
            MODEL.getRegistration_UncertaintySource(),
            uncertaintyMm.isEmpty() ? UncertaintySource.UNSTATED : UncertaintySource.TYPED));
    steps.add(
        CaseEditing.unset(domain, label, registration, MODEL.getRegistration_UncertaintyAxesMm()));
    var all = new CompoundCommand(label);
    steps.stream().filter(Command::canExecute).forEach(all::append); // the others change nothing
    return all;
  }

  /**
   * Chooses where goals on cumulative dose are judged: as registered, or at the unfavourable end of
   * the interval that follows from the registrations.
   */
  public static Command setGoalsAtUnfavourableEnd(
      EditingDomain domain, PatientCase patientCase, boolean unfavourable) {
    return CaseEditing.set(
        domain,
        "Choose Where Goals Are Judged",
        patientCase,
        MODEL.getPatientCase_GoalsAtUnfavourableEnd(),
        unfavourable);
  }

  /** Uses a deformable registration for dose, or sets it aside so that a rigid one is used. */
  public static Command setCarriesDose(
      EditingDomain domain, Registration registration, boolean carriesDose) {
    return CaseEditing.set(
        domain,
        carriesDose ? "Use Deformation" : "Set Deformation Aside",
        registration,
        MODEL.getRegistration_CarriesDose(),
        carriesDose);
  }

  /** Chooses the protocols the plan is judged by, in the order in which they are shown. */
  public static Command setProtocols(
      EditingDomain domain, PatientCase patientCase, List<String> protocolIds) {
    Objects.requireNonNull(protocolIds, "protocolIds");
    return CaseEditing.set(
        domain,
        "Choose Protocols",
        patientCase,
        MODEL.getPatientCase_ProtocolIds(),
        List.copyOf(protocolIds));
  }
}
