/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.session;

import org.recourse.assistant.numbers.StructureState;
import org.recourse.model.DicomReference;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;

/**
 * Joins a structure of the model with its numbers, which refer to no model object.
 *
 * @param structureSetUid SOP Instance UID of the structure set; empty text if unknown
 * @param roiNumber ROI Number (3006,0022)
 */
public record StructureKey(String structureSetUid, int roiNumber) {

  public static StructureKey of(StructureState state) {
    return new StructureKey(state.structureSetUid(), state.roiNumber());
  }

  public static StructureKey of(Structure structure) {
    DicomReference reference =
        structure.eContainer() instanceof StructureSet set ? set.getReference() : null;
    String uid = reference == null ? null : reference.getSopInstanceUid();
    return new StructureKey(uid == null ? "" : uid, structure.getRoiNumber());
  }
}
