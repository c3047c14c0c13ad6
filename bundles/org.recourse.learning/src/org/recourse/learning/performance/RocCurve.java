/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.performance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * The ROC curve of a sample with both outcomes. A patient is called positive when the score is at
 * or above the threshold. Immutable.
 */
public final class RocCurve {

  /**
   * @param threshold positive at or above; infinite for the point where nobody is positive
   * @param sensitivity positives among the patients with the event, 0–1
   * @param specificity negatives among the patients without it, 0–1
   */
  public record Point(double threshold, double sensitivity, double specificity) {

    /**
     * Youden's index J = sensitivity + specificity − 1
     * (doi:10.1002/1097-0142(1950)3:1&lt;32::AID-CNCR2820030106&gt;3.0.CO;2-3).
     */
    public double youden() {
      return sensitivity + specificity - 1;
    }
  }

  private final List<Point> points;

  private RocCurve(List<Point> points) {
    this.points = Collections.unmodifiableList(points);
  }

  /**
   * @throws IllegalArgumentException if one of the outcomes is missing
   */
  public static RocCurve of(ScoredOutcomes sample) {
    if (!sample.hasBothOutcomes()) {
      throw new IllegalArgumentException("a ROC curve needs both outcomes");
    }
    var thresholds = new TreeSet<Double>(Comparator.reverseOrder());
    for (int i = 0; i < sample.size(); i++) {
      thresholds.add(sample.score(i));
    }
    var points = new ArrayList<Point>();
    points.add(new Point(Double.POSITIVE_INFINITY, 0, 1));
    for (double threshold : thresholds) {
      points.add(point(sample, threshold));
    }
    return new RocCurve(points);
  }

  private static Point point(ScoredOutcomes sample, double threshold) {
    ConfusionCounts counts = ConfusionCounts.of(sample, threshold);
    return new Point(
        threshold,
        counts.truePositives() / (double) sample.eventCount(),
        counts.trueNegatives() / (double) sample.nonEventCount());
  }

  /** From (0, 1) with falling threshold to (1, 0); one point for each distinct score. */
  public List<Point> points() {
    return points;
  }

  /** The finite threshold with the greatest Youden index; the highest of equals. */
  public Point youdenPoint() {
    Point best = points.get(1);
    for (Point point : points.subList(2, points.size())) {
      if (point.youden() > best.youden()) {
        best = point;
      }
    }
    return best;
  }
}
