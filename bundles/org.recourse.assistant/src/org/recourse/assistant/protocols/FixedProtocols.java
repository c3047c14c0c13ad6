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
import org.recourse.grid.finding.Finding;

/**
 * Protocols given as a list. Immutable.
 *
 * @param protocols the protocols
 * @param findings what is wrong with others
 */
public record FixedProtocols(List<ProtocolTemplate> protocols, List<Finding> findings)
    implements ProtocolCatalogue {

  public FixedProtocols {
    protocols = List.copyOf(protocols);
    findings = List.copyOf(findings);
  }
}
