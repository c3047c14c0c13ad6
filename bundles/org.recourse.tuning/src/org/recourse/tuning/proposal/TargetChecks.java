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
import java.util.OptionalInt;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.tuning.check.CheckLimits;
import org.recourse.tuning.check.ProposalCheck;

/** Whether the targets keep their dose. Stateless. */
final class TargetChecks {

  private TargetChecks() {}

  static List<ProposalCheck> of(PlanChange change) {
    List<ProposalCheck> checks = new ArrayList<>();
    List<TargetCoverage> coverage = coverage(change.after(), change.limits());
    CheckLimits limits = change.limits();
    if (coverage.isEmpty()) {
      checks.add(
          failed(
              "target.present",
              "Coverage is not known: it needs a prescribed dose and a planning target volume or a"
                  + " gross tumour volume with dose."));
    }
    for (TargetCoverage one : coverage) {
      if (one.gross()) {
        checks.add(
            atLeast(
                "target.gtvD98",
                one.structure() + " D98",
                one.d98Percent(),
                limits.gtvD98Percent()));
        checks.add(coldest(one, limits));
      } else {
        checks.add(
            atLeast(
                "target.ptvD95",
                one.structure() + " D95",
                one.d95Percent(),
                limits.ptvD95Percent()));
      }
    }
    checks.add(control(change));
    return checks;
  }

  private static ProposalCheck coldest(TargetCoverage one, CheckLimits limits) {
    String what =
        String.format(
            Locale.ROOT, "%s coldest %.2f cm3", one.structure(), limits.gtvMinimumVolumeCm3());
    return one.coldestPercent().isPresent()
        ? atLeast(
            "target.gtvMinimum",
            what,
            one.coldestPercent().getAsDouble(),
            limits.gtvMinimumPercent())
        : failed("target.gtvMinimum", what + ": the structure is smaller than that.");
  }

  private static ProposalCheck atLeast(String id, String what, double percent, double limit) {
    return new ProposalCheck(
        id,
        ProposalCheck.Group.TARGET,
        percent >= limit,
        String.format(
            Locale.ROOT,
            "%s is %.1f %% of the prescription; at least %.0f %% is wanted.",
            what,
            percent,
            limit));
  }

  private static ProposalCheck failed(String id, String text) {
    return new ProposalCheck(id, ProposalCheck.Group.TARGET, false, text);
  }

  private static ProposalCheck control(PlanChange change) {
    OptionalDouble before = tcp(change.before(), change.limits());
    OptionalDouble after = tcp(change.after(), change.limits());
    if (before.isEmpty() || after.isEmpty()) {
      return failed(
          "target.tcp",
          "The change of tumour control is not known: it needs a gross tumour volume with dose and"
              + " the number of fractions.");
    }
    double delta = after.getAsDouble() - before.getAsDouble();
    return new ProposalCheck(
        "target.tcp",
        ProposalCheck.Group.TARGET,
        delta >= -change.limits().largestTcpLossFraction(),
        String.format(
            Locale.ROOT,
            "Modelled tumour control changes by %+.4f (%.4f to %.4f); a fall of %.3f is allowed.",
            delta,
            before.getAsDouble(),
            after.getAsDouble(),
            change.limits().largestTcpLossFraction()));
  }

  /** Returns the coverage of the targets; none without a prescribed dose. */
  static List<TargetCoverage> coverage(PlanNumbers numbers, CheckLimits limits) {
    Optional<Double> prescribedGy = PlanTargets.prescribedGy(numbers);
    List<TargetCoverage> coverage = new ArrayList<>();
    if (prescribedGy.isPresent()) {
      PlanTargets.planning(numbers)
          .forEach(s -> coverage.add(one(s, false, prescribedGy.get(), limits)));
      PlanTargets.gross(numbers)
          .forEach(s -> coverage.add(one(s, true, prescribedGy.get(), limits)));
    }
    return coverage;
  }

  private static TargetCoverage one(
      StructureNumbers target, boolean gross, double prescribedGy, CheckLimits limits) {
    Dvh dvh = target.physicalDvh().orElseThrow();
    double warmCm3 = dvh.coveredVolumeCm3() - limits.gtvMinimumVolumeCm3();
    return new TargetCoverage(
        target.structure().name(),
        gross,
        prescribedGy,
        100 * dvh.doseAtVolumePercentGy(95) / prescribedGy,
        100 * dvh.doseAtVolumePercentGy(98) / prescribedGy,
        warmCm3 > 0
            ? OptionalDouble.of(100 * dvh.doseAtVolumeCm3Gy(warmCm3) / prescribedGy)
            : OptionalDouble.empty());
  }

  /** Returns the modelled tumour control: the product over the gross tumour volumes. */
  static OptionalDouble tcp(PlanNumbers numbers, CheckLimits limits) {
    List<StructureNumbers> gross = PlanTargets.gross(numbers);
    OptionalInt fractions = PlanChange.fractions(numbers);
    if (gross.isEmpty() || fractions.isEmpty()) {
      return OptionalDouble.empty();
    }
    double control = 1;
    for (StructureNumbers one : gross) {
      control *= limits.tumour().probability(one.physicalDvh().orElseThrow(), fractions.getAsInt());
    }
    return OptionalDouble.of(control);
  }

  /** Returns by how much the coverage falls, Gy; 0 if it does not. */
  static double lostCoverageGy(PlanNumbers before, PlanNumbers after) {
    List<StructureNumbers> gross = PlanTargets.gross(before);
    boolean any = !gross.isEmpty();
    double lost = 0;
    for (StructureNumbers one : any ? gross : PlanTargets.planning(before)) {
      Optional<Dvh> then =
          after.structure(one.structure().name()).flatMap(StructureNumbers::physicalDvh);
      if (then.isPresent()) {
        double percent = any ? 98 : 95;
        double fall =
            one.physicalDvh().orElseThrow().doseAtVolumePercentGy(percent)
                - then.get().doseAtVolumePercentGy(percent);
        lost = Math.max(lost, fall);
      }
    }
    return lost;
  }
}
