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
import org.recourse.assistant.numbers.CourseState;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.finding.Finding;

/** Names courses without a number of fractions, whose EQD2 is unknown. Stateless. */
public final class MissingFractions implements PlanCheck {

  @Override
  public List<Finding> check(PlanNumbers numbers, IProgressMonitor monitor) {
    List<Finding> findings = new ArrayList<>();
    for (CourseState course : numbers.snapshot().courses()) {
      if (course.prescription().fractionCount().isEmpty()) {
        findings.add(
            Finding.error(
                "The number of fractions of the course is not known, so its EQD2 cannot be"
                    + " computed. Enter the fractions in Courses.",
                course.label()));
      }
    }
    return findings;
  }
}
