/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.extension;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.recourse.grid.finding.Finding;

/**
 * Contributions by their ids. Of two with the same id the first is used, and a finding names both
 * bundles. Immutable.
 *
 * @param byId in the order of the contributions
 * @param findings one for each contribution that is not used
 */
public record UniqueIds<T>(Map<String, T> byId, List<Finding> findings) {

  public UniqueIds {
    byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    findings = List.copyOf(findings);
  }

  /**
   * Sorts out what has the id of an earlier one.
   *
   * @param noun what is contributed, as it stands in a sentence, such as {@code risk model}
   * @param contributor bundle of a contribution
   */
  public static <T> UniqueIds<T> of(
      List<T> contributions,
      String noun,
      Function<? super T, String> id,
      Function<? super T, String> contributor) {
    var byId = new LinkedHashMap<String, T>();
    var findings = new ArrayList<Finding>();
    for (T contribution : contributions) {
      String own = id.apply(contribution);
      T first = byId.putIfAbsent(own, contribution);
      if (first != null) {
        findings.add(
            Refusals.notUsed(
                "The " + noun + " " + own,
                contributor.apply(contribution),
                "the bundle " + contributor.apply(first) + " has one with the same id"));
      }
    }
    return new UniqueIds<>(byId, findings);
  }
}
