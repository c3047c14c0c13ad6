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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.risk.Interval;
import org.recourse.risk.RiskCourse;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskInputValue;
import org.recourse.risk.RiskModel;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskParameter;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskUnit;
import org.recourse.risk.RiskValue;

/**
 * Dose factor for lethal nasopharyngeal necrosis after re-irradiation: whether the accumulated
 * prescribed dose to the GTV, the plain sum of physical doses, reaches a threshold. Stateless and
 * thread-safe.
 *
 * <p>Source: Yu et al. 2016, doi:10.1186/s40880-016-0124-0, 145.5 Gy; Gao 2025 quotes the same
 * model with 141.5 Gy, so the threshold is a parameter and both are reported. It is one of four
 * factors of a score and no probability.
 *
 * <p>Worked example: 70 Gy and 60 Gy make 130 Gy, below both; 76 Gy and 68 Gy make 144 Gy, where
 * the two sources disagree.
 */
public final class AccumulatedGtvDose implements RiskModel {

  static final String ID = "org.recourse.risk.lethalNecrosis.accumulatedGtvDose";
  static final String THRESHOLD = "thresholdGy";

  private static final double YU_THRESHOLD_GY = 145.5;
  private static final double GAO_THRESHOLD_GY = 141.5;

  private static final RiskModelDescription DESCRIPTION =
      new RiskModelDescription(
          ID,
          "1.0.0",
          "Lethal necrosis: accumulated GTV dose",
          "lethal nasopharyngeal necrosis after re-irradiation",
          true,
          false,
          "patients: 228 with locally recurrent nasopharyngeal carcinoma (Yu 2016)",
          "sum of the prescribed physical doses to the GTV >= threshold",
          List.of(
              "One of four factors of a published score; the others are listed, not evaluated, so"
                  + " there is no probability.",
              "Made from patients with recurrent nasopharyngeal carcinoma; the diagnosis is not"
                  + " checked.",
              "Every course is counted as given to the same site."),
          List.of(
              new RiskParameter(
                  THRESHOLD,
                  "Threshold of the accumulated dose",
                  RiskUnit.GY,
                  new Interval(100, 200),
                  YU_THRESHOLD_GY,
                  Optional.empty(),
                  Sources.YU_2016,
                  List.of(new RiskParameter.Alternative(GAO_THRESHOLD_GY, Sources.GAO_2025)))),
          List.of(Sources.YU_2016, Sources.GAO_2025));

  @Override
  public RiskModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public RiskResult assess(RiskInput input, IProgressMonitor monitor) {
    double thresholdGy = input.parameters().value(DESCRIPTION, THRESHOLD);
    var ledger = new Ledger(input);
    var lacks = new ArrayList<>(ledger.lacks());
    input.courses().stream()
        .filter(course -> course.prescribedDoseGy().isEmpty())
        .forEach(
            course ->
                lacks.add(
                    "The prescribed dose of "
                        + course.label()
                        + " is not known. Enter it in Courses."));
    return lacks.isEmpty()
        ? assessed(input, ledger, thresholdGy)
        : new RiskResult.NotApplicable(lacks, List.of(), List.of());
  }

  private static RiskResult assessed(RiskInput input, Ledger ledger, double thresholdGy) {
    var inputs = new ArrayList<RiskInputValue>();
    var findings = new ArrayList<>(ledger.findings());
    double sumGy = 0;
    for (RiskCourse course : input.courses()) {
      double doseGy = course.prescribedDoseGy().orElseThrow();
      sumGy += doseGy;
      inputs.add(
          new RiskInputValue(
              "Prescribed dose, " + course.label(),
              doseGy,
              RiskUnit.GY,
              course.prescribedTo().isEmpty()
                  ? "prescription, target not recorded"
                  : "prescription to " + course.prescribedTo()));
      targetFinding(course).ifPresent(findings::add);
    }
    inputs.add(
        new RiskInputValue(
            "Accumulated prescribed dose", sumGy, RiskUnit.GY, "sum of the courses"));
    thresholdFindings(sumGy, thresholdGy).forEach(findings::add);
    boolean reached = sumGy >= thresholdGy;
    String category =
        text("accumulated dose %s %.1f Gy", reached ? "at or above" : "below", thresholdGy);
    return new RiskResult.Assessed(
        new RiskValue.Category(category, reached, RiskValue.Bound.VALUE),
        List.of(),
        inputs,
        reasons(input, sumGy),
        findings);
  }

  private static Optional<Finding> targetFinding(RiskCourse course) {
    String target = course.prescribedTo();
    if (target.toUpperCase(Locale.ROOT).contains("GTV")) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.info(
            target.isEmpty()
                ? "The target of "
                    + course.label()
                    + " is not recorded; its prescription is taken as"
                    + " the dose to the GTV."
                : course.label()
                    + " is prescribed to "
                    + target
                    + "; this is taken as the dose to"
                    + " the GTV.",
            course.label()));
  }

  private static List<Finding> thresholdFindings(double sumGy, double thresholdGy) {
    var findings = new ArrayList<Finding>();
    if (sumGy >= GAO_THRESHOLD_GY && sumGy < YU_THRESHOLD_GY) {
      findings.add(
          Finding.warning(
              text(
                  "%.1f Gy lies between the thresholds of the two sources, %.1f Gy (Gao 2025) and"
                      + " %.1f Gy (Yu 2016): they disagree about this patient.",
                  sumGy, GAO_THRESHOLD_GY, YU_THRESHOLD_GY),
              "Courses"));
    }
    if (thresholdGy != YU_THRESHOLD_GY && thresholdGy != GAO_THRESHOLD_GY) {
      findings.add(
          Finding.warning(
              text("The threshold was set to %.1f Gy, which no source names.", thresholdGy),
              THRESHOLD));
    }
    return findings;
  }

  private static List<String> reasons(RiskInput input, double sumGy) {
    String sex =
        switch (input.patient().sex()) {
          case FEMALE -> "recorded as female";
          case MALE -> "recorded as male";
          case OTHER -> "recorded as other";
          case UNKNOWN -> "not recorded";
        };
    return List.of(
        text(
            "%.1f Gy: %s the threshold of 145.5 Gy (Yu 2016), %s that of 141.5 Gy (as quoted by Gao"
                + " 2025).",
            sumGy, side(sumGy, YU_THRESHOLD_GY), side(sumGy, GAO_THRESHOLD_GY)),
        "Not evaluated: female sex (P = 0.008); the sex is " + sex + ".",
        "Not evaluated: necrosis before re-irradiation (P = 0.008).",
        "Not evaluated: recurrent tumour volume >= 25.38 cm³ (P = 0.009).");
  }

  private static String side(double sumGy, double thresholdGy) {
    return sumGy >= thresholdGy ? "at or above" : "below";
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
