/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.protocols;

import java.util.List;
import java.util.Optional;
import org.recourse.grid.finding.Finding;

/** The protocols that are installed. Thread-safe. */
public interface ProtocolCatalogue {

  /** No protocols at all. */
  ProtocolCatalogue NONE = new FixedProtocols(List.of(), List.of());

  /** Returns all protocols, our own first. */
  List<ProtocolTemplate> protocols();

  /** Returns what is wrong with contributed protocols; each names its bundle. */
  List<Finding> findings();

  /** Returns the protocol with an id. */
  default Optional<ProtocolTemplate> protocol(String id) {
    return protocols().stream().filter(protocol -> protocol.id().equals(id)).findFirst();
  }
}
