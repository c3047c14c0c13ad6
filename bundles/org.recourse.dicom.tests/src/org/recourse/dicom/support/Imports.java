/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.support;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.imports.DicomImport;
import org.recourse.dicom.imports.ImportResult;
import org.recourse.dicom.voxels.DicomVoxels;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.finding.Finding.Severity;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.DoseDistribution;
import org.recourse.model.ImageSeries;

/** Imports and reads with a small executor, and looks findings up. */
public final class Imports {

  private Imports() {}

  public static ImportResult run(Path source, Path caseFolder) throws DicomReadException {
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      return new DicomImport()
          .importFolder(source, caseFolder, executor, new NullProgressMonitor());
    }
  }

  public static ImageVolume image(Path caseFolder, ImageSeries series) throws DicomReadException {
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      return new DicomVoxels().readImage(caseFolder, series, executor, new NullProgressMonitor());
    }
  }

  public static DoseGrid dose(Path caseFolder, DoseDistribution dose) throws DicomReadException {
    return new DicomVoxels().readDose(caseFolder, dose, new NullProgressMonitor());
  }

  /** Returns the findings of a severity whose text holds {@code part}. */
  public static List<Finding> findings(ImportResult result, Severity severity, String part) {
    return result.findings().stream()
        .filter(f -> f.severity() == severity && f.text().contains(part))
        .toList();
  }
}
