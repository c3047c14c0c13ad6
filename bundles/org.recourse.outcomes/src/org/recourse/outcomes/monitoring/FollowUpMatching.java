/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.monitoring;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recourse.outcomes.registry.Assessment;
import org.recourse.outcomes.registry.FollowUp;
import org.recourse.outcomes.registry.PatientPseudonym;

/**
 * Brings statements and outcomes together.
 *
 * <p>Of one patient and treatment the last statement made on or before the day of the event or of
 * the last visit counts, one a treatment. The outcome within the horizon is known if it occurred by
 * then, or if the patient was seen without it on that day or later. Who died without it before is a
 * competing event, and who was not seen long enough is not known yet: both are counted and left
 * out, which flatters no model but makes the rates conditional on surviving the horizon.
 *
 * @param followed statements with a known outcome, by treatment start
 * @param notYetKnown patients not seen long enough, or not at all
 * @param diedBefore patients who died without the outcome before the horizon
 * @param madeAfterwards patients whose only statements were made after the outcome was seen
 */
public record FollowUpMatching(
    List<FollowedStatement> followed, int notYetKnown, int diedBefore, int madeAfterwards) {

  public FollowUpMatching {
    followed = List.copyOf(followed);
  }

  private record Treatment(PatientPseudonym patient, LocalDate start) {}

  private enum Knowledge {
    EVENT,
    NO_EVENT,
    DIED,
    UNKNOWN
  }

  private record Seen(Knowledge knowledge, Optional<LocalDate> day) {}

  /**
   * Matches.
   *
   * @param assessments of one model and one outcome
   * @param followUps what holds today of that outcome
   * @param horizonDays days from the treatment start, at least one
   */
  public static FollowUpMatching of(
      List<Assessment> assessments, List<FollowUp> followUps, int horizonDays) {
    if (horizonDays < 1) {
      throw new IllegalArgumentException("the horizon is at least a day: " + horizonDays);
    }
    Map<Treatment, List<Assessment>> treatments = new LinkedHashMap<>();
    for (Assessment assessment : assessments) {
      treatments
          .computeIfAbsent(
              new Treatment(assessment.patient(), assessment.treatmentStart()),
              key -> new ArrayList<>())
          .add(assessment);
    }
    List<FollowedStatement> followed = new ArrayList<>();
    int unknown = 0;
    int died = 0;
    int afterwards = 0;
    for (var entry : treatments.entrySet()) {
      Seen seen = seen(entry.getKey(), followUps, horizonDays);
      switch (seen.knowledge()) {
        case UNKNOWN -> unknown++;
        case DIED -> died++;
        case EVENT, NO_EVENT -> {
          Optional<Assessment> last = lastBefore(entry.getValue(), seen.day().orElseThrow());
          if (last.isEmpty()) {
            afterwards++;
          } else {
            followed.add(new FollowedStatement(last.get(), seen.knowledge() == Knowledge.EVENT));
          }
        }
      }
    }
    followed.sort(
        (a, b) -> a.assessment().treatmentStart().compareTo(b.assessment().treatmentStart()));
    return new FollowUpMatching(followed, unknown, died, afterwards);
  }

  private static Seen seen(Treatment treatment, List<FollowUp> followUps, int horizonDays) {
    LocalDate horizon = treatment.start().plusDays(horizonDays);
    Optional<LocalDate> event = Optional.empty();
    Optional<LocalDate> death = Optional.empty();
    Optional<LocalDate> free = Optional.empty();
    for (FollowUp followUp : followUps) {
      LocalDate day = followUp.day();
      if (!followUp.patient().equals(treatment.patient()) || day.isBefore(treatment.start())) {
        continue;
      }
      switch (followUp.status()) {
        case OCCURRED -> event = Optional.of(event.filter(day::isAfter).orElse(day));
        case DIED_WITHOUT -> death = Optional.of(death.filter(day::isAfter).orElse(day));
        case FREE -> free = Optional.of(free.filter(day::isBefore).orElse(day));
      }
    }
    if (event.filter(day -> !day.isAfter(horizon)).isPresent()) {
      return new Seen(Knowledge.EVENT, event);
    }
    boolean later =
        Stream.of(event, death).flatMap(Optional::stream).anyMatch(day -> day.isAfter(horizon));
    if (later || free.filter(day -> !day.isBefore(horizon)).isPresent()) {
      return new Seen(Knowledge.NO_EVENT, Optional.of(horizon));
    }
    return new Seen(death.isPresent() ? Knowledge.DIED : Knowledge.UNKNOWN, Optional.empty());
  }

  private static Optional<Assessment> lastBefore(List<Assessment> assessments, LocalDate day) {
    return assessments.stream()
        .filter(one -> !LocalDate.ofInstant(one.assessedAt(), ZoneOffset.UTC).isAfter(day))
        .max((a, b) -> a.assessedAt().compareTo(b.assessedAt()));
  }
}
