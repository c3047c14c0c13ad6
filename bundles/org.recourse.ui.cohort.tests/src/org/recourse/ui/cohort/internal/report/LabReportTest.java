/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recourse.cohort.figure.NamedScores;
import org.recourse.cohort.figure.SurvivalGroup;
import org.recourse.grid.finding.Finding;
import org.recourse.learning.sample.Interval;
import org.recourse.learning.sample.ScoredOutcomes;
import org.recourse.learning.survival.SurvivalSample;
import org.recourse.learning.validation.LeakageAudit;
import org.recourse.report.LineChart;
import org.recourse.report.ReportBlock;
import org.recourse.report.ReportContent;
import org.recourse.report.ReportSection;
import org.recourse.ui.cohort.internal.EvaluatedModel;
import org.recourse.ui.cohort.internal.Evaluation;

class LabReportTest {

  private static ReportContent report() {
    var scores =
        new ScoredOutcomes(
            new double[] {0.9, 0.4, 0.6, 0.1}, new boolean[] {true, true, false, false});
    var group =
        new SurvivalGroup(
            "all", new SurvivalSample(new double[] {2, 4}, new boolean[] {true, false}));
    var model = new EvaluatedModel(new NamedScores("m, test", scores, true), 0.5, List.of(group));
    return LabReport.of(
        new Evaluation(
            "signature on c",
            "necrosis",
            true,
            List.of(model),
            List.of("m: LASSO; logistic; seed 1"),
            Optional.of(
                new Evaluation.Trained(
                    List.of(),
                    Map.of("m", new LeakageAudit(5, 0.7, new Interval(0.6, 0.8, 0.99, false))),
                    List.of(Finding.warning("Few events.", "m"))))),
        "ReCourse test",
        Instant.EPOCH);
  }

  private static ReportSection section(String title) {
    return report().sections().stream()
        .filter(section -> section.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void syntheticPatientsAreSaidFirst() {
    assertTrue(report().subtitle().contains("SYNTHETIC"));
    assertTrue(
        section("Patients and pipeline").blocks().get(0)
                instanceof ReportBlock.Paragraph(String text, boolean strong)
            && strong
            && text.contains("made up"));
  }

  @Test
  void aLeakIsSaid() {
    assertTrue(section("Leakage audit").toString().contains("a leak is likely"));
    assertTrue(section("Reservations").toString().contains("Few events."));
    assertTrue(section("Patients and pipeline").toString().contains("seed 1"));
  }

  /** Freedom from the event: 1 to month 2, then one half to month 4. */
  @Test
  void stepsBecomeCorners() {
    LineChart chart =
        section("Figures").blocks().stream()
            .filter(ReportBlock.Chart.class::isInstance)
            .map(block -> ((ReportBlock.Chart) block).chart())
            .filter(one -> one.title().startsWith("Freedom"))
            .findFirst()
            .orElseThrow();

    assertEquals(
        List.of(
            new LineChart.Point(0, 1),
            new LineChart.Point(2, 1),
            new LineChart.Point(2, 0.5),
            new LineChart.Point(4, 0.5),
            new LineChart.Point(4, 0.5)),
        chart.curves().get(0).points());
  }
}
