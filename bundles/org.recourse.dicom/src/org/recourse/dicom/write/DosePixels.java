/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.internal.toolkit.DecimalString;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;

/** Grid and voxels of an RTDOSE object, 32 bit. Stateless. */
final class DosePixels {

  /** 0.1 µGy: far below the resolution of a float at clinical doses, and exact as text. */
  private static final double FINEST_SCALING_GY = 1e-7;

  private static final double LARGEST_UNSIGNED = 4294967295.0;

  private DosePixels() {}

  /** Adds geometry, scaling and voxels; one unit of progress per slice. */
  static void set(Attributes dose, Path file, DoseGrid doseGy, SubMonitor progress)
      throws DicomWriteException {
    grid(dose, doseGy.geometry());
    double scalingGy = scaling(doseGy.maximumGy());
    dose.setString(Tag.DoseGridScaling, VR.DS, DecimalString.of(scalingGy));
    dose.setBytes(Tag.PixelData, VR.OW, voxels(file, doseGy, scalingGy, progress));
  }

  private static void grid(Attributes dose, GridGeometry geometry) {
    Vector3 origin = geometry.originMm();
    Vector3 row = geometry.axes().x();
    Vector3 column = geometry.axes().y();
    dose.setString(
        Tag.ImagePositionPatient, VR.DS, DecimalString.of(origin.x(), origin.y(), origin.z()));
    dose.setString(
        Tag.ImageOrientationPatient,
        VR.DS,
        DecimalString.of(row.x(), row.y(), row.z(), column.x(), column.y(), column.z()));
    dose.setString(
        Tag.PixelSpacing,
        VR.DS,
        DecimalString.of(geometry.spacingMm().y(), geometry.spacingMm().x()));
    dose.setString(Tag.SliceThickness, VR.DS, DecimalString.of(geometry.spacingMm().z()));
    double[] offsetsMm = new double[geometry.sizeZ()];
    for (int z = 0; z < offsetsMm.length; z++) {
      offsetsMm[z] = z * geometry.spacingMm().z();
    }
    dose.setString(Tag.GridFrameOffsetVector, VR.DS, DecimalString.of(offsetsMm));
    dose.setInt(Tag.FrameIncrementPointer, VR.AT, Tag.GridFrameOffsetVector);
    dose.setInt(Tag.NumberOfFrames, VR.IS, geometry.sizeZ());
    dose.setInt(Tag.SamplesPerPixel, VR.US, 1);
    dose.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
    dose.setInt(Tag.Rows, VR.US, geometry.sizeY());
    dose.setInt(Tag.Columns, VR.US, geometry.sizeX());
    dose.setInt(Tag.BitsAllocated, VR.US, 32);
    dose.setInt(Tag.BitsStored, VR.US, 32);
    dose.setInt(Tag.HighBit, VR.US, 31);
    dose.setInt(Tag.PixelRepresentation, VR.US, 0);
  }

  private static double scaling(double maximumGy) {
    double scalingGy = FINEST_SCALING_GY;
    while (maximumGy / scalingGy > LARGEST_UNSIGNED) {
      scalingGy *= 10;
    }
    return Double.parseDouble(DecimalString.of(scalingGy)); // as a reader will have it
  }

  private static byte[] voxels(Path file, DoseGrid doseGy, double scalingGy, SubMonitor progress)
      throws DicomWriteException {
    GridGeometry geometry = doseGy.geometry();
    byte[] bytes = new byte[Math.multiplyExact(4, geometry.voxelCount())];
    float[] slice = new float[geometry.sliceVoxelCount()];
    int at = 0;
    for (int z = 0; z < geometry.sizeZ(); z++) {
      progress.checkCanceled();
      doseGy.copySlice(z, slice);
      for (float valueGy : slice) {
        if (!(valueGy >= 0 && valueGy < Float.POSITIVE_INFINITY)) {
          throw new DicomWriteException(
              file,
              "Dose " + valueGy + " Gy cannot be written; it must be finite and not negative.",
              new IllegalArgumentException("dose " + valueGy));
        }
        long stored = Math.round(valueGy / scalingGy);
        bytes[at++] = (byte) stored;
        bytes[at++] = (byte) (stored >> 8);
        bytes[at++] = (byte) (stored >> 16);
        bytes[at++] = (byte) (stored >> 24);
      }
      progress.worked(1);
    }
    return bytes;
  }
}
