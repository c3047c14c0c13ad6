/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.protocols;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.assistant.protocols.ProtocolTemplate;
import org.recourse.assistant.protocols.ProtocolTissue;
import org.recourse.model.edit.LedgerEdits;

/**
 * Where an alpha/beta ratio comes from, as it was recorded when it was set. Immutable.
 *
 * @param protocols the protocols chosen for the case
 */
public record AlphaBetaSources(List<ProtocolTemplate> protocols) {

  /**
   * A ratio that a protocol names.
   *
   * @param tissue the ratio with its source
   * @param protocol the protocol
   */
  public record Offer(ProtocolTissue tissue, ProtocolTemplate protocol) {

    String text() {
      return tissue.source().text() + ", " + protocol.title();
    }
  }

  public AlphaBetaSources {
    protocols = List.copyOf(protocols);
  }

  /** Returns the source of the ratio that a structure has; empty text if it has none. */
  public String text(StructureState structure) {
    if (structure.alphaBetaGy().isEmpty()) {
      return "";
    }
    String source = structure.alphaBetaSource();
    if (source.equals(LedgerEdits.TYPED)) {
      return "typed here";
    }
    Optional<Offer> same =
        offers(structure)
            .filter(
                offer -> offer.tissue().alphaBeta().gy() == structure.alphaBetaGy().getAsDouble())
            .filter(offer -> source.isEmpty() || offer.protocol().id().equals(source))
            .findFirst();
    if (source.isEmpty()) {
      return same.map(offer -> "not recorded; as in " + offer.text()).orElse("not recorded");
    }
    return same.map(Offer::text).orElse("protocol " + source);
  }

  /** Returns a warning where a chosen protocol names another ratio; empty text if none does. */
  public String disagreement(StructureState structure) {
    if (structure.alphaBetaGy().isEmpty()) {
      return "";
    }
    double ratioGy = structure.alphaBetaGy().getAsDouble();
    return offers(structure)
        .filter(offer -> offer.tissue().alphaBeta().gy() != ratioGy)
        .findFirst()
        .map(
            offer ->
                offer.protocol().title()
                    + " has "
                    + offer.tissue().alphaBeta().gy()
                    + " Gy ("
                    + offer.tissue().source().text()
                    + "); its limits on EQD2 do not apply to another ratio.")
        .orElse("");
  }

  /** Returns the first ratio that a chosen protocol, not only as a draft, names for a structure. */
  public Optional<Offer> offered(StructureState structure) {
    return offers(structure)
        .filter(offer -> !offer.tissue().source().strength().isDraft())
        .findFirst();
  }

  private Stream<Offer> offers(StructureState structure) {
    return protocols.stream()
        .flatMap(
            protocol ->
                protocol.tissues().stream()
                    .filter(tissue -> tissue.structures().matches(structure))
                    .map(tissue -> new Offer(tissue, protocol)));
  }
}
