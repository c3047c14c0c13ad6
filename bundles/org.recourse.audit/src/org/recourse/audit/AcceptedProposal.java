/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.audit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The proposal whose acceptance is recorded. Immutable.
 *
 * @param id id of the proposal
 * @param kind what it changes, such as {@code beamWeights}
 * @param text what it does, in words
 * @param checks the checks it passed, a sentence each
 * @param promised the numbers that stood on its card, keys with their units
 */
public record AcceptedProposal(
    String id, String kind, String text, List<String> checks, Map<String, Double> promised) {

  public AcceptedProposal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    checks = List.copyOf(checks);
    promised = Collections.unmodifiableMap(new TreeMap<>(promised));
  }
}
