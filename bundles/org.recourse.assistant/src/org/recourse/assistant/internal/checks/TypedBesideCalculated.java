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
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.check.PlanCheck;
import org.recourse.assistant.numbers.CourseDoseUse;
import org.recourse.assistant.numbers.CourseNumbers;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.finding.Finding;

/**
 * Names courses with typed figures beside a dose grid: the grid is in the sums, the figures are
 * not. Stateless.
 */
public final class TypedBesideCalculated implements PlanCheck {

  @Override
  public List<Finding> check(PlanNumbers numbers, IProgressMonitor monitor) {
    List<Finding> findings = new ArrayList<>();
    for (CourseNumbers course : numbers.courses()) {
      boolean both =
          course.use() instanceof CourseDoseUse.Voxels && !course.course().typedDoses().isEmpty();
      if (both) {
        findings.add(
            Finding.info(
                "The course has a dose grid and "
                    + course.course().typedDoses().size()
                    + " typed figures: the grid is summed, the figures are not used. Compare them"
                    + " in Courses.",
                course.course().label()));
      }
    }
    return findings;
  }
}
