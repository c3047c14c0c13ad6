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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.internal.toolkit.DecimalString;
import org.recourse.dicom.internal.toolkit.DicomFiles;
import org.recourse.dicom.internal.toolkit.SopClass;
import org.recourse.dicom.write.ImageSeriesSpec.Modality;
import org.recourse.dicom.write.ImageSeriesSpec.MrTiming;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;

/** Writes CT and MR series, one file per slice. Immutable and thread-safe. */
public final class ImageSeriesWriter {

  private final WrittenStudy study;

  public ImageSeriesWriter(WrittenStudy study) {
    this.study = Objects.requireNonNull(study, "study");
  }

  /**
   * Writes a series as {@code CT_001.dcm} or {@code MR_001.dcm} and so on. Intensities are rounded
   * to whole numbers and must fit 16 bit.
   */
  public WrittenImages write(
      Path folder,
      ImageSeriesSpec spec,
      ImageVolume volume,
      SliceExecutor executor,
      IProgressMonitor monitor)
      throws DicomWriteException {
    GridGeometry geometry = volume.geometry();
    SubMonitor progress = SubMonitor.convert(monitor, "Writing " + spec.description(), 1);
    WrittenObject[] slices = new WrittenObject[geometry.sizeZ()];
    var failure = new AtomicReference<DicomWriteException>();
    executor.forEachSlice(
        slices.length,
        progress,
        z -> {
          try {
            slices[z] = writeSlice(folder, spec, volume, z);
          } catch (DicomWriteException e) {
            failure.compareAndSet(null, e);
          }
        });
    if (failure.get() != null) {
      throw failure.get();
    }
    progress.worked(1);
    return new WrittenImages(
        slices[0].seriesInstanceUid(), spec.frameOfReferenceUid(), geometry, List.of(slices));
  }

  private WrittenObject writeSlice(Path folder, ImageSeriesSpec spec, ImageVolume volume, int z)
      throws DicomWriteException {
    SopClass sopClass = spec.modality() == Modality.CT ? SopClass.CT : SopClass.MR;
    Path file =
        folder.resolve(String.format(Locale.ROOT, "%s_%03d.dcm", sopClass.modality(), z + 1));
    Attributes image =
        ObjectHeader.of(study, sopClass, spec.number(), spec.description(), "slice " + z);
    ObjectHeader.frame(image, spec.frameOfReferenceUid());
    ObjectHeader.notice(image, study, Tag.ImageComments, VR.LT);
    image.setNull(Tag.Laterality, VR.CS);
    image.setInt(Tag.InstanceNumber, VR.IS, z + 1);
    image.setInt(Tag.AcquisitionNumber, VR.IS, 1);
    image.setString(Tag.ContentDate, VR.DA, ObjectHeader.date(study.date()));
    image.setString(Tag.ContentTime, VR.TM, ObjectHeader.noon());
    spec.contrastAgent().ifPresent(agent -> image.setString(Tag.ContrastBolusAgent, VR.LO, agent));
    if (sopClass == SopClass.CT) {
      image.setString(Tag.ImageType, VR.CS, "DERIVED", "SECONDARY", "AXIAL");
      image.setString(Tag.RescaleIntercept, VR.DS, "0");
      image.setString(Tag.RescaleSlope, VR.DS, "1");
      image.setString(Tag.RescaleType, VR.LO, "HU");
      image.setNull(Tag.KVP, VR.DS);
    } else {
      magneticResonance(image, spec);
    }
    plane(image, volume.geometry(), z);
    image.setBytes(Tag.PixelData, VR.OW, pixels(file, spec.modality(), volume, z));
    DicomFiles.write(file, image);
    return ObjectHeader.written(file, image, spec.frameOfReferenceUid());
  }

  private static void magneticResonance(Attributes image, ImageSeriesSpec spec) {
    image.setString(Tag.ImageType, VR.CS, "DERIVED", "SECONDARY", "OTHER");
    image.setString(Tag.ScanningSequence, VR.CS, "SE");
    image.setString(Tag.SequenceVariant, VR.CS, "NONE");
    image.setNull(Tag.ScanOptions, VR.CS);
    image.setString(Tag.MRAcquisitionType, VR.CS, "2D");
    image.setNull(Tag.EchoTrainLength, VR.IS);
    if (spec.timing().isPresent()) {
      MrTiming timing = spec.timing().get();
      image.setString(Tag.RepetitionTime, VR.DS, DecimalString.of(timing.repetitionTimeMs()));
      image.setString(Tag.EchoTime, VR.DS, DecimalString.of(timing.echoTimeMs()));
    } else {
      image.setNull(Tag.RepetitionTime, VR.DS);
      image.setNull(Tag.EchoTime, VR.DS);
    }
  }

  private static void plane(Attributes image, GridGeometry geometry, int z) {
    Vector3 position = geometry.toPatientMm(0, 0, z);
    Vector3 row = geometry.axes().x();
    Vector3 column = geometry.axes().y();
    image.setString(
        Tag.ImagePositionPatient,
        VR.DS,
        DecimalString.of(position.x(), position.y(), position.z()));
    image.setString(
        Tag.ImageOrientationPatient,
        VR.DS,
        DecimalString.of(row.x(), row.y(), row.z(), column.x(), column.y(), column.z()));
    image.setString(
        Tag.PixelSpacing,
        VR.DS,
        DecimalString.of(geometry.spacingMm().y(), geometry.spacingMm().x()));
    image.setString(Tag.SliceThickness, VR.DS, DecimalString.of(geometry.spacingMm().z()));
    image.setString(Tag.PatientPosition, VR.CS, "HFS");
    image.setInt(Tag.SamplesPerPixel, VR.US, 1);
    image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
    image.setInt(Tag.Rows, VR.US, geometry.sizeY());
    image.setInt(Tag.Columns, VR.US, geometry.sizeX());
    image.setInt(Tag.BitsAllocated, VR.US, 16);
    image.setInt(Tag.BitsStored, VR.US, 16);
    image.setInt(Tag.HighBit, VR.US, 15);
    image.setInt(Tag.PixelRepresentation, VR.US, 1);
  }

  private static byte[] pixels(Path file, Modality modality, ImageVolume volume, int z)
      throws DicomWriteException {
    float[] slice = new float[volume.geometry().sliceVoxelCount()];
    volume.copySlice(z, slice);
    byte[] bytes = new byte[2 * slice.length];
    int least = modality == Modality.MR ? 0 : Short.MIN_VALUE;
    for (int i = 0; i < slice.length; i++) {
      int value = Math.round(slice[i]);
      if (value < least || value > Short.MAX_VALUE || Float.isNaN(slice[i])) {
        throw new DicomWriteException(
            file,
            "Intensity " + slice[i] + " does not fit; " + least + " to 32767 can be written.",
            new IllegalArgumentException(Arrays.toString(new float[] {slice[i]})));
      }
      bytes[2 * i] = (byte) value;
      bytes[2 * i + 1] = (byte) (value >> 8);
    }
    return bytes;
  }
}
