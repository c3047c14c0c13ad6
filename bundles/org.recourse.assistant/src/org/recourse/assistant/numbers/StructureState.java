/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.OptionalDouble;
import org.recourse.model.Structure;
import org.recourse.model.StructureType;
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
    String contourDigest,
    String recoveryTableId) {

  static StructureState of(Structure structure, String structureSetUid, String frameUid) {
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

  /** Returns whether the name as in the file or the TG-263 name is the given one. */
  public boolean isNamed(String otherName) {
    return name.equalsIgnoreCase(otherName) || tg263Name.equalsIgnoreCase(otherName);
  }
}
