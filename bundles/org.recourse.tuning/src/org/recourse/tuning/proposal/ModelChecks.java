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
import org.recourse.assistant.numbers.LedgerNumbers;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.risk.Interval;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;
import org.recourse.tuning.check.ProposalCheck;

/** Whether the models may be believed. Stateless. */
final class ModelChecks {

  private static final String SYNTHETIC = "synthetic";
  private static final double SMALLEST_FALL_EQD2_GY = 0.01; // bin of the histograms

  private ModelChecks() {}

  static List<ProposalCheck> of(PlanChange change) {
    List<ProposalCheck> checks = new ArrayList<>();
    checks.add(fractionation(change));
    Optional<RiskChange> driver = change.driver();
    if (driver.isPresent()) {
      checks.add(domain(driver.get()));
      checks.add(gain(driver.get()));
      checks.add(synthetic(driver.get(), change));
      if (!driver.get().closedForm()) {
        checks.add(doseFalls(change));
      }
    } else {
      checks.add(closedFormFalls(change));
    }
    checks.add(noRise(change));
    return checks;
  }

  private static ProposalCheck check(String id, boolean passed, String text) {
    return new ProposalCheck(id, ProposalCheck.Group.MODEL, passed, text);
  }

  private static ProposalCheck domain(RiskChange driver) {
    return check(
        "model.domain",
        driver.inDomain(),
        driver.inDomain()
            ? "The plan lies in the domain of " + driver.title() + " before and after."
            : driver.title()
                + " does not know plans like this one (before or after the change), so its number"
                + " is not used.");
  }

  private static ProposalCheck gain(RiskChange driver) {
    if (driver.delta().isEmpty()) {
      return check("model.gain", false, driver.title() + " gives no number to compare.");
    }
    double delta = driver.delta().getAsDouble();
    if (driver.deltaInterval95().isEmpty()) {
      return check(
          "model.gain",
          false,
          String.format(
              Locale.ROOT,
              "%s changes by %+.3f, but it has neither an ensemble nor published limits, so the"
                  + " uncertainty of the gain is not known.",
              driver.title(),
              delta));
    }
    Interval interval = driver.deltaInterval95().get();
    return check(
        "model.gain",
        delta < 0 && interval.upper() < 0,
        String.format(
            Locale.ROOT,
            "%s changes by %+.3f, 95 %% interval %+.3f to %+.3f%s.%s",
            driver.title(),
            delta,
            interval.lower(),
            interval.upper(),
            interval.upper() < 0 ? "" : ": the gain is not larger than its uncertainty",
            driver.disagreement().map(text -> " " + text).orElse("")));
  }

  private static ProposalCheck synthetic(RiskChange driver, PlanChange change) {
    boolean trainedOnSynthetic =
        change.after().risks().stream()
            .filter(risk -> risk.model().id().equals(driver.modelId()))
            .findFirst()
            .flatMap(risk -> risk.description())
            .map(RiskModelDescription::trainedOn)
            .filter(SYNTHETIC::equals)
            .isPresent();
    boolean allowed = !trainedOnSynthetic || change.after().snapshot().synthetic();
    return check(
        "model.synthetic",
        allowed,
        allowed
            ? trainedOnSynthetic
                ? "The model comes from synthetic patients and the case is synthetic."
                : "The model comes from patients."
            : driver.title()
                + " comes from synthetic patients; it proposes nothing for a case that is not"
                + " marked synthetic.");
  }

  /** A fall of the number alone is not enough: the dose it is about has to fall. */
  private static ProposalCheck doseFalls(PlanChange change) {
    List<String> falls = new ArrayList<>();
    for (StructureNumbers one : change.after().structures()) {
      boolean concerned =
          PlanTargets.gross(change.after()).contains(one) || PlanTargets.isMucosa(one.structure());
      Optional<LedgerNumbers.Figures> then = figures(change.before(), one);
      Optional<LedgerNumbers.Figures> now = figures(change.after(), one);
      if (concerned && then.isPresent() && now.isPresent()) {
        double mean = now.get().meanEqd2Gy() - then.get().meanEqd2Gy();
        double most = nearMaximum(now.get()) - nearMaximum(then.get());
        if (Math.min(mean, most) < -SMALLEST_FALL_EQD2_GY) {
          falls.add(
              String.format(
                  Locale.ROOT,
                  "%s mean %+.2f Gy EQD2, D0.1cc %+.2f Gy EQD2",
                  one.structure().name(),
                  mean,
                  most));
        }
      }
    }
    return check(
        "model.doseFalls",
        !falls.isEmpty(),
        falls.isEmpty()
            ? "Neither the accumulated dose of the gross tumour volume nor that of the mucosa"
                + " falls, so nothing but the network speaks for the change."
            : "Accumulated dose falls: " + String.join("; ", falls) + ".");
  }

  private static Optional<LedgerNumbers.Figures> figures(
      PlanNumbers numbers, StructureNumbers structure) {
    return numbers
        .ledger()
        .row(structure.structure().name())
        .flatMap(row -> row.cumulative().or(row::plan));
  }

  private static double nearMaximum(LedgerNumbers.Figures figures) {
    return figures.d01ccEqd2Gy().orElse(figures.maxEqd2Gy());
  }

  private static ProposalCheck noRise(PlanChange change) {
    List<String> rises = new ArrayList<>();
    for (RiskChange risk : change.risks()) {
      if (risk.closedForm() && rises(risk, change.limits().closedFormRiseFraction())) {
        rises.add(
            risk.delta().isPresent()
                ? String.format(
                    Locale.ROOT, "%s rises by %.4f.", risk.title(), risk.delta().getAsDouble())
                : risk.title() + " changes to the class of higher risk.");
      }
    }
    return check(
        "model.closedForm",
        rises.isEmpty(),
        rises.isEmpty() ? "No closed-form risk rises." : String.join(" ", rises));
  }

  private static boolean rises(RiskChange risk, double tolerance) {
    if (risk.delta().isPresent()) {
      return risk.delta().getAsDouble() > tolerance;
    }
    return raised(risk.after()) && !raised(risk.before());
  }

  private static boolean raised(RiskResult result) {
    return result instanceof RiskResult.Assessed assessed
        && assessed.value() instanceof RiskValue.Category category
        && category.raised();
  }

  /** Where no network may rank: a closed form has to fall by more than its uncertainty. */
  private static ProposalCheck closedFormFalls(PlanChange change) {
    Optional<RiskChange> fall =
        change.risks().stream()
            .filter(RiskChange::closedForm)
            .filter(RiskChange::inDomain)
            .filter(risk -> risk.deltaInterval95().filter(i -> i.upper() < 0).isPresent())
            .findFirst();
    return check(
        "model.gain",
        fall.isPresent(),
        fall.map(
                risk ->
                    String.format(
                        Locale.ROOT,
                        "%s falls by %.3f, which is more than its uncertainty.",
                        risk.title(),
                        -risk.delta().orElse(0)))
            .orElse("No closed-form risk falls by more than its uncertainty."));
  }

  private static ProposalCheck fractionation(PlanChange change) {
    if (!change.changesFractionation()) {
      return check("model.fractionation", true, "The fractionation stays as it is.");
    }
    List<String> undecided =
        change.severalFractionsADay()
            ? change.after().structures().stream()
                .filter(s -> !s.structure().isTarget() && s.repair().isUndecided())
                .filter(s -> s.planEqd2Dvh().isPresent())
                .map(s -> s.structure().name())
                .toList()
            : List.of();
    return check(
        "model.fractionation",
        undecided.isEmpty(),
        undecided.isEmpty()
            ? "Ranked by EQD2"
                + (change.severalFractionsADay() ? " with incomplete repair" : "")
                + " and closed forms only: the networks look at physical dose and are blind to"
                + " fractionation."
            : "Twice daily needs a half-time of repair, typed in Ledger, for "
                + String.join(", ", undecided)
                + ": without it the EQD2 would be too low.");
  }
}
