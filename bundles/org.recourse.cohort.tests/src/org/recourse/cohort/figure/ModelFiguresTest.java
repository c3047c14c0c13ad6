/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.recourse.cohort.figure.Curve.Point;
import org.recourse.learning.sample.ScoredOutcomes;
import org.recourse.learning.survival.SurvivalSample;
import org.w3c.dom.Document;

class ModelFiguresTest {

  /** Ten patients with a published area of 0.8333 (clinical-numbers 6.3). */
  private static final ScoredOutcomes TEN =
      new ScoredOutcomes(
          new double[] {0.9, 0.8, 0.55, 0.4, 0.7, 0.5, 0.45, 0.3, 0.2, 0.1},
          new boolean[] {true, true, true, true, false, false, false, false, false, false});

  private static final NamedScores MODEL = new NamedScores("A & B", TEN, true);

  @Test
  void theAreaUnderTheDrawnCurveIsTheOneInItsName() {
    Figure figure = ModelFigures.receiverOperatingCharacteristic(List.of(MODEL));

    Curve curve = figure.curves().get(1);
    double area = 0;
    for (int i = 1; i < curve.points().size(); i++) {
      Point a = curve.points().get(i - 1);
      Point b = curve.points().get(i);
      area += (b.x() - a.x()) * (a.y() + b.y()) / 2;
    }
    assertEquals(0.833333, area, 1e-6);
    assertTrue(curve.name().startsWith("A & B  0.83 ["), curve.name());
    assertEquals(new Point(0, 0), curve.points().get(0));
    assertEquals(new Point(1, 1), curve.points().get(curve.points().size() - 1));
  }

  /** Net benefit at 0.35 is 0.238462, of acting on all 0.076923 (clinical-numbers 6.3). */
  @Test
  void theDecisionCurvePassesThroughThePublishedValues() {
    Figure figure = ModelFigures.decisionCurve(List.of(MODEL));

    assertEquals(0.076923, at(figure.curves().get(0), 0.35), 1e-6);
    assertEquals(0.238462, at(figure.curves().get(2), 0.35), 1e-6);
  }

  private static double at(Curve curve, double x) {
    return curve.points().stream()
        .filter(point -> Math.abs(point.x() - x) < 1e-9)
        .findFirst()
        .orElseThrow()
        .y();
  }

  @Test
  void aScoreHasNoCalibrationAndTheNoteSaysSo() {
    var score = new NamedScores("score", TEN, false);

    Figure figure = ModelFigures.calibration(List.of(score));

    assertEquals(1, figure.curves().size(), "only the line of orientation");
    assertTrue(figure.note().contains("score: a score, not a probability"), figure.note());
    assertTrue(ModelFigures.decisionCurve(List.of(score)).note().contains("no probability"));
  }

  /**
   * Lower half: 0.1, 0.2, 0.3, 0.4, 0.45, one event; upper half: 0.5, 0.55, 0.7, 0.8, 0.9, three.
   */
  @Test
  void calibrationGroupsAreOfEqualSize() {
    Figure figure = ModelFigures.calibration(List.of(MODEL));

    List<Point> points = figure.curves().get(1).points();
    assertEquals(2, points.size());
    assertEquals(0.29, points.get(0).x(), 1e-12);
    assertEquals(0.2, points.get(0).y(), 1e-12);
    assertEquals(0.69, points.get(1).x(), 1e-12);
    assertEquals(0.6, points.get(1).y(), 1e-12);
  }

  /** Freireich 1963, log-rank chi-square 16.79: p < 0.001 (clinical-numbers 6.3). */
  @Test
  void survivalEndsAtTheLastVisit() {
    var treated =
        new SurvivalSample(
            new double[] {
              6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35
            },
            events(21, 9));
    var placebo =
        new SurvivalSample(
            new double[] {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23},
            events(21, 21));

    Figure figure =
        ModelFigures.kaplanMeier(
            "relapse",
            List.of(new SurvivalGroup("6-MP", treated), new SurvivalGroup("placebo", placebo)));

    List<Point> points = figure.curves().get(0).points();
    assertEquals(0.8571, points.get(1).y(), 5e-5);
    assertEquals(0.4482, points.get(points.size() - 1).y(), 5e-5);
    assertEquals(35, points.get(points.size() - 1).x(), 0);
    assertEquals("Log-rank p < 0.001.", figure.note());
    assertEquals(35, figure.x().upper(), 0);
  }

  private static boolean[] events(int size, int count) {
    boolean[] event = new boolean[size];
    for (int i = 0; i < count; i++) {
      event[i] = true;
    }
    return event;
  }

  @Test
  void samplesThatDefineNothingLeaveNoCurve() {
    var same = new ScoredOutcomes(new double[] {0.2, 0.4}, new boolean[] {true, true});
    Figure figure =
        ModelFigures.receiverOperatingCharacteristic(List.of(new NamedScores("same", same, true)));

    assertEquals(1, figure.curves().size());
    assertTrue(figure.note().contains("same outcome"), figure.note());
    assertThrows(IllegalArgumentException.class, () -> new Point(Double.NaN, 0));
  }

  @Test
  void theSvgIsWellFormedAndHoldsTheNames() throws Exception {
    String svg = SvgFigure.of(ModelFigures.receiverOperatingCharacteristic(List.of(MODEL)));

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertEquals("svg", document.getDocumentElement().getTagName());
    assertTrue(document.getDocumentElement().getTextContent().contains("A & B"));
    assertFalse(svg.contains("NaN"));
  }
}
