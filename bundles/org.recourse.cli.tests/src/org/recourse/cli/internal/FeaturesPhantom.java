/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.write.DicomUid;
import org.recourse.dicom.write.ImageSeriesSpec;
import org.recourse.dicom.write.ImageSeriesWriter;
import org.recourse.dicom.write.StructureSetWriter;
import org.recourse.dicom.write.StructureSpec;
import org.recourse.dicom.write.WrittenImages;
import org.recourse.dicom.write.WrittenPatient;
import org.recourse.dicom.write.WrittenStudy;
import org.recourse.grid.contour.MaskOutlines;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.grid.volume.Mask;
import org.recourse.model.Sex;
import org.recourse.model.StructureType;

/** One phantom of whole numbers with an ellipsoid, written as NRRD, NIfTI and DICOM. */
record FeaturesPhantom(GridGeometry grid) {

  /** Turned in the plane by a 3-4-5 triangle: steps of 1.5, 2 and 3 mm are exact in every file. */
  static FeaturesPhantom turnedInPlane() {
    return new FeaturesPhantom(
        new GridGeometry(
            20,
            18,
            9,
            new Vector3(-12, 8, -20),
            new Vector3(2.5, 1.25, 3),
            new Axes(new Vector3(0.6, 0.8, 0), new Vector3(-0.8, 0.6, 0), new Vector3(0, 0, 1))));
  }

  /** Tilted out of the axial plane, as an MR of the skull base. */
  static FeaturesPhantom tilted() {
    return new FeaturesPhantom(
        new GridGeometry(
            20,
            18,
            9,
            new Vector3(-12, 8, -20),
            new Vector3(1, 1.25, 2.5),
            new Axes(new Vector3(1, 0, 0), new Vector3(0, 0.8, 0.6), new Vector3(0, -0.6, 0.8))));
  }

  private double intensity(int index) {
    int x = index % grid.sizeX();
    int y = index / grid.sizeX() % grid.sizeY();
    int z = index / grid.sliceVoxelCount();
    return Math.rint(
        400
            + 120 * Math.sin(0.7 * x)
            + 90 * Math.cos(0.5 * y + z)
            + (x * 31 + y * 17 + z * 7) % 23);
  }

  private boolean inside(int index) {
    double x = (index % grid.sizeX() - 9.5) / 6.7;
    double y = (index / grid.sizeX() % grid.sizeY() - 8.2) / 5.6;
    double z = (index / grid.sliceVoxelCount() - 4.0) / 3.3;
    return x * x + y * y + z * z <= 1;
  }

  private ImageVolume volume(IntToDoubleFunction value) {
    ImageVolume.Builder builder = ImageVolume.builder(grid);
    float[] slice = new float[grid.sliceVoxelCount()];
    for (int z = 0; z < grid.sizeZ(); z++) {
      for (int i = 0; i < slice.length; i++) {
        slice[i] = (float) value.applyAsDouble(z * slice.length + i);
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }

  private Mask mask() {
    Mask.Builder builder = Mask.builder(grid);
    for (int z = 0; z < grid.sizeZ(); z++) {
      var slice = new BitSet();
      for (int i = 0; i < grid.sliceVoxelCount(); i++) {
        slice.set(i, inside(z * grid.sliceVoxelCount() + i));
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }

  void writeNrrdImage(Path file) throws IOException {
    writeNrrd(file, this::intensity, "short");
  }

  void writeNrrdMask(Path file, int label) throws IOException {
    writeNrrd(file, i -> inside(i) ? label : 0, "short");
  }

  /** A dose in Gy that falls along the rows. */
  void writeNrrdDose(Path file) throws IOException {
    writeNrrd(file, i -> 60 - 1.5 * (i % grid.sizeX()), "float");
  }

  private void writeNrrd(Path file, IntToDoubleFunction value, String type) throws IOException {
    String header =
        "NRRD0004\ntype: "
            + type
            + "\ndimension: 3\nspace: left-posterior-superior\nsizes: "
            + grid.sizeX()
            + " "
            + grid.sizeY()
            + " "
            + grid.sizeZ()
            + "\nspace directions: "
            + text(step(grid.axes().x(), grid.spacingMm().x()))
            + " "
            + text(step(grid.axes().y(), grid.spacingMm().y()))
            + " "
            + text(step(grid.axes().z(), grid.spacingMm().z()))
            + "\nendian: little\nencoding: raw\nspace origin: "
            + text(grid.originMm())
            + "\n\n";
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(samples(value, type.equals("float")));
    Files.write(file, bytes.toByteArray());
  }

  private byte[] samples(IntToDoubleFunction value, boolean real) {
    ByteBuffer data =
        ByteBuffer.allocate(grid.voxelCount() * (real ? Float.BYTES : Short.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < grid.voxelCount(); i++) {
      if (real) {
        data.putFloat((float) value.applyAsDouble(i));
      } else {
        data.putShort((short) value.applyAsDouble(i));
      }
    }
    return data.array();
  }

  private static Vector3 step(Vector3 axis, double spacingMm) {
    return axis.times(spacingMm);
  }

  private static String text(Vector3 v) {
    return "(" + v.x() + "," + v.y() + "," + v.z() + ")";
  }

  void writeNiftiImage(Path file) throws IOException {
    writeNifti(file, this::intensity);
  }

  void writeNiftiMask(Path file) throws IOException {
    writeNifti(file, i -> inside(i) ? 1 : 0);
  }

  private void writeNifti(Path file, IntToDoubleFunction value) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(352).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0, 348);
    short[] dimensions = {
      3, (short) grid.sizeX(), (short) grid.sizeY(), (short) grid.sizeZ(), 1, 1, 1, 1
    };
    for (int i = 0; i < dimensions.length; i++) {
      header.putShort(40 + 2 * i, dimensions[i]);
    }
    header.putShort(70, (short) 4); // signed 16 bit
    header.putShort(72, (short) 16);
    header.putFloat(80, (float) grid.spacingMm().x());
    header.putFloat(84, (float) grid.spacingMm().y());
    header.putFloat(88, (float) grid.spacingMm().z());
    header.putFloat(108, 352);
    header.put(123, (byte) 2); // mm
    header.putShort(254, (short) 1);
    Vector3[] columns = {
      step(grid.axes().x(), grid.spacingMm().x()),
      step(grid.axes().y(), grid.spacingMm().y()),
      step(grid.axes().z(), grid.spacingMm().z()),
      grid.originMm()
    };
    for (int k = 0; k < columns.length; k++) { // LPS to RAS
      header.putFloat(280 + 4 * k, (float) -columns[k].x());
      header.putFloat(296 + 4 * k, (float) -columns[k].y());
      header.putFloat(312 + 4 * k, (float) columns[k].z());
    }
    header.put(344, (byte) 'n').put(345, (byte) '+').put(346, (byte) '1');
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(header.array());
    bytes.writeBytes(samples(value, false));
    Files.write(file, bytes.toByteArray());
  }

  /** Writes an MR series with an RTSTRUCT beside it; the contours are the borders of the mask. */
  void writeDicom(Path series, Path structures) throws DicomWriteException, IOException {
    Files.createDirectories(series);
    var patient = new WrittenPatient("F1", "Phantom^Features", Optional.empty(), Sex.UNKNOWN);
    var study =
        new WrittenStudy(
            patient,
            DicomUid.ofName("features phantom " + grid),
            "1",
            "Features phantom",
            LocalDate.of(2026, 1, 2),
            true);
    var spec =
        ImageSeriesSpec.mr(
            1, "T1", DicomUid.ofName("frame " + grid), new ImageSeriesSpec.MrTiming(600, 12));
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      WrittenImages images =
          new ImageSeriesWriter(study)
              .write(series, spec, volume(this::intensity), executor, new NullProgressMonitor());
      new StructureSetWriter(study)
          .write(
              structures,
              2,
              "Structures",
              images,
              List.of(
                  new StructureSpec(
                      1, "GTVnx", StructureType.GTV, 0xff8000, MaskOutlines.of(mask()))),
              new NullProgressMonitor());
    }
  }
}
