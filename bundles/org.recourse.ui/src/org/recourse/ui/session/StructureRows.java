/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.session;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;

/** Finds the structures of the model. Stateless; UI thread only. */
public final class StructureRows {

  private StructureRows() {}

  /** All structures of the case, in the order of the model. */
  public static Stream<Structure> all(CaseSession session) {
    return session.patientCase().getStructureSets().stream()
        .map(StructureSet::getStructures)
        .flatMap(Collection::stream);
  }

  /** Names of the structures, each once, for a choice. */
  public static List<String> names(CaseSession session) {
    return all(session)
        .map(Structure::getName)
        .filter(name -> name != null && !name.isBlank()) // EMF: an unset text is null
        .distinct()
        .toList();
  }

  /** The structure that numbers belong to; empty if it was removed since. */
  public static Optional<Structure> structure(CaseSession session, StructureState state) {
    StructureKey key = StructureKey.of(state);
    return all(session).filter(structure -> StructureKey.of(structure).equals(key)).findFirst();
  }
}
