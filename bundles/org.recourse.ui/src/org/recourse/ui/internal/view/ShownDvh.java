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

  private ShownDvh() {}

  static Optional<Dvh> of(StructureNumbers structure, ShownDose dose) {
    return switch (dose) {
      case PHYSICAL -> structure.physicalDvh();
      case EQD2 -> structure.planEqd2Dvh();
      case CUMULATIVE_EQD2 -> structure.cumulative().map(CumulativeNumbers::eqd2Dvh);
    };
  }

  static String title(ShownDose dose) {
    return switch (dose) {
      case PHYSICAL -> "Physical dose of the planned course, Gy";
      case EQD2 -> "EQD2 of the planned course, each structure with its own α/β, Gy";
      case CUMULATIVE_EQD2 ->
          "Cumulative EQD2 of all courses with dose grids, each structure with its own α/β, Gy";
    };
  }
}
