/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.learning.agreement.IntraclassCorrelation;
import org.recourse.learning.sample.Estimate;

/**
 * Which features do not depend on who drew the structure: intraclass correlation ICC(2,1), absolute
 * agreement of a single reader, between the first structures and each set drawn again, above a
 * limit. Immutable. It looks at no outcome.
 *
 * <p>The papers write "ICC" without its form; ICC(2,1) is the strictest of the usual ones. (The
 * notebook published with Liu 2023 takes the mean of three readers.)
 *
 * @param patientCount patients drawn more than once
 * @param stable names of the features above the limit in every comparison, in their order
 * @param refused names of those that are not
 */
public record ReaderAgreement(int patientCount, List<String> stable, List<String> refused) {

  private static final double LEVEL = 0.95;

  public ReaderAgreement {
    stable = List.copyOf(stable);
    refused = List.copyOf(refused);
  }

  /**
   * @param cohort its readings are compared with its features
   * @param names features to look at
   * @param leastIcc limit; a feature at or below it is refused
   * @throws IllegalArgumentException if no reading has two of the patients
   */
  public static ReaderAgreement of(PreparedCohort cohort, List<String> names, double leastIcc) {
    List<String> stable = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    int most = 0;
    List<List<double[][]>> columns = new ArrayList<>();
    for (FeatureTable reading : cohort.readings()) {
      List<String> ids =
          cohort.patients().patients().stream()
              .map(patient -> patient.id())
              .filter(id -> reading.contains(id) && cohort.features().contains(id))
              .toList();
      if (ids.size() >= 2) {
        most = Math.max(most, ids.size());
        columns.add(pairs(cohort.features(), reading, ids, names));
      }
    }
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("no patient was drawn twice");
    }
    for (int j = 0; j < names.size(); j++) {
      int feature = j;
      boolean agrees = columns.stream().allMatch(reader -> above(reader.get(feature), leastIcc));
      (agrees ? stable : refused).add(names.get(j));
    }
    return new ReaderAgreement(most, stable, refused);
  }

  /** Both readings of every patient for each feature; a value that is missing drops the patient. */
  private static List<double[][]> pairs(
      FeatureTable first, FeatureTable second, List<String> ids, List<String> names) {
    List<double[][]> all = new ArrayList<>();
    for (String name : names) {
      List<double[]> pairs = new ArrayList<>();
      for (String id : ids) {
        var a = first.value(id, name);
        var b = second.value(id, name);
        if (a.isPresent() && b.isPresent()) {
          pairs.add(new double[] {a.getAsDouble(), b.getAsDouble()});
        }
      }
      all.add(pairs.toArray(double[][]::new));
    }
    return all;
  }

  private static boolean above(double[][] pairs, double leastIcc) {
    if (pairs.length < 2) {
      return false;
    }
    Estimate icc = IntraclassCorrelation.of(pairs, IntraclassCorrelation.Form.ICC_2_1, LEVEL);
    return icc.asOptional().filter(value -> value > leastIcc).isPresent();
  }
}
