/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.inference.model.DoseQuantity;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.PackageFolder;

class PredictionRuleTest {

  /** A logistic function of a logit in double: a few units in the last place. */
  private static final double ROUNDING = 1e-12;

  private static final DomainVerdict INSIDE = new DomainVerdict.Inside(1);

  @TempDir Path folder;

  private ModelDescription model;

  @BeforeEach
  void readModel() throws ModelPackageException {
    model = describe(PackageFolder.description());
  }

  private ModelDescription describe(String json) throws ModelPackageException {
    return new PackageFolder(folder).read(json).description();
  }

  @Test
  void aCalibratedScoreIsAProbability() {
    var shown = new PredictionRule(false, false).prediction(model, 0.5, INSIDE);

    // worked example of Calibration: 0.5 becomes 1 / (1 + 4)
    assertEquals(0.2, assertInstanceOf(Prediction.Probability.class, shown).fraction(), ROUNDING);
  }

  @Test
  void theEndsOfTheScoreStayTheEnds() {
    var calibration = model.calibration().orElseThrow();
    assertEquals(0, calibration.probabilityFraction(0));
    assertEquals(1, calibration.probabilityFraction(1));
    assertThrows(IllegalArgumentException.class, () -> calibration.probabilityFraction(Double.NaN));
  }

  @Test
  void withoutCalibrationOrOutsideTheDomainItIsAScore() throws ModelPackageException {
    var outside = new DomainCheck(model).verdict(new double[] {9, 0}, facts(70, 30));
    assertInstanceOf(
        Prediction.Score.class, new PredictionRule(false, false).prediction(model, 0.5, outside));

    String uncalibrated =
        PackageFolder.description().replaceFirst("\"calibration\": \\{[^}]*\\},", "");
    var score = new PredictionRule(false, false).prediction(describe(uncalibrated), 0.5, INSIDE);
    assertEquals(new Prediction.Score(0.5, ""), score);
  }

  @Test
  void syntheticTrainingSaysNothingAboutRealPatients() throws ModelPackageException {
    var synthetic =
        describe(
            PackageFolder.description().replace("\"synthetic\": false", "\"synthetic\": true"));

    assertInstanceOf(
        Prediction.Withheld.class,
        new PredictionRule(false, false).prediction(synthetic, 0.5, INSIDE));
    var labelled = new Prediction.Score(0.5, PredictionRule.DEMONSTRATION_LABEL);
    assertEquals(labelled, new PredictionRule(true, false).prediction(synthetic, 0.5, INSIDE));
    assertEquals(labelled, new PredictionRule(false, true).prediction(synthetic, 0.5, INSIDE));
    assertEquals(Optional.of(0.2), synthetic.calibration().map(c -> c.incidenceFraction()));
  }

  @Test
  void distanceFollowsTheWorkedExample() {
    var verdict = new DomainCheck(model).verdict(new double[] {1 + 2 * 2, 0}, facts(70, 30));

    assertEquals(Math.sqrt(2), verdict.featureDistance(), ROUNDING);
    assertInstanceOf(DomainVerdict.Inside.class, verdict);
  }

  @Test
  void namesEverythingThatIsUnlikeTheTrainingData() {
    var verdict = new DomainCheck(model).verdict(new double[] {9, 0}, facts(90, 5));

    var outside = assertInstanceOf(DomainVerdict.Outside.class, verdict);
    assertEquals(3, outside.findings().size());
    assertTrue(outside.findings().get(1).text().contains("90.00 Gy"));
  }

  @Test
  void anotherDoseQuantityIsAMistake() {
    var check = new DomainCheck(model);
    var physical = new CourseFacts(new DoseQuantity.Physical(), 1, 1, 2, 70, 30, 2);

    assertThrows(
        IllegalArgumentException.class, () -> check.verdict(new double[] {0, 0}, physical));
  }

  private static CourseFacts facts(double maximumDoseGy, int fractionCount) {
    return new CourseFacts(new DoseQuantity.Eqd2(3), 1, 1, 2, maximumDoseGy, fractionCount, 2);
  }
}
