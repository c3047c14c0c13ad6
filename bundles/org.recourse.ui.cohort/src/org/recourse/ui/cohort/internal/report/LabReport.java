/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.recourse.cohort.evaluation.Discrimination;
import org.recourse.cohort.evaluation.FigureText;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.cohort.figure.Curve;
import org.recourse.cohort.figure.Figure;
import org.recourse.cohort.figure.ModelFigures;
import org.recourse.cohort.figure.NamedScores;
import org.recourse.cohort.figure.SvgFigure;
import org.recourse.grid.finding.Finding;
import org.recourse.report.LineChart;
import org.recourse.report.ReportBlock;
import org.recourse.report.ReportBlock.Table.Column;
import org.recourse.report.ReportContent;
import org.recourse.report.ReportSection;
import org.recourse.ui.cohort.internal.EvaluatedModel;
import org.recourse.ui.cohort.internal.Evaluation;

/** Makes the content of a report from an evaluation. Stateless. */
public final class LabReport {

  private static final int REFERENCE_RGB = 0x999999;
  private static final int CURVES_PER_CHART = 6;

  private LabReport() {}

  /**
   * @param software name and version
   * @param created time of the report
   */
  public static ReportContent of(Evaluation evaluation, String software, Instant created) {
    List<ReportSection> sections = new ArrayList<>();
    sections.add(sample(evaluation));
    sections.add(models(evaluation));
    sections.add(figures(evaluation));
    evaluation.trained().ifPresent(trained -> sections.add(tables(trained.tables())));
    evaluation.trained().ifPresent(trained -> sections.add(audits(trained)));
    sections.add(findings(evaluation));
    String subtitle = evaluation.title() + (evaluation.synthetic() ? ", SYNTHETIC patients" : "");
    return new ReportContent(
        "Models on a cohort", subtitle, ReportContent.RESEARCH_ONLY, software, created, sections);
  }

  private static ReportSection sample(Evaluation evaluation) {
    List<ReportBlock> blocks = new ArrayList<>();
    if (evaluation.synthetic()) {
      blocks.add(
          new ReportBlock.Paragraph(
              "All patients are made up by a program; the figures say nothing about people.",
              true));
    }
    List<String> pipeline = evaluation.pipeline();
    blocks.add(new ReportBlock.Heading("Pipeline"));
    blocks.add(
        pipeline.isEmpty()
            ? new ReportBlock.Paragraph("The models came ready-made; their cards tell of them.")
            : new ReportBlock.Bullets(pipeline));
    blocks.add(
        new ReportBlock.Paragraph(
            "Thresholds and probabilities come from training patients out of fold, never from the"
                + " patients they are shown on."));
    return new ReportSection("Patients and pipeline", blocks);
  }

  private static ReportSection models(Evaluation evaluation) {
    List<List<String>> rows = new ArrayList<>();
    for (EvaluatedModel model : evaluation.models()) {
      Discrimination d = Discrimination.of(model.scores().scores(), model.threshold());
      rows.add(
          List.of(
              model.scores().name(),
              d.eventCount() + " of " + d.patientCount(),
              FigureText.of(d.auc()),
              FigureText.of(d.accuracy()),
              FigureText.of(d.sensitivity()),
              FigureText.of(d.specificity())));
    }
    return new ReportSection(
        "Discrimination",
        List.of(
            new ReportBlock.Table(
                List.of(
                    Column.text("Model, sample", 1.8),
                    Column.text("Events", 0.8),
                    Column.text("AUC (95 %)", 1.2),
                    Column.text("Accuracy (95 %)", 1.2),
                    Column.text("Sensitivity (95 %)", 1.2),
                    Column.text("Specificity (95 %)", 1.2)),
                rows)));
  }

  private static ReportSection figures(Evaluation evaluation) {
    List<ReportBlock> blocks = new ArrayList<>();
    List<EvaluatedModel> models = evaluation.models();
    for (int from = 0; from < models.size(); from += CURVES_PER_CHART) {
      List<EvaluatedModel> some =
          models.subList(from, Math.min(models.size(), from + CURVES_PER_CHART));
      List<NamedScores> scores = some.stream().map(EvaluatedModel::scores).toList();
      blocks.add(chart(ModelFigures.receiverOperatingCharacteristic(scores)));
      blocks.add(chart(ModelFigures.calibration(scores)));
      blocks.add(chart(ModelFigures.decisionCurve(scores)));
    }
    for (EvaluatedModel model : models) {
      if (!model.groups().isEmpty()) {
        Figure figure = ModelFigures.kaplanMeier(evaluation.outcome(), model.groups());
        blocks.add(new ReportBlock.Heading(model.scores().name()));
        blocks.add(chart(figure));
      }
    }
    return new ReportSection("Figures", blocks);
  }

  private static ReportBlock chart(Figure figure) {
    List<LineChart.Curve> curves = new ArrayList<>();
    int colour = 0;
    for (Curve curve : figure.curves()) {
      boolean reference = curve.style() == Curve.Style.REFERENCE;
      int rgb = reference ? REFERENCE_RGB : rgb(colour++);
      List<LineChart.Point> points = points(curve);
      if (!points.isEmpty()) {
        curves.add(new LineChart.Curve(curve.name(), rgb, reference, points));
      }
    }
    return new ReportBlock.Chart(
        new LineChart(
            figure.title(),
            figure.x().title(),
            figure.y().title(),
            figure.x().upper(),
            figure.y().upper(),
            curves),
        figure.title() + ". " + figure.note());
  }

  private static int rgb(int colour) {
    return Integer.parseInt(
        SvgFigure.COLOURS.get(colour % SvgFigure.COLOURS.size()).substring(1), 16);
  }

  /** Charts of reports begin at 0; steps become corners. */
  private static List<LineChart.Point> points(Curve curve) {
    List<LineChart.Point> points = new ArrayList<>();
    double before = 0;
    for (Curve.Point point : curve.points()) {
      double y = Math.max(0, point.y());
      if (curve.style() == Curve.Style.STEP && !points.isEmpty()) {
        points.add(new LineChart.Point(point.x(), before));
      }
      points.add(new LineChart.Point(point.x(), y));
      before = y;
    }
    return points;
  }

  private static ReportSection tables(List<ReportTable> tables) {
    List<ReportBlock> blocks = new ArrayList<>();
    for (ReportTable table : tables) {
      blocks.add(new ReportBlock.Heading(table.title()));
      blocks.add(
          new ReportBlock.Table(
              table.columns().stream().map(head -> Column.text(head, 1)).toList(), table.rows()));
      if (!table.note().isEmpty()) {
        blocks.add(new ReportBlock.Paragraph(table.note()));
      }
    }
    return new ReportSection("Tables of the paper", blocks);
  }

  private static ReportSection audits(Evaluation.Trained trained) {
    List<String> texts = new ArrayList<>();
    trained.audits().forEach((model, audit) -> texts.add(model + ": " + audit.sentence() + "."));
    return new ReportSection(
        "Leakage audit",
        List.of(
            texts.isEmpty()
                ? new ReportBlock.Paragraph("No audit was run.")
                : new ReportBlock.Bullets(texts)));
  }

  private static ReportSection findings(Evaluation evaluation) {
    List<String> texts =
        evaluation.trained().map(Evaluation.Trained::findings).orElse(List.of()).stream()
            .map(Finding::text)
            .distinct()
            .toList();
    return new ReportSection(
        "Reservations",
        List.of(
            texts.isEmpty()
                ? new ReportBlock.Paragraph("None beyond those above.")
                : new ReportBlock.Bullets(texts)));
  }
}
