/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.check.PlanCheck;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.grid.finding.Finding;

/**
 * Names critical organs of the head that have no contour, in cases that have any structure of the
 * head. Stateless.
 */
public final class MissingCriticalOrgans implements PlanCheck {

  /** Plain names of each organ; the key is the name after TG-263. */
  private static final Map<String, List<String>> ORGANS =
      new TreeMap<>(
          Map.of(
              "Brainstem", List.of("brainstem"),
              "SpinalCord", List.of("spinalcord", "cord", "myelon"),
              "OpticChiasm", List.of("opticchiasm", "chiasm", "chiasma"),
              "OpticNrv_L", List.of("opticnrvl", "opticnervel"),
              "OpticNrv_R", List.of("opticnrvr", "opticnerver"),
              "Lobe_Temporal_L", List.of("lobetemporall", "temporallobel"),
              "Lobe_Temporal_R", List.of("lobetemporalr", "temporallober"),
              "A_Carotid_L", List.of("acarotidl", "carotidl"),
              "A_Carotid_R", List.of("acarotidr", "carotidr")));

  @Override
  public List<Finding> check(PlanNumbers numbers, IProgressMonitor monitor) {
    List<String> drawn = new ArrayList<>();
    for (StructureState structure : numbers.snapshot().assessedStructures()) {
      drawn.add(plain(structure.name()));
      drawn.add(plain(structure.tg263Name()));
    }
    List<String> missing =
        ORGANS.entrySet().stream()
            .filter(organ -> organ.getValue().stream().noneMatch(drawn::contains))
            .map(Map.Entry::getKey)
            .toList();
    boolean isHead = missing.size() < ORGANS.size();
    return isHead && !missing.isEmpty()
        ? List.of(
            Finding.warning(
                "Critical organs have no contour, so neither limits nor risks watch over them: "
                    + String.join(", ", missing)
                    + ". Draw them, or give their TG-263 names in Structures.",
                "structures"))
        : List.of();
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[_\\s-]", "");
  }
}
