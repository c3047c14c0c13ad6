/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.cases.PatientOutcome;
import org.recourse.outcomes.registry.Assessment;
import org.recourse.outcomes.registry.FollowUp;
import org.recourse.outcomes.registry.OutcomeRegistry;
import org.recourse.outcomes.registry.PatientPseudonym;
import org.recourse.outcomes.registry.RegistryException;
import org.recourse.outcomes.registry.Statement;

/**
 * A cohort of what the registry knows: one row per patient and treatment with what models said and
 * what came. Months count from the treatment start, 30.4375 days each. Stateless.
 */
public final class RegistryCohort {

  private static final double DAYS_PER_MONTH = 30.4375;
  private static final int SHOWN_DIGITS = 16; // of the pseudonym: enough to tell patients apart

  private RegistryCohort() {}

  private record Treatment(PatientPseudonym patient, LocalDate start) {}

  /**
   * Reads the registry.
   *
   * @param registry source
   * @param outcome the outcome of the cohort
   * @param until last day that counts; what was seen later is left out, so that an export of a
   *     former day can be made again
   */
  public static CohortTable of(OutcomeRegistry registry, String outcome, LocalDate until)
      throws RegistryException {
    Map<Treatment, List<Assessment>> treatments = new LinkedHashMap<>();
    for (Assessment assessment : registry.assessments(outcome, Optional.empty())) {
      if (!assessment.treatmentStart().isAfter(until)) {
        var treatment = new Treatment(assessment.patient(), assessment.treatmentStart());
        treatments.computeIfAbsent(treatment, key -> new ArrayList<>()).add(assessment);
      }
    }
    List<FollowUp> followUps =
        registry.followUps(outcome).stream().filter(seen -> !seen.day().isAfter(until)).toList();
    List<CohortPatient> patients = new ArrayList<>();
    treatments.forEach(
        (treatment, said) -> patients.add(patient(treatment, said, outcome, followUps)));
    return new CohortTable(patients);
  }

  private static CohortPatient patient(
      Treatment treatment, List<Assessment> said, String outcome, List<FollowUp> followUps) {
    Map<String, String> clinical = new LinkedHashMap<>();
    clinical.put("treatmentStart", treatment.start().toString());
    clinical.put("synthetic", Boolean.toString(said.get(0).synthetic()));
    for (Assessment assessment : said) { // in time: the last statement of a model stays
      String name = "said." + assessment.model().id();
      clinical.put(
          name,
          switch (assessment.statement()) {
            case Statement.Probability(double fraction) -> Double.toString(fraction);
            case Statement.Score(double value) -> Double.toString(value);
            case Statement.Category(String text) -> text;
          });
    }
    Map<String, PatientOutcome> outcomes = new LinkedHashMap<>();
    outcome(treatment, followUps).ifPresent(known -> outcomes.put(outcome, known));
    String id = treatment.patient().text().substring(0, SHOWN_DIGITS) + "-" + treatment.start();
    return new CohortPatient(id, said.get(0).centre(), "", "", clinical, outcomes);
  }

  /** The first occurrence, else the last day without it. */
  private static Optional<PatientOutcome> outcome(Treatment treatment, List<FollowUp> followUps) {
    Optional<LocalDate> occurred = Optional.empty();
    Optional<LocalDate> free = Optional.empty();
    for (FollowUp seen : followUps) {
      LocalDate day = seen.day();
      if (!seen.patient().equals(treatment.patient()) || day.isBefore(treatment.start())) {
        continue;
      }
      switch (seen.status()) {
        case OCCURRED -> occurred = Optional.of(occurred.filter(day::isAfter).orElse(day));
        case FREE, DIED_WITHOUT -> free = Optional.of(free.filter(day::isBefore).orElse(day));
      }
    }
    boolean event = occurred.isPresent();
    Optional<LocalDate> last = event ? occurred : free;
    return last.map(
        day ->
            new PatientOutcome(
                event, ChronoUnit.DAYS.between(treatment.start(), day) / DAYS_PER_MONTH));
  }
}
