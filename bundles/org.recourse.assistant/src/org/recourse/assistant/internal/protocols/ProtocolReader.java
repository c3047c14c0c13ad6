/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.internal.protocols;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.IConfigurationElement;
import org.recourse.assistant.protocols.ProtocolCondition;
import org.recourse.assistant.protocols.ProtocolGoal;
import org.recourse.assistant.protocols.ProtocolSchedule;
import org.recourse.assistant.protocols.ProtocolTemplate;
import org.recourse.assistant.protocols.ProtocolTissue;
import org.recourse.assistant.protocols.StructureNames;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.model.DoseQuantity;
import org.recourse.model.GoalComparison;
import org.recourse.radiobiology.evidence.Source;
import org.recourse.radiobiology.evidence.SourceStrength;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.fractionation.DailySchedule;
import org.recourse.radiobiology.fractionation.Fractionation;
import org.recourse.radiobiology.ledger.RecoveryConvention;
import org.recourse.radiobiology.ledger.RecoveryTables;

/**
 * Reads one protocol. Every mistake is an IllegalArgumentException with a sentence that names the
 * element; nothing missing is replaced by a guess.
 */
final class ProtocolReader {

  private ProtocolReader() {}

  static ProtocolTemplate read(IConfigurationElement element) {
    return new ProtocolTemplate(
        required(element, "id"),
        required(element, "title"),
        optional(element, "summary").orElse(""),
        conditions(element),
        Arrays.stream(element.getChildren("tissue")).map(ProtocolReader::tissue).toList(),
        Arrays.stream(element.getChildren("schedule")).map(ProtocolReader::schedule).toList(),
        Arrays.stream(element.getChildren("goal")).map(ProtocolReader::goal).toList(),
        element.getContributor().getName());
  }

  private static List<ProtocolCondition> conditions(IConfigurationElement element) {
    List<ProtocolCondition> conditions = new ArrayList<>();
    Optional<String> from = optional(element, "earlierCoursesFrom");
    Optional<String> to = optional(element, "earlierCoursesTo");
    if (from.isPresent() || to.isPresent()) {
      conditions.add(
          new ProtocolCondition.EarlierCourses(
              from.isPresent() ? wholeNumber(element, "earlierCoursesFrom") : 0,
              to.isPresent() ? wholeNumber(element, "earlierCoursesTo") : Integer.MAX_VALUE));
    }
    OptionalDouble months = number(element, "minimumIntervalMonths");
    if (months.isPresent()) {
      conditions.add(new ProtocolCondition.MinimumInterval(months.getAsDouble()));
    }
    optional(element, "condition")
        .ifPresent(text -> conditions.add(new ProtocolCondition.Stated(text)));
    return conditions;
  }

  private static ProtocolTissue tissue(IConfigurationElement element) {
    return new ProtocolTissue(
        StructureNames.parse(required(element, "structures")),
        new AlphaBetaRatio(requiredNumber(element, "alphaBetaGy")),
        source(element));
  }

  private static ProtocolSchedule schedule(IConfigurationElement element) {
    int perDay =
        optional(element, "fractionsPerDay").isPresent()
            ? wholeNumber(element, "fractionsPerDay")
            : 1;
    OptionalDouble hours = number(element, "hoursBetween");
    Optional<DailySchedule> daily =
        perDay == 1
            ? Optional.of(DailySchedule.ONCE_DAILY)
            : hours.isPresent()
                ? Optional.of(new DailySchedule(perDay, hours.getAsDouble()))
                : Optional.empty();
    return new ProtocolSchedule(
        required(element, "title"),
        new Fractionation(
            requiredNumber(element, "totalDoseGy"), wholeNumber(element, "fractionCount")),
        daily,
        source(element));
  }

  private static ProtocolGoal goal(IConfigurationElement element) {
    return new ProtocolGoal(
        required(element, "id"),
        StructureNames.parse(required(element, "structures")),
        DoseMetric.parse(required(element, "metric")),
        choice(element, "comparison", GoalComparison.class),
        requiredNumber(element, "limit"),
        optional(element, "limitOf").isPresent()
            ? choice(element, "limitOf", ProtocolGoal.Scale.class)
            : ProtocolGoal.Scale.ABSOLUTE,
        number(element, "tolerance"),
        choice(element, "quantity", DoseQuantity.class),
        number(element, "alphaBetaGy"),
        convention(element),
        conditions(element),
        source(element),
        optional(element, "note").orElse(""));
  }

  private static RecoveryConvention convention(IConfigurationElement element) {
    String id = required(element, "recovery");
    if (id.equals(RecoveryConvention.NONE.id())) {
      return RecoveryConvention.NONE;
    }
    return RecoveryTables.find(id)
        .<RecoveryConvention>map(RecoveryConvention.TableRecovery::new)
        .orElseThrow(() -> wrong(element, "recovery", id, "NONE or the id of a table"));
  }

  private static Source source(IConfigurationElement element) {
    String tag = required(element, "evidence");
    SourceStrength strength =
        Arrays.stream(SourceStrength.values())
            .filter(s -> s.tag().equals(tag))
            .findFirst()
            .orElseThrow(() -> wrong(element, "evidence", tag, "R, A, S, M or U"));
    return new Source(required(element, "source"), optional(element, "place").orElse(""), strength);
  }

  private static <E extends Enum<E>> E choice(
      IConfigurationElement element, String name, Class<E> type) {
    String text = required(element, name);
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> wrong(element, name, text, Arrays.toString(type.getEnumConstants())));
  }

  private static double requiredNumber(IConfigurationElement element, String name) {
    required(element, name);
    return number(element, name).orElseThrow();
  }

  private static OptionalDouble number(IConfigurationElement element, String name) {
    Optional<String> text = optional(element, name);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text.get()));
    } catch (NumberFormatException e) {
      throw wrong(element, name, text.get(), "a number");
    }
  }

  private static int wholeNumber(IConfigurationElement element, String name) {
    try {
      return Integer.parseInt(required(element, name));
    } catch (NumberFormatException e) {
      throw wrong(element, name, required(element, name), "a whole number");
    }
  }

  private static String required(IConfigurationElement element, String name) {
    return optional(element, name)
        .orElseThrow(() -> new IllegalArgumentException(nameOf(element) + " lacks " + name));
  }

  private static Optional<String> optional(IConfigurationElement element, String name) {
    return Optional.ofNullable(element.getAttribute(name)).filter(text -> !text.isBlank());
  }

  private static IllegalArgumentException wrong(
      IConfigurationElement element, String name, String text, String expected) {
    return new IllegalArgumentException(
        nameOf(element) + ": " + name + " is \"" + text + "\", expected " + expected);
  }

  private static String nameOf(IConfigurationElement element) {
    return optional(element, "id")
        .map(id -> element.getName() + " " + id)
        .orElse(element.getName());
  }
}
