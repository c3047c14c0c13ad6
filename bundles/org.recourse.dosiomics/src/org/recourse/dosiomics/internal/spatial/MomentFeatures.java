/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics.internal.spatial;

import java.util.List;
import org.recourse.dosiomics.DoseFeature;
import org.recourse.radiomics.feature.FeatureValue.Reason;
import org.recourse.radiomics.feature.FeatureVector;

/**
 * Where the dose lies: moments of the places of the voxels with the dose as weight, w = D/ΣD, about
 * the centroid of the region. Spread, correlation and skewness follow the idea of Gabryś 2018, doi
 * 10.3389/fonc.2018.00035; axes and their ratios are those of the radiomic shape with the dose as
 * weight.
 *
 * <p>Degenerate cases: without dose (ΣD ≤ 0, or a dose below 0) nothing is defined; without spread
 * along an axis no correlation, skewness or ratio.
 *
 * <p>Worked example, checked by {@code SpatialFeaturesTest}: two voxels 4 mm apart from right to
 * left with 10 and 30 Gy: the centroid of the dose lies (−2·10 + 2·30)/40 = 1 mm to the left of
 * that of the region, the spread is √(4 − 1) = √3 mm.
 */
final class MomentFeatures implements SpatialFamily {

  private static final String GABRYS = "after Gabryś 2018, doi 10.3389/fonc.2018.00035";
  private static final String NO_DOSE = "no dose, or a dose below 0 Gy";
  private static final String NO_SPREAD = NO_DOSE + ", or no spread along an axis";

  private static final List<String> NAMES =
      List.of(
          "CentroidOffsetMm",
          "CentroidOffsetLeftMm",
          "CentroidOffsetPosteriorMm",
          "CentroidOffsetSuperiorMm",
          "SpreadLeftRightMm",
          "SpreadPosteriorAnteriorMm",
          "SpreadSuperiorInferiorMm",
          "CorrelationLeftPosterior",
          "CorrelationLeftSuperior",
          "CorrelationPosteriorSuperior",
          "SkewnessLeft",
          "SkewnessPosterior",
          "SkewnessSuperior",
          "MajorAxisLengthMm",
          "MinorAxisLengthMm",
          "LeastAxisLengthMm",
          "Elongation",
          "Flatness",
          "MainAxisAngleRad");

  @Override
  public List<DoseFeature> definitions() {
    return List.of(
        of(0, "Dose centroid offset", "mm", "|Σ w·r|, r from the centroid of the region", NO_DOSE),
        of(1, "Dose centroid offset to the left", "mm", "Σ w·x", NO_DOSE),
        of(2, "Dose centroid offset to the back", "mm", "Σ w·y", NO_DOSE),
        of(3, "Dose centroid offset to the head", "mm", "Σ w·z", NO_DOSE),
        of(4, "Spread of the dose, left to right", "mm", "√(Σ w·(x − x̄)²)", NO_DOSE),
        of(5, "Spread of the dose, back to front", "mm", "√(Σ w·(y − ȳ)²)", NO_DOSE),
        of(6, "Spread of the dose along the body", "mm", "√(Σ w·(z − z̄)²)", NO_DOSE),
        of(
            7,
            "Correlation of the dose, left and back",
            "",
            "Σ w·(x − x̄)(y − ȳ)/(σx·σy)",
            NO_SPREAD),
        of(
            8,
            "Correlation of the dose, left and head",
            "",
            "Σ w·(x − x̄)(z − z̄)/(σx·σz)",
            NO_SPREAD),
        of(
            9,
            "Correlation of the dose, back and head",
            "",
            "Σ w·(y − ȳ)(z − z̄)/(σy·σz)",
            NO_SPREAD),
        of(10, "Skewness of the dose to the left", "", "Σ w·(x − x̄)³/σx³", NO_SPREAD),
        of(11, "Skewness of the dose to the back", "", "Σ w·(y − ȳ)³/σy³", NO_SPREAD),
        of(12, "Skewness of the dose to the head", "", "Σ w·(z − z̄)³/σz³", NO_SPREAD),
        of(
            13,
            "Major axis of the dose",
            "mm",
            "4·√λ1 of the covariance Σ w·(r − r̄)(r − r̄)ᵀ",
            NO_DOSE),
        of(14, "Minor axis of the dose", "mm", "4·√λ2 of that covariance", NO_DOSE),
        of(15, "Least axis of the dose", "mm", "4·√λ3 of that covariance", NO_DOSE),
        of(16, "Elongation of the dose", "", "√(λ2/λ1)", NO_SPREAD),
        of(17, "Flatness of the dose", "", "√(λ3/λ1)", NO_SPREAD),
        of(
            18,
            "Angle between the main axes of dose and region",
            "rad",
            "angle between the axes of the largest λ with and without the dose as weight, 0 to π/2",
            NO_DOSE + ", or no single longest axis"));
  }

  private static DoseFeature of(
      int k, String title, String unit, String formula, String undefined) {
    boolean published = k >= 4 && k <= 12;
    return SpatialFamily.feature(
        NAMES.get(k), title, unit, formula, undefined, published ? GABRYS : DoseFeature.OWN);
  }

  @Override
  public void addTo(FeatureVector.Builder vector, SpatialDose dose) {
    SpatialRegion region = dose.region();
    int count = region.voxelCount();
    double total = 0;
    double least = 0;
    for (int i = 0; i < count; i++) {
      total += dose.insideGy(i);
      least = Math.min(least, dose.insideGy(i));
    }
    if (!(total > 0) || least < 0) {
      NAMES.forEach(
          name -> vector.undefined(SpatialFeatures.PREFIX + name, Reason.DIVISION_BY_ZERO));
      return;
    }
    double[] weight = new double[count];
    double[] even = new double[count];
    for (int i = 0; i < count; i++) {
      weight[i] = dose.insideGy(i) / total;
      even[i] = 1.0 / count;
    }
    put(vector, new Moments(region, weight), new Moments(region, even));
  }

  private static void put(FeatureVector.Builder vector, Moments dose, Moments region) {
    SymmetricAxes axes = dose.axes();
    SymmetricAxes shape = region.axes();
    double[] values = {
      Math.sqrt(dose.x * dose.x + dose.y * dose.y + dose.z * dose.z),
      dose.x,
      dose.y,
      dose.z,
      Math.sqrt(dose.xx),
      Math.sqrt(dose.yy),
      Math.sqrt(dose.zz),
      dose.xy / Math.sqrt(dose.xx * dose.yy),
      dose.xz / Math.sqrt(dose.xx * dose.zz),
      dose.yz / Math.sqrt(dose.yy * dose.zz),
      dose.xxx / Math.pow(dose.xx, 1.5),
      dose.yyy / Math.pow(dose.yy, 1.5),
      dose.zzz / Math.pow(dose.zz, 1.5),
      axisLengthMm(axes, 0),
      axisLengthMm(axes, 1),
      axisLengthMm(axes, 2),
      axisLengthMm(axes, 1) / axisLengthMm(axes, 0),
      axisLengthMm(axes, 2) / axisLengthMm(axes, 0),
      axes.hasMainAxis() && shape.hasMainAxis() ? axes.angleRad(shape) : Double.NaN
    };
    for (int k = 0; k < values.length; k++) {
      vector.put(
          SpatialFeatures.PREFIX + NAMES.get(k),
          values[k],
          k == 18 ? Reason.TOO_FEW_DIMENSIONS : Reason.DIVISION_BY_ZERO);
    }
  }

  /** A rounding error may leave a value just below 0. */
  private static double axisLengthMm(SymmetricAxes axes, int rank) {
    return 4 * Math.sqrt(Math.max(0, axes.value(rank)));
  }

  /** Mean, covariance and third moments of places with weights of sum 1. */
  private static final class Moments {

    private double x;
    private double y;
    private double z;
    private double xx;
    private double yy;
    private double zz;
    private double xy;
    private double xz;
    private double yz;
    private double xxx;
    private double yyy;
    private double zzz;

    Moments(SpatialRegion region, double[] weight) {
      for (int i = 0; i < weight.length; i++) {
        x += weight[i] * region.leftMm(i);
        y += weight[i] * region.posteriorMm(i);
        z += weight[i] * region.superiorMm(i);
      }
      for (int i = 0; i < weight.length; i++) {
        double dx = region.leftMm(i) - x;
        double dy = region.posteriorMm(i) - y;
        double dz = region.superiorMm(i) - z;
        double w = weight[i];
        xx += w * dx * dx;
        yy += w * dy * dy;
        zz += w * dz * dz;
        xy += w * dx * dy;
        xz += w * dx * dz;
        yz += w * dy * dz;
        xxx += w * dx * dx * dx;
        yyy += w * dy * dy * dy;
        zzz += w * dz * dz * dz;
      }
    }

    SymmetricAxes axes() {
      return new SymmetricAxes(xx, yy, zz, xy, xz, yz);
    }
  }
}
