/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.voxels;

import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.geometry.DoseGeometry;
import org.recourse.dicom.internal.geometry.SlicePositions.Blend;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.dicom.internal.toolkit.DicomFiles;
import org.recourse.dicom.internal.toolkit.DicomHeader;
import org.recourse.dicom.internal.toolkit.PixelData;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.DoseGrid;

/** Reads one dose object. */
public final class DoseReader {

  private static final String GRAY = "GY";

  /** Reads a dose in Gy; relative or unknown units are refused. */
  public DoseGrid read(Path file, String sopInstanceUid, SubMonitor progress)
      throws DicomReadException {
    byte[] bytes = DicomFiles.bytesOf(file);
    DicomHeader header = DicomFiles.readHeader(file, bytes);
    Dataset dose = Dataset.of(header);
    SourceCheck.identity(dose, sopInstanceUid);
    String units = dose.text(Tag.DoseUnits).orElse("missing");
    if (!units.equals(GRAY)) {
      throw dose.problem(
          Tag.DoseUnits,
          "The dose units are " + units + ", so the values are not gray.",
          "Export the dose in GY.");
    }
    double scalingGy = scaling(dose);
    DoseGeometry geometry = DoseGeometry.of(dose);
    PixelData pixels = PixelData.of(header, bytes);
    progress.setWorkRemaining(geometry.grid().sizeZ());
    return grid(geometry, pixels, scalingGy, progress);
  }

  /** Reads Dose Grid Scaling, which must be greater than 0. */
  public static double scaling(Dataset dose) throws DicomReadException {
    double scalingGy = dose.requiredNumbers(Tag.DoseGridScaling, 1)[0];
    if (!(scalingGy > 0)) {
      throw dose.problem(
          Tag.DoseGridScaling, "The scaling is " + scalingGy + ".", "Export the dose again.");
    }
    return scalingGy;
  }

  private static DoseGrid grid(
      DoseGeometry geometry, PixelData pixels, double scalingGy, SubMonitor progress)
      throws DicomReadException {
    GridGeometry grid = geometry.grid();
    DoseGrid.Builder builder = DoseGrid.builder(grid);
    float[] lower = new float[grid.sliceVoxelCount()];
    float[] upper = new float[grid.sliceVoxelCount()];
    for (int z = 0; z < grid.sizeZ(); z++) {
      progress.checkCanceled();
      Blend blend =
          geometry.positions().isPresent()
              ? geometry.positions().get().blendAt(z)
              : new Blend(z, z, 0);
      pixels.scaled(geometry.frameOfPlane().get(blend.lower()), scalingGy, lower);
      if (blend.fraction() > 0) {
        pixels.scaled(geometry.frameOfPlane().get(blend.upper()), scalingGy, upper);
        double fraction = blend.fraction();
        for (int i = 0; i < lower.length; i++) {
          lower[i] = (float) (lower[i] + fraction * (upper[i] - lower[i]));
        }
      }
      builder.slice(z, lower);
      progress.worked(1);
    }
    return builder.build();
  }
}
