/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.recourse.radiobiology.conversion.RepairAssumption;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.radiobiology.fractionation.Fractionation;

/**
 * What courses known from paper add to a maximum at most. Immutable.
 *
 * <p>Maxima from paper are converted as the tissue repairs. Where it repairs incompletely and the
 * hours between the fractions are not on paper, a maximum is not usable.
 *
 * @param eqd2Gy sum of the maxima, each as EQD2 of its own course
 * @param courses labels of the courses in it
 * @param missing labels of paper courses without a usable maximum: the bound is then no bound
 */
public record PaperBound(double eqd2Gy, List<String> courses, List<String> missing) {

  public PaperBound {
    courses = List.copyOf(courses);
    missing = List.copyOf(missing);
  }

  /** Whether every paper course is in it. */
  public boolean isBound() {
    return missing.isEmpty();
  }

  static PaperBound of(
      List<LedgerCourse> courses, LedgerStructure structure, RecoveryConvention convention) {
    double sumGy = 0;
    List<String> used = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (LedgerCourse course : courses) {
      if (course.content() instanceof CourseRecord.Paper paper) {
        OptionalDouble maximumGy = eqd2Gy(paper, structure.name(), structure.tissue());
        if (maximumGy.isPresent()) {
          sumGy += course.recovery(convention).remainingGy(maximumGy.getAsDouble());
          used.add(course.label());
        } else {
          missing.add(course.label());
        }
      }
    }
    return new PaperBound(sumGy, used, missing);
  }

  /** Typed twice: the higher one is the bound. */
  private static OptionalDouble eqd2Gy(CourseRecord.Paper paper, String name, Tissue tissue) {
    boolean unknownHours =
        paper.schedule().isEmpty() && tissue.repair() instanceof RepairAssumption.Incomplete;
    if (paper.fractionCount().isEmpty() || unknownHours) {
      return OptionalDouble.empty();
    }
    int fractionCount = paper.fractionCount().getAsInt();
    return paper.maxima().stream()
        .filter(maximum -> maximum.structureName().equalsIgnoreCase(name))
        .mapToDouble(
            maximum ->
                tissue.eqd2Gy(new Fractionation(maximum.doseGy(), fractionCount), paper.schedule()))
        .max();
  }
}
