/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.model.DoseConditions;
import org.recourse.inference.model.DoseQuantity;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.ModelDescription;

/**
 * Compares a case with the data a model was trained on: distance in feature space, dose range,
 * voxel size and fractionation. Immutable.
 *
 * <p>The distance is d = sqrt(Σ ((xᵢ − mᵢ) / sᵢ)² / n) over the n features with training mean m and
 * standard deviation s. A model without features has d = 0. Worked example: two features, one at
 * its mean and one two standard deviations away, give d = sqrt(4 / 2) = 1.414.
 */
public final class DomainCheck {

  /** Voxel sizes are stored rounded; a difference below 1 % changes no dose volume that matters. */
  private static final double VOXEL_TOLERANCE_FRACTION = 0.01;

  private final ModelDescription model;

  public DomainCheck(ModelDescription model) {
    this.model = model;
  }

  /**
   * Returns where a case lies.
   *
   * @param features unscaled values in the order of the feature list
   * @param course the dose
   * @throws IllegalArgumentException if the features are not as many as the model has, or not
   *     finite, or the dose is of another quantity than the model takes
   */
  public DomainVerdict verdict(double[] features, CourseFacts course) {
    requireQuantity(course.quantity());
    double distance = distance(features);
    var findings = new ArrayList<Finding>();
    if (distance > model.domain().largestFeatureDistance()) {
      findings.add(
          outside(
              String.format(
                  Locale.ROOT,
                  "the features are %.2f standard deviations away, at most %.2f in training",
                  distance,
                  model.domain().largestFeatureDistance())));
    }
    addDoseFindings(course, findings);
    return findings.isEmpty()
        ? new DomainVerdict.Inside(distance)
        : new DomainVerdict.Outside(distance, findings);
  }

  private void addDoseFindings(CourseFacts course, List<Finding> findings) {
    DoseConditions dose = model.dose();
    if (!model.domain().maximumDoseGy().contains(course.maximumDoseGy())) {
      findings.add(
          outside(
              String.format(
                  Locale.ROOT,
                  "the maximum dose is %.2f Gy, in training %s Gy",
                  course.maximumDoseGy(),
                  model.domain().maximumDoseGy())));
    }
    if (!dose.fractionCount().contains(course.fractionCount())) {
      findings.add(
          outside(
              String.format(
                  Locale.ROOT,
                  "the course has %d fractions, in training %s",
                  course.fractionCount(),
                  dose.fractionCount())));
    }
    if (!dose.dosePerFractionGy().contains(course.dosePerFractionGy())) {
      findings.add(
          outside(
              String.format(
                  Locale.ROOT,
                  "the dose per fraction is %.2f Gy, in training %s Gy",
                  course.dosePerFractionGy(),
                  dose.dosePerFractionGy())));
    }
    if (differ(course.voxelSizeXMm(), dose.voxelSizeXMm())
        || differ(course.voxelSizeYMm(), dose.voxelSizeYMm())
        || differ(course.voxelSizeZMm(), dose.voxelSizeZMm())) {
      findings.add(outside("the voxel size differs from that of the training volumes"));
    }
  }

  private static boolean differ(double sizeMm, double trainedMm) {
    return Math.abs(sizeMm - trainedMm) > VOXEL_TOLERANCE_FRACTION * trainedMm;
  }

  private double distance(double[] features) {
    List<FeatureScaling> scalings = model.features();
    if (features.length != scalings.size()) {
      throw new IllegalArgumentException(
          features.length + " features, the model takes " + scalings.size());
    }
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      double scaled = scalings.get(i).scaled(features[i]);
      if (!Double.isFinite(scaled)) {
        throw new IllegalArgumentException(
            "the feature " + scalings.get(i).name() + " is not finite: " + features[i]);
      }
      sum += scaled * scaled;
    }
    return features.length == 0 ? 0 : Math.sqrt(sum / features.length);
  }

  /** Another quantity is no distance from the domain but a mistake of the caller. */
  private void requireQuantity(DoseQuantity quantity) {
    if (!quantity.equals(model.dose().quantity())) {
      throw new IllegalArgumentException(
          "the model takes " + model.dose().quantity() + ", not " + quantity);
    }
  }

  private Finding outside(String what) {
    return Finding.warning(
        "This case is outside the domain of the model "
            + model.identity().title()
            + ": "
            + what
            + ". Its number is not to be relied on.",
        model.identity().title());
  }
}
