/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.content;

import java.util.ArrayList;
import java.util.List;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.report.ReportBlock;
import org.recourse.report.ReportBlock.Facts.Fact;
import org.recourse.report.ReportBlock.Table.Column;
import org.recourse.report.ReportSection;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskParameter;
import org.recourse.risk.RiskPart;
import org.recourse.risk.RiskResult;

/** Risks with their reasons, and the cards of the models. Stateless. */
final class RiskSections {

  private RiskSections() {}

  static ReportSection ofRisks(PlanNumbers numbers) {
    List<ReportBlock> blocks = new ArrayList<>();
    if (numbers.risks().isEmpty()) {
      blocks.add(new ReportBlock.Paragraph("No risk model is installed or asked."));
      return new ReportSection("Risks", blocks);
    }
    List<List<String>> rows = new ArrayList<>();
    for (RiskAssessment risk : numbers.risks()) {
      rows.add(
          List.of(
              risk.model().title(),
              risk.description().map(RiskModelDescription::outcome).orElse(Figures.UNKNOWN),
              RiskWords.value(risk),
              String.join(" ", RiskWords.reservations(risk))));
    }
    blocks.add(
        new ReportBlock.Table(
            List.of(
                Column.text("Model", 1.4),
                Column.text("Outcome", 1.4),
                Column.text("Answer [95 % interval]", 1.2),
                Column.text("Reservations", 1.4)),
            rows));
    for (RiskAssessment risk : numbers.risks()) {
      blocks.add(new ReportBlock.Heading(risk.model().title() + ": why"));
      List<String> reasons = new ArrayList<>(RiskWords.reasons(risk));
      if (risk.result() instanceof RiskResult.Assessed assessed) {
        for (RiskPart part : assessed.parts()) {
          reasons.add(part.label() + ": " + RiskWords.value(part.value()));
        }
        assessed.inputs().forEach(input -> reasons.add(RiskWords.input(input)));
      }
      blocks.add(new ReportBlock.Bullets(reasons));
    }
    return new ReportSection("Risks", blocks);
  }

  static ReportSection ofCards(PlanNumbers numbers) {
    List<ReportBlock> blocks = new ArrayList<>();
    for (RiskAssessment risk : numbers.risks()) {
      blocks.add(new ReportBlock.Heading(risk.model().title()));
      if (risk.description().isPresent()) {
        addCard(blocks, risk.description().get());
      } else {
        blocks.add(new ReportBlock.Paragraph("The model could not be created and has no card."));
      }
    }
    if (blocks.isEmpty()) {
      blocks.add(new ReportBlock.Paragraph("No risk model is installed or asked."));
    }
    return new ReportSection("Model cards", blocks);
  }

  private static void addCard(List<ReportBlock> blocks, RiskModelDescription model) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Identifier", model.id() + ", version " + model.version()));
    facts.add(new Fact("Predicts", model.outcome()));
    facts.add(new Fact("Formula", model.formula()));
    facts.add(new Fact("From", model.trainedOn()));
    facts.add(
        new Fact(
            "Numbers",
            model.calibrated() ? "fitted as probabilities" : "not fitted as probabilities"));
    for (RiskParameter parameter : model.parameters()) {
      facts.add(
          new Fact(
              parameter.label(),
              Figures.fixed(parameter.defaultValue(), 4)
                  + (parameter.unit().symbol().isEmpty() ? "" : " " + parameter.unit().symbol())));
    }
    facts.add(new Fact("Sources", RiskWords.sources(model)));
    blocks.add(new ReportBlock.Facts(facts));
    if (!model.limitations().isEmpty()) {
      blocks.add(new ReportBlock.Bullets(model.limitations()));
    }
  }
}
