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
import java.util.Objects;

/**
 * A protocol that was chosen for a case, with what became of its goals. Immutable.
 *
 * @param protocol the protocol
 * @param goals its goals on every structure they are for, in the order of the protocol
 */
public record ProtocolNumbers(ProtocolTemplate protocol, List<ProtocolGoalNumbers> goals) {

  public ProtocolNumbers {
    Objects.requireNonNull(protocol, "protocol");
    goals = List.copyOf(goals);
  }
}
