/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.grid.finding.Finding;
import org.recourse.model.Structure;
import org.recourse.model.StructureType;
import org.recourse.radiobiology.conversion.IncompleteRepair;
import org.recourse.radiobiology.conversion.RepairAssumption;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.ledger.RecoveryConvention;
import org.recourse.radiobiology.ledger.RecoveryTables;

/**
 * A structure as it was when the snapshot was taken; its contours stay with the case. Immutable.
 *
 * @param structureSetUid structure set it belongs to
 * @param frameUid frame of its contours
 * @param roiNumber ROI Number (3006,0022)
 * @param name name as in the file
 * @param tg263Name name after TG-263; empty text if none was assigned
 * @param type kind
 * @param colourRgb display colour, 0xRRGGBB
 * @param alphaBetaGy ratio alpha/beta, Gy; empty if unknown
 * @param contourDigest contours that were drawn here; empty text for those of the structure set
 * @param alphaBetaSource the word typed, or the id of the protocol alpha/beta was taken from; empty
 *     text if nobody recorded it
 * @param repairHalfTimeHours half-time of repair between fractions; empty if unknown
 * @param repairOvernight whether what is left over night is carried on, as chosen for the case
 * @param recoveryTableId table chosen for the ledger; empty text if nothing is to be discounted
 */
public record StructureState(
    String structureSetUid,
    String frameUid,
    int roiNumber,
    String name,
    String tg263Name,
    StructureType type,
    int colourRgb,
    OptionalDouble alphaBetaGy,
    String alphaBetaSource,
    OptionalDouble repairHalfTimeHours,
    boolean repairOvernight,
    String contourDigest,
    String recoveryTableId) {

  static StructureState of(
      Structure structure, String structureSetUid, String frameUid, boolean repairOvernight) {
    return new StructureState(
        structureSetUid,
        frameUid,
        structure.getRoiNumber(),
        Texts.of(structure.getName()),
        Texts.of(structure.getTg263Name()),
        structure.getType(),
        structure.getColourRgb(),
        structure.isSetAlphaBetaGy()
            ? OptionalDouble.of(structure.getAlphaBetaGy())
            : OptionalDouble.empty(),
        Texts.of(structure.getAlphaBetaSource()),
        structure.isSetRepairHalfTimeHours()
            ? OptionalDouble.of(structure.getRepairHalfTimeHours())
            : OptionalDouble.empty(),
        repairOvernight,
        Texts.of(structure.getContourDigest()),
        Texts.of(structure.getRecoveryTableId()));
  }

  /** Returns whether it is a target, to which recovery is never applied. */
  public boolean isTarget() {
    return switch (type) {
      case GTV, CTV, PTV -> true;
      case ORGAN, EXTERNAL, AVOIDANCE, OTHER -> false;
    };
  }

  /**
   * Returns the ratio alpha/beta; empty if it is unknown or not above 0, which no formula takes.
   */
  public Optional<AlphaBetaRatio> ratio() {
    return alphaBetaGy.isPresent() && alphaBetaGy.getAsDouble() > 0
        ? Optional.of(new AlphaBetaRatio(alphaBetaGy.getAsDouble()))
        : Optional.empty();
  }

  /** Returns how the structure repairs; complete without a usable half-time. */
  RepairAssumption repair() {
    double hours = repairHalfTimeHours.orElse(0);
    return hours > 0 && hours < Double.POSITIVE_INFINITY
        ? new RepairAssumption.Incomplete(
            hours,
            repairOvernight
                ? IncompleteRepair.Variant.WITH_OVERNIGHT_REMAINDER
                : IncompleteRepair.Variant.WITHIN_DAY)
        : new RepairAssumption.Complete();
  }

  /**
   * Returns the recovery the physicist chose for the ledger: none for a target, whatever is written
   * in the case, and none for a table that is not known.
   */
  public RecoveryConvention chosenRecovery() {
    if (isTarget()) {
      return RecoveryConvention.NONE;
    }
    return RecoveryTables.find(recoveryTableId)
        .<RecoveryConvention>map(RecoveryConvention.TableRecovery::new)
        .orElse(RecoveryConvention.NONE);
  }

  /** Says that the recovery table of the case is not used, and why; empty if it is, or none is. */
  Optional<Finding> unusedRecovery() {
    boolean unused =
        !recoveryTableId.isEmpty() && chosenRecovery() instanceof RecoveryConvention.NoRecovery;
    return unused
        ? Optional.of(
            Finding.warning(
                isTarget()
                    ? "A recovery table is recorded, but recovery is never applied to a target:"
                        + " earlier courses count in full."
                    : "The recovery table "
                        + recoveryTableId
                        + " is not known here, so nothing is discounted. Choose one in Ledger.",
                name))
        : Optional.empty();
  }

  /** Returns whether the name as in the file or the TG-263 name is the given one. */
  public boolean isNamed(String otherName) {
    return name.equalsIgnoreCase(otherName) || tg263Name.equalsIgnoreCase(otherName);
  }
}
