/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training.cohort;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.recourse.inference.training.TrainingCase;
import org.recourse.risk.MrSequence;
import org.recourse.training.ModelInputs;

/**
 * Patients to learn from, with every feature and the dose, so that several models can be trained on
 * them. Immutable.
 *
 * @param description who they are, in words for a card
 * @param synthetic whether they are made up
 * @param truth what decides the outcome, as far as that is known
 * @param box volume of the dose
 * @param featureNames such as {@code T1C/original_glcm_Contrast}, in the order of the features
 * @param cases the patients
 * @param facts ranges of dose and fractions
 */
public record TrainingCohort(
    String description,
    boolean synthetic,
    String truth,
    DoseBox box,
    List<String> featureNames,
    List<TrainingCase> cases,
    CohortFacts facts) {

  public TrainingCohort {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(truth, "truth");
    Objects.requireNonNull(box, "box");
    Objects.requireNonNull(facts, "facts");
    featureNames = List.copyOf(featureNames);
    cases = List.copyOf(cases);
    for (TrainingCase one : cases) {
      if (one.features().length != featureNames.size()) {
        throw new IllegalArgumentException(
            one.id() + " has " + one.features().length + " of " + featureNames.size());
      }
    }
  }

  /** Returns the number of patients with the outcome. */
  public int eventCount() {
    return (int) cases.stream().filter(TrainingCase::event).count();
  }

  /** Returns whether every patient has a dose. */
  public boolean hasDose() {
    return cases.stream().allMatch(one -> one.dose().isPresent());
  }

  /** Returns the same patients with what a model reads and nothing else. */
  public TrainingCohort of(ModelInputs inputs) {
    List<Integer> kept =
        IntStream.range(0, featureNames.size())
            .filter(i -> inputs.sequences().stream().anyMatch(s -> isOf(featureNames.get(i), s)))
            .boxed()
            .toList();
    return new TrainingCohort(
        description,
        synthetic,
        truth,
        box,
        kept.stream().map(featureNames::get).toList(),
        cases.stream().map(one -> of(one, kept, inputs.dose())).toList(),
        facts);
  }

  /** Returns the sequences that there are features of. */
  public List<MrSequence> sequences() {
    return List.of(MrSequence.values()).stream()
        .filter(s -> featureNames.stream().anyMatch(name -> isOf(name, s)))
        .toList();
  }

  private static boolean isOf(String feature, MrSequence sequence) {
    return feature.startsWith(sequence + "/");
  }

  private static TrainingCase of(TrainingCase one, List<Integer> kept, boolean dose) {
    double[] all = one.features();
    return new TrainingCase(
        one.id(),
        dose ? one.dose() : Optional.empty(),
        kept.stream().mapToDouble(i -> all[i]).toArray(),
        one.event());
  }
}
