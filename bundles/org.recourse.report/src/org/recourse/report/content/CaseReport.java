/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.content;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.report.ReportBlock;
import org.recourse.report.ReportBlock.Facts.Fact;
import org.recourse.report.ReportBlock.Table.Column;
import org.recourse.report.ReportContent;
import org.recourse.report.ReportSection;
import org.recourse.risk.RiskModelDescription;

/** Makes the report of a case from the numbers of one revision. Stateless. */
public final class CaseReport {

  private CaseReport() {}

  /**
   * Makes the content of the report.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static ReportContent of(
      ReportRequest request, SliceExecutor executor, IProgressMonitor monitor) {
    PlanNumbers numbers = request.numbers();
    List<ReportSection> sections = new ArrayList<>();
    sections.add(CaseSections.ofCase(request));
    sections.add(RiskSections.ofRisks(numbers));
    sections.add(proposals(request));
    sections.add(GoalSection.of(numbers));
    sections.add(CaseSections.ofLedger(numbers));
    sections.add(DoseSection.of(request, executor, monitor));
    sections.add(findings(request));
    sections.add(RiskSections.ofCards(numbers));
    sections.add(origin(request));
    sections.add(
        new ReportSection(
            "Signatures",
            List.of(
                new ReportBlock.Paragraph("Left open; this report has been read by:"),
                new ReportBlock.Signatures(List.of("Medical physicist", "Radiation oncologist")))));
    String subtitle =
        request.caseName()
            + (numbers.snapshot().synthetic() ? ", synthetic patient" : "")
            + ", "
            + seconds(request);
    return new ReportContent(
        "Re-irradiation assessment",
        subtitle,
        ReportContent.RESEARCH_ONLY,
        request.software(),
        seconds(request),
        sections);
  }

  /** Nobody reads the nanoseconds that some clocks have. */
  private static Instant seconds(ReportRequest request) {
    return request.created().truncatedTo(ChronoUnit.SECONDS);
  }

  private static ReportSection proposals(ReportRequest request) {
    List<ReportBlock> blocks = new ArrayList<>();
    for (ConsideredProposal proposal : request.proposals()) {
      blocks.add(new ReportBlock.Heading(proposal.title() + " (" + proposal.standing() + ")"));
      List<String> texts = new ArrayList<>(proposal.effects());
      texts.addAll(proposal.checks());
      blocks.add(new ReportBlock.Bullets(texts));
    }
    if (blocks.isEmpty()) {
      blocks.add(new ReportBlock.Paragraph(request.withoutProposals()));
    }
    return new ReportSection("Proposals considered", blocks);
  }

  private static ReportSection findings(ReportRequest request) {
    var all = new LinkedHashSet<>(request.numbers().findings());
    all.addAll(request.findings());
    List<List<String>> rows = new ArrayList<>();
    for (Finding finding : all) {
      rows.add(
          List.of(
              finding.severity().name().toLowerCase(Locale.ROOT),
              finding.affected(),
              finding.text()));
    }
    ReportBlock block =
        rows.isEmpty()
            ? new ReportBlock.Paragraph("There are no findings.")
            : new ReportBlock.Table(
                List.of(
                    Column.text("Severity", 0.5),
                    Column.text("About", 1),
                    Column.text("Finding", 3)),
                rows);
    return new ReportSection("Findings", List.of(block));
  }

  private static ReportSection origin(ReportRequest request) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Software", request.software()));
    facts.add(new Fact("Created", seconds(request).toString()));
    request
        .numbers()
        .risks()
        .forEach(
            risk ->
                facts.add(
                    new Fact(
                        "Model " + risk.model().id(),
                        "version "
                            + risk.description()
                                .map(RiskModelDescription::version)
                                .orElse(Figures.UNKNOWN)
                            + ", from "
                            + risk.model().contributor())));
    facts.addAll(request.origins());
    return new ReportSection("Origin of the numbers", List.of(new ReportBlock.Facts(facts)));
  }
}
