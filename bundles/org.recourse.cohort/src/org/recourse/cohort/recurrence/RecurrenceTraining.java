/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.evaluation.ClinicalVariable;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.ReaderAgreement;
import org.recourse.cohort.evaluation.StudyFacts;
import org.recourse.cohort.learned.ClinicalColumns;
import org.recourse.cohort.learned.KeptScores;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.grid.finding.Finding;
import org.recourse.learning.harmonisation.ComBat;
import org.recourse.learning.pipeline.NotFittedException;

/**
 * Makes the thirty models from the training patients of a cohort and judges them on the others.
 * Figures of training patients are out of fold; the paper gives those of the fit itself.
 *
 * @param settings how they are made
 * @param kept where a training that was killed goes on
 */
public record RecurrenceTraining(RecurrenceSettings settings, KeptScores kept) {

  /** Name of the system. */
  public static final String SYSTEM = "recurrence";

  /** Split that is trained on. */
  public static final String TRAINING = "train";

  /** Keeps nothing: a training that is killed is begun again. */
  public RecurrenceTraining(RecurrenceSettings settings) {
    this(settings, KeptScores.NONE);
  }

  /**
   * Trains and judges.
   *
   * @throws NotFittedException if the training patients do not allow it
   */
  public SystemResult run(PreparedCohort given, IProgressMonitor monitor)
      throws NotFittedException {
    SubMonitor progress =
        SubMonitor.convert(
            monitor, "Recurrence models", settings.sequences().size() * FeatureSet.values().length);
    var parts = new RecurrenceParts();
    PreparedCohort cohort = withoutSmallCentres(given, parts.findings());
    List<ClinicalVariable> clinical = clinical(cohort, parts.findings());
    PreparedCohort extended = ClinicalColumns.added(cohort, clinical);
    StudyFacts study =
        StudyFacts.of(
            cohort,
            TRAINING,
            true,
            false,
            !clinical.isEmpty(),
            false,
            settings.permutationCount() > 2);
    for (String sequence : settings.sequences()) {
      List<String> handcrafted = new ArrayList<>();
      List<String> deep = new ArrayList<>();
      columns(cohort.split(TRAINING), sequence, handcrafted, deep, parts.findings());
      var memory = new SelectionMemory();
      for (FeatureSet set : FeatureSet.values()) {
        progress.checkCanceled();
        progress.subTask(sequence + ", " + set.title());
        Optional<String> missing = missing(set, deep, clinical);
        if (missing.isPresent()) {
          String text = set.title() + " of " + sequence + " was not made: " + missing.get();
          parts.findings().add(Finding.warning(text, SYSTEM));
          progress.worked(1);
          continue;
        }
        List<String> names = new ArrayList<>(handcrafted);
        names.addAll(set.deep() ? deep : List.of());
        if (set.clinical()) {
          clinical.forEach(v -> names.add(ClinicalColumns.name(v)));
        }
        new RecurrenceModels(
                settings,
                sequence,
                set,
                names,
                set.clinical() ? clinical.size() : 0,
                study,
                memory,
                kept)
            .addTo(parts, extended, progress.split(1));
      }
    }
    return parts.result();
  }

  /**
   * Every fold must keep enough patients of each centre for ComBat; training patients of a centre
   * with fewer than three times as many are left out, other patients stay.
   */
  private static PreparedCohort withoutSmallCentres(PreparedCohort cohort, List<Finding> findings) {
    int least = 3 * ComBat.LEAST_PATIENTS_PER_CENTRE;
    List<CohortPatient> training = cohort.split(TRAINING).patients().patients();
    Map<String, Long> counts =
        training.stream()
            .collect(
                Collectors.groupingBy(CohortPatient::centre, TreeMap::new, Collectors.counting()));
    if (counts.size() < 2 || counts.values().stream().allMatch(count -> count >= least)) {
      return cohort;
    }
    counts.forEach(
        (centre, count) -> {
          if (count < least) {
            findings.add(
                Finding.warning(
                    "The centre %s has %d training patients; %d are needed to harmonise it in every fold, so they are left out."
                        .formatted(centre, count, least),
                    SYSTEM));
          }
        });
    return new PreparedCohort(
        cohort
            .patients()
            .where(p -> !p.split().equals(TRAINING) || counts.get(p.centre()) >= least),
        cohort.features(),
        cohort.readings(),
        cohort.synthetic());
  }

  /** Why a set of features cannot be had. */
  private static Optional<String> missing(
      FeatureSet set, List<String> deep, List<ClinicalVariable> clinical) {
    if (set.deep() && deep.isEmpty()) {
      return Optional.of("there are no deep features; supply a network for them.");
    }
    return set.clinical() && clinical.isEmpty()
        ? Optional.of("no clinical value is known of every patient.")
        : Optional.empty();
  }

  private static List<ClinicalVariable> knownOf(
      List<ClinicalVariable> wanted, PreparedCohort cohort) {
    return ClinicalVariable.known(wanted, cohort.patients().patients());
  }

  private List<ClinicalVariable> clinical(PreparedCohort cohort, List<Finding> findings) {
    List<ClinicalVariable> known = knownOf(settings.clinical(), cohort);
    settings.clinical().stream()
        .filter(variable -> !known.contains(variable))
        .forEach(
            variable ->
                findings.add(
                    Finding.warning(
                        "The clinical value "
                            + variable.name()
                            + " is not known of every patient and is left out.",
                        SYSTEM)));
    return known;
  }

  /** Stable handcrafted features and all deep ones that vary. */
  private void columns(
      PreparedCohort training,
      String sequence,
      List<String> handcrafted,
      List<String> deep,
      List<Finding> findings) {
    deep.addAll(varying(training, training.deepFeatures(sequence)));
    List<String> all = varying(training, training.sequenceFeatures(sequence));
    try {
      handcrafted.addAll(ReaderAgreement.of(training, all, settings.leastIcc()).stable());
      findings.add(
          Finding.info(
              "%s: %d of %d handcrafted features have ICC(2,1) above %s; %d deep features."
                  .formatted(
                      sequence, handcrafted.size(), all.size(), settings.leastIcc(), deep.size()),
              SYSTEM));
    } catch (IllegalArgumentException e) {
      handcrafted.addAll(all);
      findings.add(
          Finding.warning(
              sequence
                  + ": no training patient was drawn twice, so features were not checked for"
                  + " agreement between readers.",
              SYSTEM));
    }
  }

  /** ComBat needs features that vary. */
  private static List<String> varying(PreparedCohort training, List<String> names) {
    return names.stream()
        .filter(
            name ->
                training.patients().patients().stream()
                        .map(patient -> training.features().value(patient.id(), name))
                        .distinct()
                        .limit(2)
                        .count()
                    > 1)
        .toList();
  }
}
