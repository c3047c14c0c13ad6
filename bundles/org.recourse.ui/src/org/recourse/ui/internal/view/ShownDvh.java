/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.view;

import java.util.Optional;
import org.recourse.assistant.numbers.CumulativeNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.ui.session.ShownDose;

/** Picks the histogram of the dose the user looks at, and names it. Stateless. */
final class ShownDvh {

  private static final String CUMULATIVE =
      "Cumulative EQD2 of all courses with dose grids, each structure with its own α/β, Gy";

  private ShownDvh() {}

  static Optional<Dvh> of(StructureNumbers structure, ShownDose dose) {
    return switch (dose) {
      case ShownDose.Physical physical -> structure.physicalDvh();
      case ShownDose.PlanEqd2 plan -> structure.planEqd2Dvh();
      case ShownDose.CumulativeEqd2 sum -> cumulative(structure);
      case ShownDose.CourseEqd2 course -> cumulative(structure);
      case ShownDose.RemainingDose remaining -> cumulative(structure);
    };
  }

  /** Whether the histogram is that of the sum over all courses. */
  static boolean isCumulative(ShownDose dose) {
    return switch (dose) {
      case ShownDose.Physical physical -> false;
      case ShownDose.PlanEqd2 plan -> false;
      case ShownDose.CumulativeEqd2 sum -> true;
      case ShownDose.CourseEqd2 course -> true;
      case ShownDose.RemainingDose remaining -> true;
    };
  }

  private static Optional<Dvh> cumulative(StructureNumbers structure) {
    return structure.cumulative().map(CumulativeNumbers::eqd2Dvh);
  }

  /** What a part of the sum, or what it leaves, is read beside: the histogram of the whole sum. */
  static String title(ShownDose dose) {
    return switch (dose) {
      case ShownDose.Physical physical -> "Physical dose of the planned course, Gy";
      case ShownDose.PlanEqd2 plan ->
          "EQD2 of the planned course, each structure with its own α/β, Gy";
      case ShownDose.CumulativeEqd2 sum -> CUMULATIVE;
      case ShownDose.CourseEqd2 course -> CUMULATIVE;
      case ShownDose.RemainingDose remaining -> CUMULATIVE;
    };
  }
}
