/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.recourse.cohort.figure.Curve.Point;
import org.recourse.cohort.figure.Curve.Style;
import org.recourse.learning.performance.Calibration;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.performance.DecisionCurve;
import org.recourse.learning.performance.RocCurve;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.survival.KaplanMeier;
import org.recourse.learning.survival.LogRank;
import org.recourse.learning.survival.SurvivalSample;

/** Makes the figures. What a sample does not define is left out and named in the note. */
public final class ModelFigures {

  private static final double LEVEL = 0.95;
  private static final int THRESHOLDS = 99;
  private static final int MOST_GROUPS = 10;
  private static final int LEAST_PATIENTS_PER_GROUP = 5;

  private ModelFigures() {}

  /** Sensitivity against 1 − specificity, one curve a model, its area in the name. */
  public static Figure receiverOperatingCharacteristic(List<NamedScores> models) {
    List<Curve> curves = new ArrayList<>(List.of(reference(0, 0, 1, 1)));
    List<String> leftOut = new ArrayList<>();
    for (NamedScores model : models) {
      if (!model.scores().hasBothOutcomes()) {
        leftOut.add(model.name() + ": all patients have the same outcome");
        continue;
      }
      List<Point> points = new ArrayList<>();
      for (RocCurve.Point point : RocCurve.of(model.scores()).points()) {
        points.add(new Point(1 - point.specificity(), point.sensitivity()));
      }
      points.sort(
          (a, b) -> {
            int byX = Double.compare(a.x(), b.x());
            return byX == 0 ? Double.compare(a.y(), b.y()) : byX;
          });
      String area = text(DeLong.areaUnderCurve(model.scores(), LEVEL));
      curves.add(new Curve(model.name() + "  " + area, Style.LINE, points));
    }
    return new Figure(
        "Receiver operating characteristic",
        new Figure.Axis("1 − specificity", 0, 1),
        new Figure.Axis("Sensitivity", 0, 1),
        curves,
        note("Area under the curve with its 95 % interval after DeLong.", leftOut));
  }

  /** Observed against predicted in groups of equal size, for models that give probabilities. */
  public static Figure calibration(List<NamedScores> models) {
    List<Curve> curves = new ArrayList<>(List.of(reference(0, 0, 1, 1)));
    List<String> leftOut = new ArrayList<>();
    for (NamedScores model : models) {
      int groups = Math.min(MOST_GROUPS, model.scores().size() / LEAST_PATIENTS_PER_GROUP);
      if (!model.probabilities()) {
        leftOut.add(model.name() + ": a score, not a probability");
      } else if (groups < 2) {
        leftOut.add(model.name() + ": fewer than 10 patients");
      } else {
        List<Point> points = new ArrayList<>();
        for (Calibration.Group group : Calibration.groups(model.scores(), groups)) {
          points.add(new Point(group.predictedMean(), group.observedFraction()));
        }
        String slope = text(Calibration.slope(model.scores()));
        curves.add(new Curve(model.name() + "  slope " + slope, Style.LINE, points));
      }
    }
    return new Figure(
        "Calibration",
        new Figure.Axis("Predicted probability", 0, 1),
        new Figure.Axis("Observed fraction", 0, 1),
        curves,
        note("Groups of equal size in order of the prediction.", leftOut));
  }

  /** Net benefit of acting at a threshold, beside acting on everybody and on nobody. */
  public static Figure decisionCurve(List<NamedScores> models) {
    List<Curve> curves = new ArrayList<>(List.of(reference(0, 0, 1, 0)));
    List<String> leftOut = new ArrayList<>();
    double incidence = 0;
    for (NamedScores model : models) {
      if (!model.probabilities() || model.scores().size() == 0) {
        leftOut.add(model.name() + ": gives no probability");
        continue;
      }
      List<Point> points = new ArrayList<>();
      for (int i = 1; i <= THRESHOLDS; i++) {
        double threshold = i / (THRESHOLDS + 1.0);
        points.add(new Point(threshold, DecisionCurve.netBenefit(model.scores(), threshold)));
      }
      if (curves.size() == 1) {
        curves.add(0, actingOnAll(model));
      }
      incidence = Math.max(incidence, model.scores().eventCount() / (double) model.scores().size());
      curves.add(new Curve(model.name(), Style.LINE, points));
    }
    double top = Math.max(0.05, incidence * 1.1);
    return new Figure(
        "Decision curve",
        new Figure.Axis("Threshold probability", 0, 1),
        new Figure.Axis("Net benefit (per patient)", -top / 4, top),
        curves,
        note("Grey: acting on all, acting on none. Curves below the frame are cut.", leftOut));
  }

  private static Curve actingOnAll(NamedScores model) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= THRESHOLDS; i++) {
      double threshold = i / (THRESHOLDS + 1.0);
      points.add(new Point(threshold, DecisionCurve.netBenefitOfAll(model.scores(), threshold)));
    }
    return new Curve("", Style.REFERENCE, points);
  }

  /** Freedom from the event over time, a step curve a group, with the log-rank p-value. */
  public static Figure kaplanMeier(String outcome, List<SurvivalGroup> groups) {
    List<Curve> curves = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    List<SurvivalGroup> drawn = new ArrayList<>();
    double last = 1;
    for (SurvivalGroup group : groups) {
      if (group.followUp().size() == 0) {
        leftOut.add(group.name() + ": no patient");
        continue;
      }
      drawn.add(group);
      double end = 0;
      for (int i = 0; i < group.followUp().size(); i++) {
        end = Math.max(end, group.followUp().time(i));
      }
      last = Math.max(last, end);
      List<Point> points = new ArrayList<>(List.of(new Point(0, 1)));
      double survival = 1;
      for (KaplanMeier.Step step : KaplanMeier.of(group.followUp()).steps()) {
        points.add(new Point(step.time(), step.survival()));
        survival = step.survival();
      }
      points.add(new Point(end, survival));
      String name = group.name() + "  n = " + group.followUp().size();
      curves.add(new Curve(name, Style.STEP, points));
    }
    return new Figure(
        "Freedom from " + outcome,
        new Figure.Axis("Time (months)", 0, last),
        new Figure.Axis("Kaplan–Meier estimate", 0, 1),
        curves,
        note(logRank(drawn), leftOut));
  }

  private static String logRank(List<SurvivalGroup> groups) {
    if (groups.size() < 2) {
      return "One group: nothing to compare.";
    }
    int size = groups.stream().mapToInt(group -> group.followUp().size()).sum();
    double[] time = new double[size];
    boolean[] event = new boolean[size];
    int[] number = new int[size];
    int at = 0;
    for (int g = 0; g < groups.size(); g++) {
      SurvivalSample sample = groups.get(g).followUp();
      for (int i = 0; i < sample.size(); i++, at++) {
        time[at] = sample.time(i);
        event[at] = sample.event(i);
        number[at] = g;
      }
    }
    try {
      double p = LogRank.of(new SurvivalSample(time, event), number, groups.size()).pValue();
      return p < 0.001
          ? "Log-rank p < 0.001."
          : String.format(Locale.ROOT, "Log-rank p = %.3f.", p);
    } catch (IllegalArgumentException e) { // no group can be compared with the others
      return "Log-rank is not defined: " + e.getMessage() + ".";
    }
  }

  private static Curve reference(double x1, double y1, double x2, double y2) {
    return new Curve("", Style.REFERENCE, List.of(new Point(x1, y1), new Point(x2, y2)));
  }

  private static String note(String text, List<String> leftOut) {
    return leftOut.isEmpty()
        ? text
        : text + " Left out: " + leftOut.stream().collect(Collectors.joining("; ")) + ".";
  }

  private static String text(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Undefined undefined -> "not defined";
      case Estimate.Defined defined ->
          defined
              .interval()
              .map(
                  interval ->
                      String.format(
                          Locale.ROOT,
                          "%.2f [%.2f–%.2f]",
                          defined.value(),
                          interval.lower(),
                          interval.upper()))
              .orElseGet(() -> String.format(Locale.ROOT, "%.2f", defined.value()));
    };
  }
}
