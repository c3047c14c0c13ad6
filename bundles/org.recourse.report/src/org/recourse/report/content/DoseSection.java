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
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.report.LineChart;
import org.recourse.report.ReportBlock;
import org.recourse.report.ReportBlock.Table.Column;
import org.recourse.report.ReportSection;

/** Dose planes, histograms and their figures. Stateless. */
final class DoseSection {

  private static final int MOST_CURVES = 24;
  private static final int CURVE_POINTS = 160;
  private static final List<String> METRICS = List.of("D98%", "D95%", "D50%", "D2%", "D0.03cc");

  private DoseSection() {}

  static ReportSection of(ReportRequest request, SliceExecutor executor, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Drawing figures", 3);
    PlanNumbers numbers = request.numbers();
    List<ReportBlock> blocks = new ArrayList<>();
    if (numbers.planDose().isEmpty()) {
      blocks.add(
          new ReportBlock.Paragraph("The planned course has no dose, so there are no figures."));
      return new ReportSection("Dose", blocks);
    }
    var planes = new PlanePictures(request, executor);
    blocks.addAll(planes.physical(progress.split(1)));
    blocks.addAll(planes.cumulative(progress.split(1)));
    chart(numbers).ifPresent(blocks::add);
    blocks.add(table(numbers));
    return new ReportSection("Dose", blocks);
  }

  private static Optional<ReportBlock> chart(PlanNumbers numbers) {
    List<StructureNumbers> shown =
        numbers.structures().stream()
            .filter(structure -> structure.physicalDvh().isPresent())
            .filter(structure -> structure.physicalDvh().get().maxGy() > 0)
            .toList();
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    double maximumGy =
        shown.stream().mapToDouble(each -> each.physicalDvh().get().maxGy()).max().orElse(1);
    List<LineChart.Curve> curves =
        shown.stream().limit(MOST_CURVES).map(DoseSection::curve).toList();
    var chart =
        new LineChart(
            "Cumulative dose-volume histograms",
            "Physical dose of the plan, Gy",
            "Volume, %",
            maximumGy * 1.02,
            100,
            curves);
    String caption =
        "Dose-volume histograms of the physical plan dose. Broken lines are targets."
            + (shown.size() > MOST_CURVES
                ? " The first " + MOST_CURVES + " of " + shown.size() + " structures."
                : "");
    return Optional.of(new ReportBlock.Chart(chart, caption));
  }

  private static LineChart.Curve curve(StructureNumbers structure) {
    Dvh dvh = structure.physicalDvh().orElseThrow();
    List<LineChart.Point> points = new ArrayList<>();
    for (int i = 0; i <= CURVE_POINTS; i++) {
      double doseGy = dvh.maxGy() * i / CURVE_POINTS;
      points.add(new LineChart.Point(doseGy, dvh.volumeAtDosePercent(doseGy)));
    }
    points.add(new LineChart.Point(dvh.maxGy(), 0));
    return new LineChart.Curve(
        structure.structure().name(),
        structure.structure().colourRgb(),
        structure.structure().isTarget(),
        points);
  }

  private static ReportBlock table(PlanNumbers numbers) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Structure", 2));
    columns.add(Column.number("Volume, cm\u00b3"));
    columns.add(Column.number("Mean, Gy"));
    columns.add(Column.number("Max, Gy"));
    METRICS.forEach(metric -> columns.add(Column.number(metric + ", Gy")));
    List<List<String>> rows = new ArrayList<>();
    for (StructureNumbers structure : numbers.structures()) {
      List<String> row = new ArrayList<>();
      row.add(structure.structure().name());
      row.add(
          structure.volumeCm3().isPresent()
              ? Figures.fixed(structure.volumeCm3().getAsDouble(), 1)
              : Figures.UNKNOWN);
      Optional<Dvh> dvh = structure.physicalDvh();
      row.add(dvh.map(each -> Figures.fixed(each.meanGy(), 1)).orElse(Figures.UNKNOWN));
      row.add(dvh.map(each -> Figures.fixed(each.maxGy(), 1)).orElse(Figures.UNKNOWN));
      for (String metric : METRICS) {
        row.add(dvh.map(each -> number(metric, each)).orElse(Figures.UNKNOWN));
      }
      rows.add(row);
    }
    return new ReportBlock.Table(columns, rows);
  }

  private static String number(String metric, Dvh dvh) {
    String text = Figures.metric(DoseMetric.parse(metric).evaluate(dvh));
    return text.replace(" Gy", ""); // the unit stands in the head
  }
}
