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
import org.recourse.dicom.internal.toolkit.SopClass;
import org.recourse.dicom.internal.toolkit.Tags;
import org.recourse.dicom.voxels.DoseFile;
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
    return inGray(dose, header, bytes, DoseGeometry.of(dose), progress);
  }

  /** Reads an RTDOSE object that is not part of a case. */
  public DoseFile readFile(Path file, SubMonitor progress) throws DicomReadException {
    byte[] bytes = DicomFiles.bytesOf(file);
    DicomHeader header = DicomFiles.readHeader(file, bytes);
    Dataset dose = Dataset.of(header);
    String sopClass = dose.requiredText(Tag.SOPClassUID);
    if (!sopClass.equals(SopClass.DOSE.uid())) {
      String kind =
          SopClass.ofUid(sopClass).map(SopClass::modality).orElseGet(() -> SopClass.nameOf(sopClass));
      throw dose.problem(
          Tag.SOPClassUID, "The file is no RTDOSE object but " + kind + ".", "Name an RTDOSE file.");
    }
    DoseGeometry geometry = DoseGeometry.of(dose);
    return new DoseFile(
        file,
        dose.requiredText(Tag.SOPInstanceUID),
        dose.requiredText(Tag.FrameOfReferenceUID),
        dose.text(Tag.DoseType).orElse(""),
        dose.text(Tag.DoseSummationType).orElse(""),
        inGray(dose, header, bytes, geometry, progress),
        geometry.findings(file + " " + Tags.nameOf(Tag.GridFrameOffsetVector)));
  }

  private static DoseGrid inGray(
      Dataset dose, DicomHeader header, byte[] bytes, DoseGeometry geometry, SubMonitor progress)
      throws DicomReadException {
    String units = dose.text(Tag.DoseUnits).orElse("missing");
    if (!units.equals(GRAY)) {
      throw dose.problem(
          Tag.DoseUnits,
          "The dose units are " + units + ", so the values are not gray.",
          "Export the dose in GY.");
    }
    double scalingGy = scaling(dose);
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
