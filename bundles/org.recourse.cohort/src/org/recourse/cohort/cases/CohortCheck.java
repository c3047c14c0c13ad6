/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.recourse.grid.finding.Finding;

/**
 * What is wrong with a cohort on import: values that are missing or implausible, patients that
 * occur twice, and patients or images that stand in two splits, which would make a test of a model
 * worth nothing. Stateless.
 */
public final class CohortCheck {

  private static final double MISSING_FRACTION = 0.2;
  private static final int FEWEST_EQUAL_VALUES = 5;
  private static final double LONGEST_FOLLOW_UP_MONTHS = 600;
  private static final int NAMED = 5;

  /** Limits beyond which a value of this name is surely a mistake of unit or typing. */
  private static final Map<String, double[]> LIMITS =
      Map.ofEntries(
          Map.entry("ageYears", new double[] {0, 120}),
          Map.entry("bodyMassIndexKgPerM2", new double[] {10, 80}),
          Map.entry("haemoglobinGPerL", new double[] {20, 250}),
          Map.entry("recurrentT", new double[] {0, 4}),
          Map.entry("nStage", new double[] {0, 3}),
          Map.entry("overallStage", new double[] {0, 4}),
          Map.entry("whoType", new double[] {1, 3}),
          Map.entry("diseaseFreeIntervalMonths", new double[] {0, 600}),
          Map.entry("tumourVolumeCm3", new double[] {0, 1000}),
          Map.entry("prescribedGy", new double[] {1, 120}),
          Map.entry("fractionCount", new double[] {1, 100}),
          Map.entry("fractionsPerDay", new double[] {1, 3}));

  /**
   * Returns what is wrong with a table.
   *
   * @param imageDigests digests of the images of each patient, such as SHA-256 of their files; may
   *     be empty
   */
  public List<Finding> check(CohortTable cohort, Map<String, Set<String>> imageDigests) {
    List<Finding> findings = new ArrayList<>();
    if (cohort.size() == 0) {
      findings.add(Finding.error("The cohort has no patients.", ""));
      return findings;
    }
    repeatedNames(cohort, findings);
    equalRows(cohort, findings);
    sharedImages(cohort, imageDigests, findings);
    missing(cohort, findings);
    implausible(cohort, findings);
    return findings;
  }

  /** Returns what is wrong with features of a cohort: rows that are equal to the last digit. */
  public List<Finding> checkFeatures(CohortTable cohort, FeatureTable features) {
    List<Finding> findings = new ArrayList<>();
    Map<List<OptionalDouble>, CohortPatient> known = new LinkedHashMap<>();
    for (CohortPatient patient : cohort.patients()) {
      if (features.contains(patient.id())) {
        List<OptionalDouble> row =
            features.featureNames().stream()
                .map(name -> features.value(patient.id(), name))
                .toList();
        CohortPatient first = known.putIfAbsent(row, patient);
        if (first != null && !first.id().equals(patient.id())) {
          findings.add(same("the same features", first, patient));
        }
      } else {
        findings.add(
            Finding.warning(
                "No features are known; the patient is left out of models that need them.",
                patient.id()));
      }
    }
    return findings;
  }

  private static void repeatedNames(CohortTable cohort, List<Finding> findings) {
    Map<String, CohortPatient> known = new LinkedHashMap<>();
    for (CohortPatient patient : cohort.patients()) {
      CohortPatient first = known.putIfAbsent(patient.id(), patient);
      if (first != null) {
        findings.add(
            first.split().equals(patient.split())
                ? Finding.error(
                    "The patient stands in the table twice; remove one of the rows.", patient.id())
                : leakage("The patient", first, patient));
      }
    }
  }

  private static Finding leakage(String what, CohortPatient first, CohortPatient second) {
    return Finding.error(
        what
            + " stands in the splits \""
            + first.split()
            + "\" and \""
            + second.split()
            + "\": a model tested so has seen its test. Keep it in one split.",
        second.id());
  }

  private static Finding same(String what, CohortPatient first, CohortPatient second) {
    String text = "The patients " + first.id() + " and " + second.id() + " have " + what;
    return first.split().equals(second.split())
        ? Finding.warning(
            text + "; check whether they are one person, and remove one.", second.id())
        : Finding.error(
            text
                + " and stand in the splits \""
                + first.split()
                + "\" and \""
                + second.split()
                + "\": a model tested so may have seen its test. Keep them in one split.",
            second.id());
  }

  private static void equalRows(CohortTable cohort, List<Finding> findings) {
    record Row(Map<String, String> clinical, Map<String, PatientOutcome> outcomes) {}
    Map<Row, CohortPatient> known = new LinkedHashMap<>();
    for (CohortPatient patient : cohort.patients()) {
      if (patient.clinical().size() + patient.outcomes().size() >= FEWEST_EQUAL_VALUES) {
        CohortPatient first =
            known.putIfAbsent(new Row(patient.clinical(), patient.outcomes()), patient);
        if (first != null && !first.id().equals(patient.id())) {
          findings.add(same("the same clinical values and outcomes", first, patient));
        }
      }
    }
  }

  private static void sharedImages(
      CohortTable cohort, Map<String, Set<String>> imageDigests, List<Finding> findings) {
    Map<String, CohortPatient> owner = new LinkedHashMap<>();
    for (CohortPatient patient : cohort.patients()) {
      Set<CohortPatient> sharing = new LinkedHashSet<>();
      for (String digest : imageDigests.getOrDefault(patient.id(), Set.of())) {
        CohortPatient first = owner.putIfAbsent(digest, patient);
        if (first != null && !first.id().equals(patient.id())) {
          sharing.add(first);
        }
      }
      sharing.forEach(first -> findings.add(same("an image in common", first, patient)));
    }
  }

  private static void missing(CohortTable cohort, List<Finding> findings) {
    for (String name : cohort.clinicalNames()) {
      missing(
          "clinical value " + name,
          cohort.where(patient -> patient.clinicalText(name).isEmpty()),
          cohort,
          findings);
    }
    for (String name : cohort.outcomeNames()) {
      missing(
          "outcome " + name,
          cohort.where(patient -> patient.outcome(name).isEmpty()),
          cohort,
          findings);
    }
    if (cohort.outcomeNames().isEmpty()) {
      findings.add(Finding.error("No patient has an outcome; nothing can be learnt.", ""));
    }
    if (cohort.splits().size() > 1) {
      missing("split", cohort.split(""), cohort, findings);
    }
    missing("centre", cohort.where(patient -> patient.centre().isEmpty()), cohort, findings);
  }

  private static void missing(
      String what, CohortTable lacking, CohortTable cohort, List<Finding> findings) {
    if (lacking.size() == 0) {
      return;
    }
    List<String> ids = lacking.patients().stream().map(CohortPatient::id).limit(NAMED).toList();
    String more = lacking.size() > NAMED ? " and others" : "";
    String text =
        "The "
            + what
            + " is missing in "
            + lacking.size()
            + " of "
            + cohort.size()
            + " patients ("
            + String.join(", ", ids)
            + more
            + ").";
    boolean many = lacking.size() > MISSING_FRACTION * cohort.size();
    findings.add(many ? Finding.warning(text, what) : Finding.info(text, what));
  }

  private static void implausible(CohortTable cohort, List<Finding> findings) {
    for (CohortPatient patient : cohort.patients()) {
      LIMITS.forEach((name, limits) -> implausible(patient, name, limits).ifPresent(findings::add));
      patient
          .outcomes()
          .forEach(
              (name, outcome) -> {
                if (outcome.followUpMonths() > LONGEST_FOLLOW_UP_MONTHS) {
                  findings.add(
                      Finding.error(
                          "The time of "
                              + name
                              + " is "
                              + outcome.followUpMonths()
                              + " months; are these days?",
                          patient.id()));
                }
              });
    }
  }

  private static Optional<Finding> implausible(
      CohortPatient patient, String name, double[] limits) {
    Optional<String> text = patient.clinicalText(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble value = patient.clinicalNumber(name);
    if (value.isEmpty()) {
      return Optional.of(
          Finding.error(
              "The value of " + name + " is no number: \"" + text.get() + "\".", patient.id()));
    }
    boolean plausible = value.getAsDouble() >= limits[0] && value.getAsDouble() <= limits[1];
    return plausible
        ? Optional.empty()
        : Optional.of(
            Finding.error(
                "The value of "
                    + name
                    + " is "
                    + text.get()
                    + ", outside of "
                    + limits[0]
                    + " to "
                    + limits[1]
                    + "; check its unit.",
                patient.id()));
  }
}
