/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.GoalOutcome;
import org.recourse.assistant.numbers.LedgerNumbers;
import org.recourse.assistant.numbers.OrganLimit;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.model.DoseQuantity;
import org.recourse.model.GoalComparison;
import org.recourse.model.StructureType;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;
import org.recourse.radiobiology.ledger.MaximumRange;
import org.recourse.tuning.check.CriticalOrgan;
import org.recourse.tuning.check.ProposalCheck;

/** Whether the organs keep their limits over all courses. Stateless. */
final class OrganChecks {

  private static final double D01CC = 0.1;

  private OrganChecks() {}

  static List<ProposalCheck> of(PlanChange change) {
    List<ProposalCheck> checks = new ArrayList<>();
    checks.add(constraints(change.after()));
    checks.add(otherGoals(change));
    checks.add(rise(change));
    checks.add(registration(change.after()));
    checks.add(named(change));
    return checks;
  }

  private static ProposalCheck check(String id, List<String> failures, String ifNone) {
    return new ProposalCheck(
        id,
        ProposalCheck.Group.ORGAN,
        failures.isEmpty(),
        failures.isEmpty() ? ifNone : String.join(" ", failures));
  }

  /** Every active constraint on cumulative EQD2 holds. */
  private static ProposalCheck constraints(PlanNumbers after) {
    List<String> failures = new ArrayList<>();
    int judged = 0;
    for (GoalNumbers goal : goals(after).toList()) {
      if (goal.goal().quantity() != DoseQuantity.CUMULATIVE_EQD2) {
        continue;
      }
      switch (goal.outcome()) {
        case GoalOutcome.Judged(var value, var verdict) -> {
          judged++;
          if (verdict == GoalOutcome.Verdict.FAIL) {
            failures.add(missed(goal, value));
          }
        }
        case GoalOutcome.Shown shown -> {
          if (goal.goal().isJudged()) { // active, but what is missing could break it
            failures.add(
                goal.goal().structureName()
                    + " "
                    + goal.goal().metric()
                    + " cannot be judged: "
                    + shown.whyNotJudged());
          }
        }
        case GoalOutcome.NotApplicable none -> {
          // a structure or dose that is not there is named among the critical organs
        }
      }
    }
    return check(
        "organ.constraints",
        failures,
        judged == 0
            ? "There is no active constraint on cumulative EQD2."
            : "All " + judged + " active constraints on cumulative EQD2 hold.");
  }

  private static Stream<GoalNumbers> goals(PlanNumbers numbers) {
    return Stream.concat(
        numbers.goals().stream(),
        numbers.protocols().stream()
            .flatMap(protocol -> protocol.goals().stream())
            .map(goal -> goal.numbers()));
  }

  private static String missed(GoalNumbers goal, MetricValue.Defined value) {
    String unit = unit(goal.goal().quantity(), value.unit());
    return String.format(
        Locale.ROOT,
        "%s %s is %.1f %s, the limit is %.1f %s.",
        goal.goal().structureName(),
        goal.goal().metric(),
        value.value(),
        unit,
        goal.goal().limit(),
        unit);
  }

  private static String unit(DoseQuantity quantity, MetricValue.Unit unit) {
    boolean converted = quantity != DoseQuantity.PHYSICAL;
    return unit == MetricValue.Unit.GY && converted ? "Gy EQD2" : unit.symbol();
  }

  /** No other goal of an organ that the plan kept is missed afterwards. */
  private static ProposalCheck otherGoals(PlanChange change) {
    List<GoalNumbers> before = goals(change.before()).toList();
    List<GoalNumbers> after = goals(change.after()).toList();
    List<String> failures = new ArrayList<>();
    for (int g = 0; g < Math.min(before.size(), after.size()); g++) {
      boolean organ =
          change
              .after()
              .structure(after.get(g).goal().structureName())
              .filter(s -> !s.structure().isTarget())
              .isPresent();
      if (organ
          && after.get(g).outcome() instanceof GoalOutcome.Judged now
          && now.verdict() == GoalOutcome.Verdict.FAIL
          && !(before.get(g).outcome() instanceof GoalOutcome.Judged then
              && then.verdict() == GoalOutcome.Verdict.FAIL)) {
        failures.add(missed(after.get(g), now.value()));
      }
    }
    return check("organ.goals", failures, "No goal of an organ is missed that the plan keeps.");
  }

  /** No near-maximum rises that nothing watches. */
  private static ProposalCheck rise(PlanChange change) {
    List<String> failures = new ArrayList<>();
    List<String> limited =
        change.after().organLimits().stream()
            .filter(limit -> !limit.isDraft())
            .map(OrganLimit::organ)
            .toList();
    double allowed = change.limits().organRiseEqd2Gy();
    for (StructureNumbers organ : change.after().structures()) {
      String name = organ.structure().name();
      if (organ.structure().type() != StructureType.ORGAN || limited.contains(name)) {
        continue;
      }
      OptionalDouble then = nearMaximum(change.before(), name);
      OptionalDouble now = nearMaximum(change.after(), name);
      if (then.isEmpty() || now.isEmpty()) {
        continue; // without dose before and after: it has no contour in the dose grid
      }
      double rise = now.getAsDouble() - then.getAsDouble();
      if (rise > allowed) {
        failures.add(
            String.format(
                Locale.ROOT,
                "The cumulative D0.1cc of %s rises by %.1f Gy EQD2 and no active limit covers it.",
                name,
                rise));
      }
    }
    return check(
        "organ.rise",
        failures,
        String.format(
            Locale.ROOT,
            "No organ without an active limit gets more than %.1f Gy EQD2 more at D0.1cc.",
            allowed));
  }

  /** D0.1cc, or the maximum of a smaller structure: cumulative EQD2, else physical. */
  private static OptionalDouble nearMaximum(PlanNumbers numbers, String name) {
    Optional<LedgerNumbers.Figures> figures =
        numbers.ledger().row(name).flatMap(LedgerNumbers.Row::cumulative);
    if (figures.isPresent()) {
      return OptionalDouble.of(figures.get().d01ccEqd2Gy().orElse(figures.get().maxEqd2Gy()));
    }
    Optional<Dvh> dvh =
        numbers
            .structure(name)
            .flatMap(
                s -> s.cumulative().map(c -> c.eqd2Dvh()).or(s::planEqd2Dvh).or(s::physicalDvh));
    return dvh.isPresent()
        ? OptionalDouble.of(
            dvh.get().coveredVolumeCm3() > D01CC
                ? dvh.get().doseAtVolumeCm3Gy(D01CC)
                : dvh.get().maxGy())
        : OptionalDouble.empty();
  }

  /** A maximum that is limited keeps its limit wherever the registrations may have put it. */
  private static ProposalCheck registration(PlanNumbers after) {
    List<String> failures = new ArrayList<>();
    for (GoalNumbers goal : goals(after).toList()) {
      boolean active =
          goal.goal().quantity() == DoseQuantity.CUMULATIVE_EQD2
              && goal.goal().comparison() == GoalComparison.AT_MOST
              && goal.outcome() instanceof GoalOutcome.Judged
              && isMaximum(goal.goal().metric());
      Optional<MaximumRange> range =
          after.ledger().row(goal.goal().structureName()).flatMap(LedgerNumbers.Row::maximum);
      if (active && range.isPresent() && range.get().highestEqd2Gy() > goal.goal().limit()) {
        failures.add(
            String.format(
                Locale.ROOT,
                "With the earlier courses misplaced by up to %.1f mm %s may reach %.1f Gy EQD2, the"
                    + " limit of %s is %.1f Gy EQD2.",
                range.get().radiusMm(),
                goal.goal().structureName(),
                range.get().highestEqd2Gy(),
                goal.goal().metric(),
                goal.goal().limit()));
      }
    }
    return check("organ.registration", failures, registrations(after));
  }

  private static boolean isMaximum(String metric) {
    try {
      return DoseMetric.parse(metric) instanceof DoseMetric.MaximumDose;
    } catch (IllegalArgumentException e) { // typed by a user; the goal itself says so
      return false;
    }
  }

  private static String registrations(PlanNumbers after) {
    List<String> radii =
        after.ledger().columns().stream()
            .filter(c -> c.uncertainty().basis() != RegistrationUncertainty.Basis.SAME_FRAME)
            .map(c -> c.label() + ": " + c.uncertainty().text())
            .toList();
    return radii.isEmpty()
        ? "No registration is involved in the sums."
        : "Limited maxima hold wherever the registrations may have put the earlier courses ("
            + String.join("; ", radii)
            + ").";
  }

  private static ProposalCheck named(PlanChange change) {
    List<String> unwatched = unconstrained(change);
    return new ProposalCheck(
        "organ.named",
        ProposalCheck.Group.ORGAN,
        true,
        unwatched.isEmpty()
            ? "Every critical organ has a contour and an active limit."
            : "Nothing watches over "
                + String.join(", ", unwatched)
                + ": no contour, or no active limit on cumulative dose.");
  }

  /** Returns critical organs without contour or active limit on cumulative dose. */
  static List<String> unconstrained(PlanChange change) {
    List<String> unwatched = new ArrayList<>();
    List<OrganLimit> active =
        change.after().organLimits().stream().filter(limit -> !limit.isDraft()).toList();
    for (CriticalOrgan organ : change.limits().criticalOrgans()) {
      Optional<StructureNumbers> contoured =
          change.after().structures().stream()
              .filter(s -> s.physicalDvh().isPresent())
              .filter(
                  s ->
                      organ.isNamed(s.structure().name())
                          || organ.isNamed(s.structure().tg263Name()))
              .findFirst();
      boolean watched =
          contoured.isPresent()
              && active.stream()
                  .anyMatch(limit -> limit.organ().equals(contoured.get().structure().name()));
      if (!watched) {
        unwatched.add(organ.name());
      }
    }
    return unwatched;
  }
}
