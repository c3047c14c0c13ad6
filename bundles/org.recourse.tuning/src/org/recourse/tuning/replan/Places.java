/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.replan;

import java.util.Arrays;
import java.util.BitSet;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.model.StructureType;

/** Names the place of voxels. Stateless. */
final class Places {

  private Places() {}

  /**
   * Returns the smallest structure that holds at least half of the voxels; the body if there is
   * none.
   */
  static String mostOf(PreparedPlan plan, PlanNumbers numbers, int[] voxels) {
    BitSet wanted = new BitSet(plan.grid().voxelCount());
    Arrays.stream(voxels).forEach(wanted::set);
    String name = plan.beams().source().bodyName();
    int smallest = Integer.MAX_VALUE;
    for (StructureNumbers one : numbers.structures()) {
      int[] own =
          one.structure().type() == StructureType.EXTERNAL
              ? new int[0]
              : plan.voxels(one.structure().name()).orElse(new int[0]);
      long held = Arrays.stream(own).filter(wanted::get).count();
      if (2 * held >= voxels.length && own.length < smallest) {
        name = one.structure().name();
        smallest = own.length;
      }
    }
    return name;
  }
}
