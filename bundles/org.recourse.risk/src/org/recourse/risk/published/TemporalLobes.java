/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.published;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.risk.Interval;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskInputValue;
import org.recourse.risk.RiskPart;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;
import org.recourse.risk.organ.CumulativeOrganDose;
import org.recourse.risk.organ.Organ;
import org.recourse.risk.organ.OrganDose;

/**
 * Assesses both temporal lobes with one dose response. The sources count each lobe on its own, so
 * left and right are parts of the result; its value is that of the lobe with the higher risk. A
 * lobe without a dose has no number and a finding says so; without any lobe the model does not
 * apply.
 */
record TemporalLobes(CumulativeOrganDose dose, LobeResponse response) {

  private static final List<Organ> LOBES =
      List.of(Organ.TEMPORAL_LOBE_LEFT, Organ.TEMPORAL_LOBE_RIGHT);

  RiskResult assess(RiskInput input, IProgressMonitor monitor) {
    var ledger = new Ledger(input);
    var lacks = new LinkedHashSet<>(ledger.lacks());
    var parts = new ArrayList<RiskPart>();
    var inputs = new ArrayList<RiskInputValue>();
    var reasons = new ArrayList<String>();
    var findings = new LinkedHashSet<>(ledger.findings());
    for (Organ lobe : LOBES) {
      switch (dose.of(lobe, input, monitor)) {
        case OrganDose.Missing(List<String> sentences) -> lacks.addAll(sentences);
        case OrganDose.Known known -> {
          RiskPart part = part(lobe, known);
          parts.add(part);
          inputs.addAll(known.inputs());
          reasons.add(reason(part, known));
          findings.addAll(known.findings());
        }
      }
    }
    if (parts.isEmpty() || !ledger.lacks().isEmpty()) {
      return new RiskResult.NotApplicable(List.copyOf(lacks), List.of(), List.of());
    }
    for (String sentence : lacks) { // of the other lobe
      findings.add(
          Finding.warning(
              "Only one temporal lobe is assessed; the risk of the other is not known. " + sentence,
              "Structures"));
    }
    return new RiskResult.Assessed(highest(parts), parts, inputs, reasons, List.copyOf(findings));
  }

  private RiskPart part(Organ lobe, OrganDose.Known known) {
    double fraction = response.probability(known.doseEqd2Gy());
    // curves through published limits of two parameters cross near 0 Gy
    Interval interval =
        response.interval95(known.leastEqd2Gy(), known.doseEqd2Gy()).holding(fraction);
    var value = new RiskValue.Probability(fraction, Optional.of(interval), known.bound());
    return new RiskPart(lobe.words(), known.structureName(), value);
  }

  private String reason(RiskPart part, OrganDose.Known known) {
    boolean bound = known.bound() == RiskValue.Bound.UPPER_BOUND;
    return String.format(
        Locale.ROOT,
        "The %s (%s) gets a cumulative %s of %s%.1f Gy EQD2 at alpha/beta %s Gy; 1 Gy more or less"
            + " changes its risk by %.2f percentage points.",
        part.label(),
        part.structureName(),
        dose.metric(),
        bound ? "at most " : "",
        known.doseEqd2Gy(),
        dose.tissue().gy(),
        100 * response.slopePerGy(known.doseEqd2Gy()));
  }

  private static RiskValue highest(List<RiskPart> parts) {
    return parts.stream()
        .map(RiskPart::value)
        .max(Comparator.comparingDouble(TemporalLobes::fraction))
        .orElseThrow();
  }

  private static double fraction(RiskValue value) {
    return switch (value) {
      case RiskValue.Probability probability -> probability.fraction();
      case RiskValue.Category category -> category.raised() ? 1 : 0;
      case RiskValue.Score score -> score.score();
    };
  }
}
