/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.protocols;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.assistant.protocols.ProtocolTemplate;
import org.recourse.assistant.protocols.ProtocolTissue;

/**
 * Where an alpha/beta ratio comes from: the chosen protocols that name it, else the physicist.
 * Immutable.
 *
 * @param protocols the protocols chosen for the case
 */
public record AlphaBetaSources(List<ProtocolTemplate> protocols) {

  public AlphaBetaSources {
    protocols = List.copyOf(protocols);
  }

  /** Returns the source of the ratio that a structure has; empty text if it has none. */
  public String text(StructureState structure) {
    if (structure.alphaBetaGy().isEmpty()) {
      return "";
    }
    double ratioGy = structure.alphaBetaGy().getAsDouble();
    return tissues(structure).entrySet().stream()
        .filter(entry -> entry.getKey().alphaBeta().gy() == ratioGy)
        .findFirst()
        .map(entry -> entry.getKey().source().text() + ", " + entry.getValue().title())
        .orElse("entered for this case");
  }

  /** Returns a warning where a chosen protocol names another ratio; empty text if none does. */
  public String disagreement(StructureState structure) {
    if (structure.alphaBetaGy().isEmpty()) {
      return "";
    }
    double ratioGy = structure.alphaBetaGy().getAsDouble();
    return tissues(structure).entrySet().stream()
        .filter(entry -> entry.getKey().alphaBeta().gy() != ratioGy)
        .findFirst()
        .map(
            entry ->
                entry.getValue().title()
                    + " has "
                    + entry.getKey().alphaBeta().gy()
                    + " Gy ("
                    + entry.getKey().source().text()
                    + "); its limits on EQD2 do not apply to another ratio.")
        .orElse("");
  }

  /** Returns the first ratio that a chosen protocol, not only as a draft, names for a structure. */
  public Optional<ProtocolTissue> offered(StructureState structure) {
    return tissues(structure).keySet().stream()
        .filter(tissue -> !tissue.source().strength().isDraft())
        .findFirst();
  }

  private Map<ProtocolTissue, ProtocolTemplate> tissues(StructureState structure) {
    Map<ProtocolTissue, ProtocolTemplate> tissues = new LinkedHashMap<>();
    for (ProtocolTemplate protocol : protocols) {
      protocol.tissues().stream()
          .filter(tissue -> tissue.structures().matches(structure))
          .forEach(tissue -> tissues.putIfAbsent(tissue, protocol));
    }
    return tissues;
  }
}
