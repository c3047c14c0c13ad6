/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.registration;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.registration.landmark.LandmarkPair;
import org.recourse.registration.quality.ContourOverlap;
import org.recourse.registration.quality.LandmarkError;
import org.recourse.registration.quality.QualityReport;
import org.recourse.registration.quality.QualityThresholds;
import org.recourse.registration.transform.SpatialTransform;

/**
 * What people know about a pair of images: points they marked and structures they drew in both.
 * Immutable.
 *
 * @param landmarks marked points, possibly none
 * @param structures drawn structures, possibly none
 */
public record MarkedAndDrawn(List<LandmarkPair> landmarks, DrawnPairs structures) {

  public MarkedAndDrawn {
    landmarks = List.copyOf(landmarks);
    Objects.requireNonNull(structures, "structures");
  }

  /**
   * Adds landmarks and contours to a report and judges it anew, after TG-132.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public QualityReport judge(
      QualityReport report,
      SpatialTransform fixedToMoving,
      CaseVoxels voxels,
      SliceExecutor executor,
      IProgressMonitor monitor)
      throws DicomReadException {
    Optional<LandmarkError> errors =
        landmarks.isEmpty()
            ? Optional.empty()
            : Optional.of(LandmarkError.of(fixedToMoving, landmarks));
    Map<String, ContourOverlap> overlaps =
        structures.overlaps(voxels, fixedToMoving, executor, monitor);
    return report.with(errors, overlaps, QualityThresholds.tg132());
  }
}
