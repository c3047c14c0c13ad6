/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.write.DicomUid;
import org.recourse.dicom.write.ImageSeriesSpec;
import org.recourse.dicom.write.ImageSeriesWriter;
import org.recourse.dicom.write.StructureSetWriter;
import org.recourse.dicom.write.StructureSpec;
import org.recourse.dicom.write.WrittenImages;
import org.recourse.dicom.write.WrittenPatient;
import org.recourse.dicom.write.WrittenStudy;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.Sex;
import org.recourse.model.StructureType;
import org.recourse.phantom.internal.image.Grain;
import org.recourse.phantom.solid.Ellipsoid;

/**
 * A large synthetic DICOM folder for the import benchmark: a CT of 200 slices of 512 x 512 pixels
 * and an RTSTRUCT of 30 regions with 90 000 points. Stateless.
 */
public final class BenchmarkCase {

  /** Slices of the CT. */
  public static final int SLICE_COUNT = 200;

  /** Rows and columns of a slice. */
  public static final int SLICE_SIZE = 512;

  /** Regions of the structure set. */
  public static final int REGION_COUNT = 30;

  /** Contour points of all regions together. */
  public static final int POINT_COUNT = 90_000;

  private static final int CONTOURS_PER_REGION = 30;
  private static final int POINTS_PER_CONTOUR = POINT_COUNT / REGION_COUNT / CONTOURS_PER_REGION;
  private static final double PIXEL_MM = 0.9765625;
  private static final double SLICE_MM = 1.5;
  private static final double NOISE_HU = 12;
  private static final short AIR_HU = -1000;
  private static final short TISSUE_HU = 40;

  private BenchmarkCase() {}

  /**
   * Writes the DICOM files into {@code folder}, which is made if it is missing. It holds files as a
   * planning system would send them, not a case: importing it is what is measured.
   *
   * @throws PhantomException if a file could not be written
   */
  public static void writeTo(Path folder, SliceExecutor executor, IProgressMonitor monitor)
      throws PhantomException {
    SubMonitor progress = SubMonitor.convert(monitor, "Benchmark files", 100);
    WrittenStudy study = study();
    String frameUid = DicomUid.ofName("org.recourse.phantom/benchmark/frame");
    GridGeometry geometry = geometry();
    try {
      Files.createDirectories(folder);
      WrittenImages images =
          new ImageSeriesWriter(study)
              .write(
                  folder.resolve("ct"),
                  ImageSeriesSpec.ct(1, "Benchmark CT", frameUid),
                  image(geometry, executor, progress.split(30)),
                  executor,
                  progress.split(60));
      new StructureSetWriter(study)
          .write(
              folder.resolve("structures.dcm"),
              2,
              "Benchmark",
              images,
              regions(geometry),
              progress.split(10));
    } catch (IOException | DicomWriteException e) {
      throw new PhantomException(
          "The benchmark files could not be written to " + folder + ". " + e.getMessage(), e);
    }
  }

  private static WrittenStudy study() {
    return new WrittenStudy(
        new WrittenPatient("SYNTHETIC-BENCH", "Synthetic^Benchmark", Optional.empty(), Sex.UNKNOWN),
        DicomUid.ofName("org.recourse.phantom/benchmark"),
        "BENCH",
        "Benchmark",
        LocalDate.of(2022, 1, 3),
        true);
  }

  static GridGeometry geometry() {
    double cornerMm = -(SLICE_SIZE - 1) * PIXEL_MM / 2;
    return new GridGeometry(
        SLICE_SIZE,
        SLICE_SIZE,
        SLICE_COUNT,
        new Vector3(cornerMm, cornerMm, -150),
        new Vector3(PIXEL_MM, PIXEL_MM, SLICE_MM));
  }

  private static ImageVolume image(
      GridGeometry geometry, SliceExecutor executor, IProgressMonitor monitor) {
    var body = Ellipsoid.of(0, 0, 0, 190, 120, 400);
    var noise = new Grain(7);
    ImageVolume.Builder builder = ImageVolume.builder(geometry);
    executor.forEachSlice(
        SLICE_COUNT,
        monitor,
        z -> {
          short[] slice = new short[geometry.sliceVoxelCount()];
          for (int y = 0, i = 0; y < SLICE_SIZE; y++) {
            for (int x = 0; x < SLICE_SIZE; x++, i++) {
              boolean inside = body.contains(geometry.toPatientMm(x, y, z));
              short tissueHu = inside ? TISSUE_HU : AIR_HU;
              slice[i] = (short) (tissueHu + Math.round(NOISE_HU * noise.normal(x, y, z)));
            }
          }
          builder.storedSlice(z, slice, 1, 0);
        });
    return builder.build();
  }

  /** Upright cylinders in five rows of six. */
  static List<StructureSpec> regions(GridGeometry geometry) {
    List<StructureSpec> regions = new ArrayList<>();
    for (int region = 0; region < REGION_COUNT; region++) {
      double xMm = (region % 6 - 2.5) * 45;
      double yMm = (region / 6 - 2) * 32;
      int firstSlice = 5 * region;
      double centreZMm =
          geometry.toPatientMm(0, 0, firstSlice + (CONTOURS_PER_REGION - 1) / 2.0).z();
      regions.add(
          new StructureSpec(
              region + 1,
              "Region_" + (region + 1),
              StructureType.ORGAN,
              0x4060A0 + 0x040404 * region,
              AnalyticShapes.cylinder(
                  new Vector3(xMm, yMm, centreZMm),
                  14,
                  CONTOURS_PER_REGION * SLICE_MM,
                  SLICE_MM,
                  POINTS_PER_CONTOUR)));
    }
    return regions;
  }
}
