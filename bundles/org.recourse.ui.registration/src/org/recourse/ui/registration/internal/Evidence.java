/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.registration.MarkedAndDrawn;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.registration.quality.QualityReport;
import org.recourse.registration.transform.SpatialTransform;

/**
 * Landmarks and structures of a pair with the place their contours are read from.
 *
 * @param people what people marked and drew
 * @param voxels where contours are read
 */
record Evidence(MarkedAndDrawn people, CaseVoxels voxels) {

  QualityReport judge(
      QualityReport report,
      SpatialTransform fixedToMoving,
      SliceExecutor executor,
      IProgressMonitor monitor)
      throws DicomReadException {
    return people.judge(report, fixedToMoving, voxels, executor, monitor);
  }
}
