/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.multiomics;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recourse.risk.RiskCourse;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskStructure;

/**
 * Which structure is the planning target volume of the nasopharynx: a PTV named PTVnx (in any
 * spelling of case, dash and underscore), else the PTV that the planned course is prescribed to,
 * else the only PTV there is. With none of these there is no answer.
 */
final class TargetChoice {

  private static final String PTV_NX = "ptvnx";

  private TargetChoice() {}

  static Optional<RiskStructure> of(RiskInput input) {
    List<RiskStructure> targets =
        input.structures().stream()
            .filter(structure -> structure.kind() == RiskStructure.Kind.PTV)
            .toList();
    List<String> prescribed =
        input.courses().stream()
            .filter(course -> !course.previous())
            .map(RiskCourse::prescribedTo)
            .toList();
    return targets.stream()
        .filter(target -> plain(target.name()).equals(PTV_NX))
        .findFirst()
        .or(() -> targets.stream().filter(t -> prescribed.contains(t.name())).findFirst())
        .or(() -> targets.size() == 1 ? Optional.of(targets.getFirst()) : Optional.empty());
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }
}
