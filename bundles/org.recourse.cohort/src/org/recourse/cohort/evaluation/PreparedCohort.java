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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.learning.pipeline.TrainingSet;

/**
 * A cohort ready for learning: patients, their features and, for agreement between readers,
 * features of the same patients from structures drawn again. Immutable.
 *
 * @param patients with outcomes, centre and split; no id twice
 * @param features features by patient, named {@code SEQUENCE/name}
 * @param readings the same features from other readers' structures, of some patients
 * @param synthetic whether the patients are made up
 */
public record PreparedCohort(
    CohortTable patients, FeatureTable features, List<FeatureTable> readings, boolean synthetic) {

  private static final String DEEP = "/deep_";

  public PreparedCohort {
    Objects.requireNonNull(features, "features");
    readings = List.copyOf(readings);
    var ids = new HashSet<String>();
    for (CohortPatient patient : patients.patients()) {
      if (!ids.add(patient.id())) {
        throw new IllegalArgumentException("the patient " + patient.id() + " occurs twice");
      }
    }
  }

  /**
   * Some patients with the features and the outcome that a model needs. Immutable.
   *
   * @param patients in the order of the rows
   * @param set features and outcome
   */
  public record Sample(List<CohortPatient> patients, TrainingSet set) {

    public Sample {
      patients = List.copyOf(patients);
      if (patients.size() != set.size()) {
        throw new IllegalArgumentException(patients.size() + " patients, " + set.size() + " rows");
      }
    }

    /** The patients at {@code index}, in that order. */
    public Sample chosen(int[] index) {
      List<CohortPatient> some = new ArrayList<>();
      for (int i : index) {
        some.add(patients.get(i));
      }
      return new Sample(some, set.patients(index));
    }

    /** The same patients with some of the features, in the order asked for. */
    public Sample features(List<String> names) {
      int[] column = names.stream().mapToInt(set.featureNames()::indexOf).toArray();
      double[][] rows = new double[set.size()][column.length];
      for (int i = 0; i < rows.length; i++) {
        for (int j = 0; j < column.length; j++) {
          rows[i][j] = set.row(i)[column[j]];
        }
      }
      return new Sample(patients, new TrainingSet(names, rows, set.events()));
    }

    public List<String> ids() {
      return patients.stream().map(CohortPatient::id).toList();
    }

    /** The same patients with other outcomes, for a permutation test. */
    public Sample withEvents(boolean[] events) {
      return new Sample(patients, set.withEvents(events));
    }

    public List<String> centres() {
      return patients.stream().map(CohortPatient::centre).toList();
    }
  }

  /** Returns the patients of a split. */
  public PreparedCohort split(String name) {
    return new PreparedCohort(patients.split(name), features, readings, synthetic);
  }

  /**
   * The patients of whom all these features and the outcome are known, in the order of the cohort.
   *
   * @param featureNames features wanted, in this order
   */
  public Sample sample(List<String> featureNames, Endpoint endpoint) {
    FeatureTable wanted = features.features(featureNames);
    List<CohortPatient> usable = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    List<Boolean> events = new ArrayList<>();
    for (CohortPatient patient : patients.patients()) {
      Optional<double[]> row = wanted.completeRow(patient.id());
      Optional<Boolean> event = endpoint.of(patient);
      if (row.isPresent() && event.isPresent()) {
        usable.add(patient);
        rows.add(row.get());
        events.add(event.get());
      }
    }
    boolean[] outcome = new boolean[events.size()];
    for (int i = 0; i < outcome.length; i++) {
      outcome[i] = events.get(i);
    }
    return new Sample(
        usable, new TrainingSet(featureNames, rows.toArray(double[][]::new), outcome));
  }

  /** Names of the handcrafted features of one sequence that every patient of this cohort has. */
  public List<String> sequenceFeatures(String sequence) {
    return complete(sequence).filter(name -> !name.contains(DEEP)).toList();
  }

  /** Names of the features of a network for one sequence that every patient of this cohort has. */
  public List<String> deepFeatures(String sequence) {
    return complete(sequence).filter(name -> name.contains(DEEP)).toList();
  }

  private Stream<String> complete(String sequence) {
    List<String> ids =
        patients.patients().stream().map(CohortPatient::id).filter(features::contains).toList();
    String prefix = sequence + "/";
    return features.patients(ids).completeFeatures().stream()
        .filter(name -> name.startsWith(prefix));
  }
}
