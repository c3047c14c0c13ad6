/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.explanation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.risk.Evidence;
import org.recourse.risk.Literature;
import org.recourse.risk.PartialInputModel;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskPatient;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;

/**
 * A closed formula of clinical facts and dose: score = 0.3 + 0.004 (age - 60) + 0.05 male + 0.002
 * (D - 50) + k male (D - 50), with the largest planned dose D. What is not known is that of the
 * typical patient: 60 years, no man, 50 Gy.
 *
 * @param id of the model
 * @param interaction the factor k, per Gy; 0 makes the formula additive
 */
record ClinicalScore(String id, double interaction) implements PartialInputModel {

  static final double PER_YEAR = 0.004;
  static final double MALE = 0.05;
  static final double PER_GY = 0.002;
  static final double TYPICAL_YEARS = 60;
  static final double TYPICAL_GY = 50;

  @Override
  public RiskModelDescription description() {
    return new RiskModelDescription(
        id,
        "1",
        "Clinical score",
        "made-up outcome",
        true,
        false,
        "made up",
        "sum of terms",
        List.of(),
        List.of(),
        List.of(new Literature("made up", "", Evidence.ASSUMED)));
  }

  @Override
  public RiskResult assess(RiskInput input, IProgressMonitor monitor) {
    double score = scoreKnowing(input, Set.copyOf(inputGroups()), monitor).orElseThrow();
    return new RiskResult.Assessed(
        new RiskValue.Score(score, RiskValue.Bound.VALUE),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        true,
        List.of());
  }

  @Override
  public List<String> inputGroups() {
    return List.of("age", "sex", "dose");
  }

  @Override
  public List<String> clinicalGroups() {
    return List.of("age", "sex");
  }

  @Override
  public OptionalDouble scoreKnowing(RiskInput input, Set<String> known, IProgressMonitor monitor) {
    double years = known.contains("age") ? input.patient().ageYears().orElseThrow() : TYPICAL_YEARS;
    boolean man = input.patient().sex() == RiskPatient.Sex.MALE;
    double male = known.contains("sex") && man ? 1 : 0;
    double gy =
        known.contains("dose")
            ? input.voxels().orElseThrow().plannedDose().orElseThrow().maximumGy()
            : TYPICAL_GY;
    return OptionalDouble.of(
        0.3
            + PER_YEAR * (years - TYPICAL_YEARS)
            + MALE * male
            + PER_GY * (gy - TYPICAL_GY)
            + interaction * male * (gy - TYPICAL_GY));
  }
}
