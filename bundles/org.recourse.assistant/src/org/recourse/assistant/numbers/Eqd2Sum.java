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
import org.recourse.grid.finding.Finding;
import org.recourse.grid.volume.DoseGrid;

/** EQD2 summed voxel by voxel on the grid of the assessed plan, or why there is none. */
sealed interface Eqd2Sum {

  /**
   * The sum is known.
   *
   * @param eqd2 EQD2 in Gy
   * @param courses labels of the courses in it
   * @param findings reservations, such as a dose grid that covers a part of it only
   */
  record Known(DoseGrid eqd2, List<String> courses, List<Finding> findings) implements Eqd2Sum {
    public Known {
      courses = List.copyOf(courses);
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
