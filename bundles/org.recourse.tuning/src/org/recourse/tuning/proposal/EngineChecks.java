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
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.risk.Interval;
import org.recourse.risk.RiskCatalogue;
import org.recourse.tuning.check.ProposalCheck;

/**
 * Whether a gain is one of the plan and not of the engine that computed its new doses. The plan as
 * it is is computed by the same engine; the change from there has to pass every check that the
 * change from the plan itself has to pass. Stateless.
 */
final class EngineChecks {

  /** Largest mean difference of the two doses, percent of the prescription; a limit of our own. */
  static final double MOST_PERCENT = 2;

  private EngineChecks() {}

  static List<ProposalCheck> of(
      PlanChange change, PlanEdit.NewBeamDoses doses, PlanNumbers same, RiskCatalogue catalogue) {
    return List.of(agreement(doses), sameEngine(change, doses, same, catalogue));
  }

  private static ProposalCheck agreement(PlanEdit.NewBeamDoses doses) {
    DoseDifference difference = doses.recalculation().difference();
    return new ProposalCheck(
        "engine.agreement",
        ProposalCheck.Group.MODEL,
        difference.meanPercent() <= MOST_PERCENT,
        String.format(
            Locale.ROOT,
            "Computed again by %s from a fluence fitted to it, the dose of the plan differs by %s;"
                + " a mean of %.0f %% is allowed.",
            doses.recalculation().engine(),
            difference.text(),
            MOST_PERCENT));
  }

  private static ProposalCheck sameEngine(
      PlanChange change, PlanEdit.NewBeamDoses doses, PlanNumbers same, RiskCatalogue catalogue) {
    var fromSame =
        new PlanChange(
            change.kind(),
            change.drivenBy(),
            same,
            change.after(),
            RiskComparison.of(same, change.after(), catalogue),
            change.limits());
    List<String> failures = new ArrayList<>();
    List<ProposalCheck> others = PlanChecks.of(change);
    for (ProposalCheck check : PlanChecks.of(fromSame)) {
      if (!check.passed() && !others.contains(check)) { // said already if it is the same sentence
        failures.add(
            check.id().equals("model.gain")
                ? "That is not more than its uncertainty."
                : check.text());
      }
    }
    String gain = gain(fromSame, doses.recalculation().engine());
    return new ProposalCheck(
        "engine.sameEngine",
        ProposalCheck.Group.MODEL,
        failures.isEmpty(),
        failures.isEmpty() ? gain : gain + " " + String.join(" ", failures));
  }

  /** What the driving model says of the plan as computed again, and of the change from there. */
  private static String gain(PlanChange fromSame, String engine) {
    Optional<RiskChange> driver = fromSame.driver();
    if (driver.isEmpty() || driver.get().delta().isEmpty()) {
      return "Compared with the plan computed again by " + engine + ".";
    }
    String interval =
        driver
            .get()
            .deltaInterval95()
            .map(EngineChecks::inWords)
            .orElse(", without a known uncertainty");
    return String.format(
        Locale.ROOT,
        "Compared with the plan computed again by %s (%.3f) %s changes by %+.3f%s.%s",
        engine,
        driver.get().beforeNumber().orElseThrow(),
        driver.get().title(),
        driver.get().delta().getAsDouble(),
        interval,
        driver.get().disagreement().map(text -> " " + text).orElse(""));
  }

  private static String inWords(Interval interval) {
    return String.format(
        Locale.ROOT, ", 95 %% interval %+.3f to %+.3f", interval.lower(), interval.upper());
  }
}
