/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.List;
import java.util.Optional;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.ledger.CumulativeDose;

/** EQD2 summed voxel by voxel on the grid of the assessed plan, or why there is none. */
sealed interface Eqd2Sum {

  /**
   * The sum is known.
   *
   * @param eqd2 EQD2 in Gy
   * @param courses labels of the courses in it
   * @param planned EQD2 of the assessed plan alone
   * @param earlier what was given before; empty if nothing, or if it was not asked for
   * @param findings reservations, such as a dose grid that covers a part of it only
   */
  record Known(
      DoseGrid eqd2,
      List<String> courses,
      List<Finding> findings,
      DoseGrid planned,
      Optional<EarlierSum> earlier)
      implements Eqd2Sum {
    public Known {
      courses = List.copyOf(courses);
      findings = List.copyOf(findings);
    }
  }

  /**
   * The earlier courses on the grid of the assessed plan.
   *
   * @param eqd2 their sum
   * @param parts each of them
   * @param findings reservations
   */
  record EarlierSum(DoseGrid eqd2, List<CumulativeDose.Part> parts, List<Finding> findings) {
    public EarlierSum {
      parts = List.copyOf(parts);
      findings = List.copyOf(findings);
    }
  }

  /** The sum is unknown; a partial sum would be too low. */
  record Unknown(List<String> reasons) implements Eqd2Sum {
    public Unknown {
      reasons = List.copyOf(reasons);
    }
  }
}
