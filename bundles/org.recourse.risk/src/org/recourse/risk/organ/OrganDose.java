/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.organ;

import java.util.List;
import java.util.Objects;
import org.recourse.grid.finding.Finding;
import org.recourse.risk.RiskInputValue;
import org.recourse.risk.RiskValue;

/** Near-maximum EQD2 of an organ from all courses, or what it lacks. */
public sealed interface OrganDose {

  /**
   * The dose is known. Immutable.
   *
   * @param doseEqd2Gy largest EQD2 that at least the volume asked for gets, Gy
   * @param leastEqd2Gy dose of the voxel sum alone: the organ got at least this; equal to {@code
   *     doseEqd2Gy} unless that is an upper bound
   * @param bound the dose itself, or an upper bound because a course on paper has no place
   * @param structureName structure it was read from
   * @param inputs the parts of the sum
   * @param findings reservations
   */
  record Known(
      double doseEqd2Gy,
      double leastEqd2Gy,
      RiskValue.Bound bound,
      String structureName,
      List<RiskInputValue> inputs,
      List<Finding> findings)
      implements OrganDose {
    public Known {
      Objects.requireNonNull(bound, "bound");
      Objects.requireNonNull(structureName, "structureName");
      inputs = List.copyOf(inputs);
      findings = List.copyOf(findings);
      boolean ordered = leastEqd2Gy >= 0 && leastEqd2Gy <= doseEqd2Gy;
      if (!(ordered && doseEqd2Gy < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "0 <= leastEqd2Gy <= doseEqd2Gy is needed: " + leastEqd2Gy + ", " + doseEqd2Gy);
      }
    }
  }

  /**
   * The dose is not known.
   *
   * @param lacks sentences that name what is missing and how to give it
   */
  record Missing(List<String> lacks) implements OrganDose {
    public Missing {
      lacks = List.copyOf(lacks);
      if (lacks.isEmpty()) {
        throw new IllegalArgumentException("a missing dose needs a reason");
      }
    }
  }
}
