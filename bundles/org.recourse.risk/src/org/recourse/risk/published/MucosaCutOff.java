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
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.risk.Interval;
import org.recourse.risk.RiskCourse;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskModel;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskParameter;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskUnit;
import org.recourse.risk.RiskValue;
import org.recourse.risk.organ.CumulativeOrganDose;
import org.recourse.risk.organ.Organ;
import org.recourse.risk.organ.OrganDose;

/**
 * Cut-off of the mucosal D0.5cc for nasopharyngeal necrosis after a first course. Stateless and
 * thread-safe.
 *
 * <p>Raised if D0.5cc as EQD2 is above 80.20 Gy; sensitivity 62.3 %, specificity 84.2 %. Source:
 * Yang et al. 2025, doi:10.1186/s12885-025-14086-z. All its patients had a first course, so the
 * cut-off says nothing about sums of courses: with a previous course in the ledger there is no
 * answer.
 *
 * <p>Worked example: 80.20 Gy is not above the cut-off, 80.21 Gy is.
 */
public final class MucosaCutOff implements RiskModel {

  static final String ID = "org.recourse.risk.mucosa.cutOffD05cc";
  static final String ALPHA_BETA = "alphaBetaGy";

  private static final double VOLUME_CM3 = 0.5;
  private static final double CUT_OFF_GY = 80.20;
  private static final double DEFAULT_ALPHA_BETA_GY = 3;

  private static final RiskModelDescription DESCRIPTION =
      new RiskModelDescription(
          ID,
          "1.0.0",
          "Mucosal necrosis: D0.5cc cut-off, first course",
          "nasopharyngeal necrosis after a first course",
          true,
          false,
          "patients: 5798 with nasopharyngeal carcinoma, first course of IMRT, 53 with necrosis",
          "D0.5cc of the nasopharyngeal mucosa in Gy EQD2 > cut-off",
          List.of(
              "From first courses only; it does not apply to sums of courses.",
              "The abstract does not state the alpha/beta of its EQD2; it is a parameter here.",
              "Sensitivity 62.3 %, specificity 84.2 % in the source, where 0.9 % of the patients"
                  + " had necrosis: most patients above the cut-off have none.",
              "Not evaluated: age over 55, diabetes, LDH over 170 U/l, tumour volume over 60.5"
                  + " cm³.",
              "Made from patients with nasopharyngeal carcinoma; the diagnosis is not checked."),
          List.of(
              RiskParameter.fixed(
                  "cutOffGy",
                  "Cut-off of D0.5cc",
                  RiskUnit.EQD2_GY,
                  CUT_OFF_GY,
                  Optional.empty(),
                  Sources.YANG_2025),
              new RiskParameter(
                  ALPHA_BETA,
                  "alpha/beta of the mucosa",
                  RiskUnit.GY,
                  new Interval(1, 20),
                  DEFAULT_ALPHA_BETA_GY,
                  Optional.empty(),
                  Sources.ASSUMED_ALPHA_BETA,
                  List.of())),
          List.of(Sources.YANG_2025));

  @Override
  public RiskModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public RiskResult assess(RiskInput input, IProgressMonitor monitor) {
    var tissue = new AlphaBetaRatio(input.parameters().value(DESCRIPTION, ALPHA_BETA));
    var lacks = new ArrayList<String>();
    if (input.courses().stream().allMatch(RiskCourse::previous)) {
      lacks.add(
          "No planned course is recorded. Open a plan, or enter the prescription in Courses.");
    }
    List<String> outsideDomain = previousCourses(input);
    if (!outsideDomain.isEmpty()) {
      return new RiskResult.NotApplicable(lacks, outsideDomain, List.of());
    }
    var dose = new CumulativeOrganDose(VOLUME_CM3, tissue);
    return switch (dose.of(Organ.NASOPHARYNGEAL_MUCOSA, input, monitor)) {
      case OrganDose.Missing(List<String> sentences) -> {
        lacks.addAll(sentences);
        yield new RiskResult.NotApplicable(lacks, List.of(), List.of());
      }
      case OrganDose.Known known ->
          lacks.isEmpty()
              ? assessed(known, input)
              : new RiskResult.NotApplicable(lacks, List.of(), List.of());
    };
  }

  private static List<String> previousCourses(RiskInput input) {
    List<String> labels = input.previousCourses().stream().map(RiskCourse::label).toList();
    return labels.isEmpty()
        ? List.of()
        : List.of(
            "The cut-off comes from first courses and does not apply to sums; the ledger has"
                + " previous courses: "
                + String.join(", ", labels)
                + ".");
  }

  private static RiskResult assessed(OrganDose.Known known, RiskInput input) {
    boolean above = known.doseEqd2Gy() > CUT_OFF_GY;
    var findings = new ArrayList<>(known.findings());
    if (input.synthetic()) {
      findings.add(
          Finding.info(
              "The case was generated by a program; the answer is about no real patient.", ""));
    }
    return new RiskResult.Assessed(
        new RiskValue.Category(
            above ? "above the cut-off of 80.20 Gy" : "not above the cut-off of 80.20 Gy",
            above,
            known.bound()),
        List.of(),
        known.inputs(),
        List.of(
            String.format(
                Locale.ROOT,
                "D0.5cc of %s is %.2f Gy EQD2; the cut-off found in first courses is 80.20 Gy.",
                known.structureName(),
                known.doseEqd2Gy())),
        findings);
  }
}
