/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.protocols.ProtocolAssessment;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.assistant.protocols.ProtocolNumbers;
import org.recourse.assistant.protocols.ProtocolTemplate;
import org.recourse.grid.finding.Finding;

/**
 * The protocols a case is judged by. Immutable.
 *
 * @param protocols those that are installed
 * @param findings one for each that is not
 */
record ChosenProtocols(List<ProtocolTemplate> protocols, List<Finding> findings) {

  static ChosenProtocols of(ProtocolCatalogue catalogue, List<String> ids) {
    List<ProtocolTemplate> chosen = new ArrayList<>();
    List<Finding> findings = new ArrayList<>(catalogue.findings());
    for (String id : ids) {
      Optional<ProtocolTemplate> protocol = catalogue.protocol(id);
      protocol.ifPresentOrElse(chosen::add, () -> findings.add(notInstalled(id)));
    }
    return new ChosenProtocols(List.copyOf(chosen), List.copyOf(findings));
  }

  private static Finding notInstalled(String id) {
    return Finding.warning(
        "The case is to be judged by the protocol "
            + id
            + ", which is not installed. Install it, or take it out of the case in Ledger.",
        id);
  }

  List<ProtocolNumbers> judged(
      ProtocolAssessment assessment, PlanNumbers numbers, IProgressMonitor monitor) {
    return protocols.stream()
        .map(
            protocol ->
                new ProtocolNumbers(protocol, assessment.assess(protocol, numbers, monitor)))
        .toList();
  }
}
