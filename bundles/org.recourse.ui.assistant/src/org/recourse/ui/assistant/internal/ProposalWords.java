/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.recourse.audit.AcceptedProposal;
import org.recourse.report.content.ConsideredProposal;
import org.recourse.risk.Interval;
import org.recourse.tuning.check.ProposalCheck;
import org.recourse.tuning.proposal.PlanEdit;
import org.recourse.tuning.proposal.Proposal;
import org.recourse.tuning.proposal.RiskChange;
import org.recourse.tuning.proposal.TargetCoverage;
import org.recourse.ui.widget.NumberText;

/** Proposals in words. Stateless. */
final class ProposalWords {

  /** Marks the risk a proposal was made to lower. */
  private static final String DRIVER = "▸ ";

  private ProposalWords() {}

  static String title(Proposal proposal) {
    String kind = proposal.kind().title();
    return proposal.title().startsWith(kind) ? proposal.title() : kind + ": " + proposal.title();
  }

  /** What the proposal does, a line each, every number with its unit or its name. */
  static List<String> effects(Proposal proposal) {
    List<String> lines = new ArrayList<>();
    for (RiskChange risk : proposal.risks()) {
      if (risk.delta().isPresent() && risk.planDependent()) { // others no plan changes
        boolean driver = proposal.drivenBy().filter(risk.modelId()::equals).isPresent();
        lines.add((driver ? DRIVER : "") + risk(risk));
      }
    }
    tumourControl(proposal.tcpBefore(), proposal.tcpAfter()).ifPresent(lines::add);
    for (TargetCoverage target : proposal.coverage()) {
      lines.add(coverage(proposal.coverageBefore(target.structure()), target));
    }
    if (proposal.lostCoverageGy() > 0) {
      lines.add(
          "Coverage lost, for the ranking: "
              + NumberText.fixed(proposal.lostCoverageGy(), 1)
              + " Gy of "
              + (proposal.coverage().stream().anyMatch(TargetCoverage::gross)
                  ? "D98 of the gross tumour volume"
                  : "D95 of the planning target volume"));
    }
    if (proposal.edit() instanceof PlanEdit.NewBeamDoses doses) {
      lines.add(doses.text());
      lines.add(engine(doses.recalculation()));
    }
    return List.copyOf(lines);
  }

  /** Such as "Tumour control (model) 0.91 → 0.90 (−0.008)"; empty without a gross tumour volume. */
  static Optional<String> tumourControl(OptionalDouble before, OptionalDouble after) {
    return before.isEmpty() || after.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Tumour control (model) "
                + NumberText.risk(before.getAsDouble())
                + " → "
                + NumberText.risk(after.getAsDouble())
                + " ("
                + signed(after.getAsDouble() - before.getAsDouble())
                + ")");
  }

  private static String engine(PlanEdit.NewBeamDoses.Recalculation again) {
    return "Doses by "
        + again.engine()
        + ", which computes the plan as it is with "
        + NumberText.fixed(again.difference().meanGy(), 2)
        + " Gy of difference on average ("
        + NumberText.fixed(again.difference().meanPercent(), 1)
        + " % of the prescription)";
  }

  private static String risk(RiskChange risk) {
    return risk.title()
        + " "
        + NumberText.risk(risk.beforeNumber().orElseThrow())
        + " → "
        + NumberText.risk(risk.afterNumber().orElseThrow())
        + " ("
        + signed(risk.delta().orElseThrow())
        + risk.deltaInterval95().map(ProposalWords::interval).orElse("")
        + ")"
        + risk.disagreement().map(text -> ". " + text.replaceAll("-(?=\\d)", "−")).orElse("");
  }

  /** The same with numbers kept together that lines would break apart: "0.28 → 0.15", "1.2 Gy". */
  static String unbroken(String text) {
    return text.replace(" → ", "\u00a0→\u00a0")
        .replace(" %", "\u00a0%")
        .replace(" Gy", "\u00a0Gy")
        .replace(", +", ",\u00a0+")
        .replace(", −", ",\u00a0−")
        .replace(" [", "\u00a0[");
  }

  private static String interval(Interval interval) {
    return " [" + signed(interval.lower()) + ", " + signed(interval.upper()) + "]";
  }

  /**
   * What a target gets, such as "PTVnx of 60.0 Gy: D95 100.0 → 98.0 % (−1.2 Gy), D98 …": percent of
   * what is prescribed, which a proposal may change, so the change of D95 is said in Gy as well.
   */
  static String coverage(Optional<TargetCoverage> before, TargetCoverage after) {
    TargetCoverage was = before.orElse(after); // of a target that is new only what it gets is known
    String change = before.isPresent() ? " (" + signedGy(after.d95Gy() - was.d95Gy()) + " Gy)" : "";
    String coldest =
        after.coldestPercent().isPresent()
            ? ", coldest "
                + change(
                    was.coldestPercent().orElse(after.coldestPercent().getAsDouble()),
                    after.coldestPercent().getAsDouble(),
                    " %")
            : "";
    return after.structure()
        + " of "
        + change(was.prescribedGy(), after.prescribedGy(), " Gy")
        + ": D95 "
        + change(was.d95Percent(), after.d95Percent(), " %")
        + change
        + ", D98 "
        + change(was.d98Percent(), after.d98Percent(), " %")
        + coldest;
  }

  /** Such as "100.0 → 98.0 %", or "100.0 %" for what stays. */
  private static String change(double before, double after, String unit) {
    String from = NumberText.fixed(before, 1);
    String to = NumberText.fixed(after, 1);
    return (from.equals(to) ? to : from + " → " + to) + unit;
  }

  private static String signedGy(double valueGy) {
    String text = String.format(Locale.ROOT, "%+.1f", valueGy).replace('-', '−');
    return text.substring(1).equals("0.0") ? "0.0" : text;
  }

  static String signed(double value) {
    String text = String.format(Locale.ROOT, "%+.3f", value).replace('-', '−');
    return text.substring(1).equals("0.000") ? "0.000" : text;
  }

  /** The checks in one line each, those that failed first. */
  static List<String> failed(Proposal proposal) {
    return proposal.failedChecks().stream().map(check -> "✗ " + check.text()).toList();
  }

  static String passed(Proposal proposal) {
    long passed = proposal.checks().stream().filter(ProposalCheck::passed).count();
    return passed + " of " + proposal.checks().size() + " checks passed";
  }

  /** Every check with its verdict, for the tool tip. */
  static String allChecks(Proposal proposal) {
    List<String> lines = new ArrayList<>();
    proposal.checks().forEach(check -> lines.add((check.passed() ? "✓ " : "✗ ") + check.text()));
    return String.join("\n", lines);
  }

  static Optional<String> unconstrained(Proposal proposal) {
    return proposal.unconstrainedOrgans().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Without contour or limit: " + String.join(", ", proposal.unconstrainedOrgans()) + ".");
  }

  static ConsideredProposal considered(Proposal proposal, String standing) {
    List<String> checks = new ArrayList<>();
    if (proposal.acceptable()) {
      proposal.checks().forEach(check -> checks.add("Passed: " + check.text()));
    } else {
      proposal.failedChecks().forEach(check -> checks.add("Failed: " + check.text()));
      checks.add(passed(proposal) + ".");
    }
    unconstrained(proposal).ifPresent(checks::add);
    List<String> effects =
        effects(proposal).stream()
            .map(
                line -> line.startsWith(DRIVER) ? "Made to lower this: " + line.substring(2) : line)
            .toList();
    return new ConsideredProposal(title(proposal), standing, effects, checks);
  }

  static AcceptedProposal accepted(Proposal proposal) {
    Map<String, Double> promised = new TreeMap<>();
    for (RiskChange risk : proposal.risks()) {
      risk.afterNumber().ifPresent(number -> promised.put(risk.modelId() + "/after", number));
      risk.delta().ifPresent(delta -> promised.put(risk.modelId() + "/delta", delta));
    }
    proposal.deltaTcp().ifPresent(delta -> promised.put("deltaTcp", delta));
    promised.put("lostCoverageGy", proposal.lostCoverageGy());
    return new AcceptedProposal(
        proposal.id(),
        proposal.kind().id(),
        proposal.edit().text(),
        proposal.checks().stream().map(ProposalCheck::text).toList(),
        promised);
  }
}
