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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.cohort.cases.PatientOutcome;

/**
 * A cohort of numbers with a known structure: feature 0 of each sequence carries the outcome,
 * feature 1 is a noisy copy of it, feature 2 depends on the reader, the rest is noise; centres
 * shift all features.
 */
public final class MadeUpCohort {

  private static final int READ_TWICE = 30;

  private final int featuresPerSequence;
  private final double signal;
  private final double centreShift;

  public MadeUpCohort(int featuresPerSequence, double signal, double centreShift) {
    this.featuresPerSequence = featuresPerSequence;
    this.signal = signal;
    this.centreShift = centreShift;
  }

  public PreparedCohort patients(int train, int validation, int test, long seed) {
    var random = new Random(seed);
    List<String> names = names();
    List<CohortPatient> patients = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    List<double[]> readings = new ArrayList<>();
    for (int i = 0; i < train + validation + test; i++) {
      String split = i < train ? "train" : i < train + validation ? "validation" : "test";
      String centre = split.equals("test") ? "C" + i % 2 : i % 3 == 0 ? "B" : "A";
      double[] row = new double[names.size()];
      double sum = 0;
      for (int s = 0; s < 3; s++) {
        int first = s * featuresPerSequence;
        for (int j = 0; j < featuresPerSequence; j++) {
          row[first + j] = random.nextGaussian();
        }
        sum += row[first];
        row[first + 1] = row[first] + 0.1 * random.nextGaussian();
      }
      double dose = 60 + 4 * random.nextDouble();
      double risk = 1 / (1 + Math.exp(-(-1 + signal * sum)));
      boolean event = random.nextDouble() < risk;
      for (int j = 0; j < row.length; j++) {
        row[j] += centreShift * centre.hashCode() % 7;
      }
      patients.add(patient("p" + i, centre, split, event, dose, random));
      rows.add(row);
      readings.add(again(row, random));
    }
    List<String> ids = patients.stream().map(CohortPatient::id).toList();
    int twice = Math.min(READ_TWICE, train);
    return new PreparedCohort(
        new CohortTable(patients),
        new FeatureTable(ids, names, rows.toArray(double[][]::new)),
        List.of(
            new FeatureTable(
                ids.subList(0, twice), names, readings.subList(0, twice).toArray(double[][]::new))),
        true);
  }

  /** The cohort with so many deep features a sequence; the first one is feature 0 with noise. */
  public PreparedCohort withDeepFeatures(PreparedCohort cohort, int count, long seed) {
    var random = new Random(seed);
    List<String> names = new ArrayList<>();
    for (String sequence : List.of("T1C", "T2")) {
      for (int j = 0; j < count; j++) {
        names.add(sequence + "/deep_" + j);
      }
    }
    List<String> ids = cohort.features().patientIds();
    double[][] rows = new double[ids.size()][names.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < names.size(); j++) {
        rows[i][j] = random.nextGaussian();
        if (j % count == 0) {
          String carrier = (j == 0 ? "T1C" : "T2") + "/original_test_F0";
          rows[i][j] += cohort.features().value(ids.get(i), carrier).orElseThrow();
        }
      }
    }
    return new PreparedCohort(
        cohort.patients(),
        cohort.features().joined(new FeatureTable(ids, names, rows)),
        cohort.readings(),
        true);
  }

  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (String sequence : List.of("T1", "T1C", "T2")) {
      for (int j = 0; j < featuresPerSequence; j++) {
        names.add(sequence + "/original_test_F" + j);
      }
    }
    return names;
  }

  /** The second reader sees the same, except for feature 2. */
  private double[] again(double[] row, Random random) {
    double[] again = row.clone();
    for (int j = 0; j < again.length; j++) {
      again[j] += (j % featuresPerSequence == 2 ? 3 : 0.1) * random.nextGaussian();
    }
    return again;
  }

  private static CohortPatient patient(
      String id, String centre, String split, boolean event, double doseGy, Random random) {
    Map<String, String> clinical = new LinkedHashMap<>();
    clinical.put("male", random.nextInt(4) == 0 ? "0" : "1");
    clinical.put("ageYears", Integer.toString(30 + random.nextInt(40)));
    clinical.put("diseaseFreeIntervalMonths", Integer.toString(6 + random.nextInt(60)));
    clinical.put("tumourVolumeCm3", Double.toString(5 + 50 * random.nextDouble()));
    clinical.put("reirradiationEqd2Gy", Double.toString(doseGy));
    clinical.put("recurrentT", Integer.toString(1 + random.nextInt(4)));
    clinical.put("nStage", Integer.toString(random.nextInt(4)));
    double months = event ? 1 + 10 * random.nextDouble() : 14 + 30 * random.nextDouble();
    boolean died = random.nextDouble() < (event ? 0.6 : 0.2);
    double follow = months + 10;
    Map<String, PatientOutcome> outcomes = new LinkedHashMap<>();
    outcomes.put("necrosis", new PatientOutcome(event, months));
    outcomes.put("fatalNecrosis", new PatientOutcome(event && died, follow));
    outcomes.put("death", new PatientOutcome(died, follow));
    outcomes.put("recurrence", new PatientOutcome(event, months));
    return new CohortPatient(id, centre, split, "", clinical, outcomes);
  }
}
