/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.recourse.grid.finding.Finding;
import org.recourse.registration.transform.InverseCheck;

/**
 * What quality assurance found about one transform; values only, for screen and paper.
 *
 * @param transformId which transform
 * @param jacobian volume factors
 * @param volume how much tissue of the body shrinks or swells
 * @param inverse how well the inverse undoes it
 * @param reverse how far searches in both directions disagree; empty for rigid transforms
 * @param landmarks error at landmarks, if any were marked
 * @param contours overlap by structure name
 * @param alignment what the images say, if they were at hand
 * @param verdict of all measures the worst
 * @param findings one sentence for each measure beyond its limit
 */
public record QualityReport(
    String transformId,
    JacobianMap jacobian,
    VolumeChange volume,
    InverseCheck inverse,
    Optional<ReverseConsistency> reverse,
    Optional<LandmarkError> landmarks,
    Map<String, ContourOverlap> contours,
    Optional<AlignmentProbe> alignment,
    Check verdict,
    List<Finding> findings) {

  public QualityReport {
    contours = Map.copyOf(contours);
    findings = List.copyOf(findings);
  }

  /**
   * Returns this report with what a person marked or drew, judged anew.
   *
   * @param marked error at landmarks, if any were marked
   * @param drawn overlap by structure name; empty if no structure is drawn in both images
   */
  public QualityReport with(
      Optional<LandmarkError> marked, Map<String, ContourOverlap> drawn, QualityThresholds limits) {
    return judge(
        transformId,
        new Shape(jacobian, volume, inverse, reverse),
        marked,
        drawn,
        alignment,
        limits);
  }

  /**
   * What is known of the map itself.
   *
   * @param volume in the body
   * @param reverse empty where only one direction was searched
   */
  public record Shape(
      JacobianMap jacobian,
      VolumeChange volume,
      InverseCheck inverse,
      Optional<ReverseConsistency> reverse) {}

  /** Judges measures of a rigid transform or of one that was searched in one direction. */
  public static QualityReport judge(
      String transformId,
      JacobianMap jacobian,
      InverseCheck inverse,
      Optional<LandmarkError> landmarks,
      Map<String, ContourOverlap> contours,
      Optional<AlignmentProbe> alignment,
      QualityThresholds limits) {
    var shape = new Shape(jacobian, VolumeChange.NONE, inverse, Optional.empty());
    return judge(transformId, shape, landmarks, contours, alignment, limits);
  }

  /** Judges measures; a transform about which only its shape is known needs review. */
  public static QualityReport judge(
      String transformId,
      Shape shape,
      Optional<LandmarkError> landmarks,
      Map<String, ContourOverlap> contours,
      Optional<AlignmentProbe> alignment,
      QualityThresholds limits) {
    var judge = new Judge(transformId);
    judge.volumes(shape, limits);
    shape
        .reverse()
        .ifPresent(
            reverse ->
                judge.above(
                    "The disagreement of searches in both directions (95th percentile of the body)",
                    reverse.percentile95Mm(),
                    limits.reverseMm()));
    InverseCheck inverse = shape.inverse();
    judge.above("Mean inverse error", inverse.meanMm(), limits.inverseMm());
    landmarks.ifPresent(
        error ->
            judge.above(
                "Mean landmark error (largest at " + error.worst() + ")",
                error.meanMm(),
                limits.landmarkMm()));
    judge.contours(contours, limits);
    alignment.ifPresent(
        probe ->
            judge.above(
                "Correction asked for by a second registration",
                probe.correctionMm(),
                limits.correctionMm()));
    if (landmarks.isEmpty() && contours.isEmpty() && alignment.isEmpty()) {
      judge.review("Only the shape of the transform was checked, not where it puts anatomy.");
    }
    return new QualityReport(
        transformId,
        shape.jacobian(),
        shape.volume(),
        inverse,
        shape.reverse(),
        landmarks,
        contours,
        alignment,
        judge.verdict,
        judge.findings);
  }

  private static String shown(double value) {
    return Double.toString(Math.round(value * 100) / 100.0);
  }

  /** Collects sentences and the worst verdict; lives for one call. */
  private static final class Judge {

    private final String transformId;
    private final List<Finding> findings = new ArrayList<>();
    private Check verdict = Check.PASSED;

    Judge(String transformId) {
      this.transformId = transformId;
    }

    void above(String what, double mm, double limitMm) {
      String text = what + " is " + shown(mm) + " mm, limit " + shown(limitMm) + " mm (TG-132).";
      if (!(mm <= 2 * limitMm)) { // NaN fails
        fail(text);
      } else if (mm > limitMm) {
        review(text);
      }
    }

    void volumes(Shape shape, QualityThresholds limits) {
      double least = shape.jacobian().least();
      if (least <= 0) {
        fail("The transform folds: least volume factor " + shown(least) + ".");
      } else if (least < limits.leastJacobian()) {
        review("Tissue shrinks to a factor of " + shown(least) + ".");
      }
      double unlikely = shape.volume().unlikelyFraction();
      if (!(unlikely <= limits.unlikelyFraction())) { // NaN fails
        String text =
            shown(100 * unlikely)
                + " % of the body change volume beyond a factor of "
                + shown(limits.leastVolumeFactor())
                + " to "
                + shown(limits.mostVolumeFactor())
                + ", limit "
                + shown(100 * limits.unlikelyFraction())
                + " %: the deformation is likely invented where nothing guides it. Keep to the"
                + " rigid registration unless anatomy changed that much.";
        if (unlikely > 5 * limits.unlikelyFraction()) {
          fail(text);
        } else {
          review(text);
        }
      }
    }

    void contours(Map<String, ContourOverlap> contours, QualityThresholds limits) {
      new TreeMap<>(contours)
          .forEach(
              (name, overlap) -> {
                above(
                    "Mean contour distance of " + name,
                    overlap.meanDistanceMm(),
                    limits.contourMm());
                if (overlap.dice() < limits.leastDice()) {
                  review(
                      "Dice of "
                          + name
                          + " is "
                          + shown(overlap.dice())
                          + ", limit "
                          + shown(limits.leastDice())
                          + " (TG-132).");
                }
              });
    }

    void review(String text) {
      findings.add(Finding.warning(text, transformId));
      verdict = verdict == Check.FAILED ? verdict : Check.NEEDS_REVIEW;
    }

    void fail(String text) {
      findings.add(Finding.error(text, transformId));
      verdict = Check.FAILED;
    }
  }
}
