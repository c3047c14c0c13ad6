/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.cases.PatientOutcome;
import org.recourse.cohort.evaluation.PreparedCohort;

/**
 * Cohorts in which nothing can be learned, and how far an AUC may then lie from one half.
 *
 * <p>Under the hypothesis of no signal the AUC of m events and n others has mean 1/2 and variance
 * (m + n + 1) / (12 m n) (Mann and Whitney 1947, doi:10.1214/aoms/1177730491). k intervals hold
 * together with probability 1 − α if each is taken at 1 − α/k (Bonferroni). Worked example, a test:
 * m = n = 50, k = 1, 99 %: 0.5 ± 0.1495.
 */
public final class NoSignal {

  private static final double LEVEL = 0.99;
  private static final double FOLLOW_UP_MONTHS = 36;

  private NoSignal() {}

  /**
   * The same patients with every outcome drawn anew, at the incidence it has in the cohort, without
   * a look at the patient.
   */
  public static PreparedCohort of(PreparedCohort cohort, long seed) {
    var random = new Random(seed);
    Map<String, Double> incidence = new LinkedHashMap<>();
    for (String outcome : cohort.patients().outcomeNames()) {
      List<CohortPatient> known = cohort.patients().withOutcome(outcome).patients();
      long events = known.stream().filter(p -> p.outcome(outcome).orElseThrow().event()).count();
      incidence.put(outcome, events / (double) known.size());
    }
    List<CohortPatient> patients = new ArrayList<>();
    for (CohortPatient patient : cohort.patients().patients()) {
      Map<String, PatientOutcome> outcomes = new LinkedHashMap<>();
      for (String outcome : patient.outcomes().keySet()) {
        boolean event = random.nextDouble() < incidence.get(outcome);
        double months = FOLLOW_UP_MONTHS * (event ? random.nextDouble() / 3 : 1);
        outcomes.put(outcome, new PatientOutcome(event, months));
      }
      patients.add(
          new CohortPatient(
              patient.id(),
              patient.centre(),
              patient.split(),
              patient.caseFolder(),
              patient.clinical(),
              outcomes));
    }
    return new PreparedCohort(
        new CohortTable(patients), cohort.features(), cohort.readings(), cohort.synthetic());
  }

  /**
   * Half the width of the simultaneous 99 % interval around 0.5.
   *
   * @param events patients with the event, at least one
   * @param others patients without it, at least one
   * @param intervalCount intervals that are to hold together
   */
  public static double halfWidth(int events, int others, int intervalCount) {
    if (events < 1 || others < 1 || intervalCount < 1) {
      throw new IllegalArgumentException(
          events + " events, " + others + " others, " + intervalCount + " intervals");
    }
    double m = events;
    double n = others;
    double z =
        new NormalDistribution()
            .inverseCumulativeProbability(1 - (1 - LEVEL) / (2 * intervalCount));
    return z * Math.sqrt((m + n + 1) / (12 * m * n));
  }
}
