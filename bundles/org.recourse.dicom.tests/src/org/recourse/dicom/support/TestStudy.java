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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.write.DicomUid;
import org.recourse.dicom.write.DoseSpec;
import org.recourse.dicom.write.DoseWriter;
import org.recourse.dicom.write.ImageSeriesSpec;
import org.recourse.dicom.write.ImageSeriesWriter;
import org.recourse.dicom.write.PlanSpec;
import org.recourse.dicom.write.PlanSpec.Jaws;
import org.recourse.dicom.write.PlanSpec.StaticBeam;
import org.recourse.dicom.write.PlanSpec.Target;
import org.recourse.dicom.write.PlanWriter;
import org.recourse.dicom.write.RegistrationWriter;
import org.recourse.dicom.write.StructureSetWriter;
import org.recourse.dicom.write.StructureSpec;
import org.recourse.dicom.write.WrittenImages;
import org.recourse.dicom.write.WrittenObject;
import org.recourse.dicom.write.WrittenPatient;
import org.recourse.dicom.write.WrittenStudy;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.Sex;
import org.recourse.model.StructureType;

/**
 * A study of a few kilobytes: CT with 6 slices of 5 x 4 pixels, two structures, a plan with two
 * beams, its dose and the doses of the beams, and a registration. Every value follows from its
 * place.
 */
public final class TestStudy {

  public static final int SIZE_X = 5;
  public static final int SIZE_Y = 4;
  public static final int SIZE_Z = 6;
  public static final String FRAME = DicomUid.ofName("test frame");
  public static final String OTHER_FRAME = DicomUid.ofName("other test frame");
  public static final Vector3 SHIFT_MM = new Vector3(4, -5, 6);

  private final Path folder;
  private final WrittenStudy study;
  private final GridGeometry geometry;

  public TestStudy(Path folder) {
    this(folder, "王^小东", LocalDate.of(2026, 3, 1), Axes.PATIENT);
  }

  public TestStudy(Path folder, String name, LocalDate date, Axes axes) {
    this.folder = folder;
    study =
        new WrittenStudy(
            new WrittenPatient("T-1", name, Optional.of(LocalDate.of(1970, 5, 4)), Sex.FEMALE),
            DicomUid.ofName("test study " + date),
            "T1",
            "Test",
            date,
            true);
    geometry =
        new GridGeometry(
            SIZE_X, SIZE_Y, SIZE_Z, new Vector3(-10, 20, -30), new Vector3(2, 3, 2.5), axes);
  }

  public GridGeometry geometry() {
    return geometry;
  }

  public static int intensityAt(int x, int y, int z) {
    return -900 + 100 * z + 10 * y + x;
  }

  public static float doseGyAt(int x, int y, int z) {
    return 0.25f * x + 2 * y + 10 * z;
  }

  /** Writes the whole study. */
  public TestStudy writeAll() throws DicomWriteException {
    WrittenImages images = writeCt();
    WrittenObject structures = writeStructures(images);
    WrittenObject plan = writePlan(structures);
    writeDose("RD.dcm", plan, DoseSpec.ofPlan(4, 1, "sum"), 1);
    writeDose("RD_1.dcm", plan, DoseSpec.ofBeam(4, 2, "first", 1), 0.25f);
    writeDose("RD_2.dcm", plan, DoseSpec.ofBeam(4, 3, "second", 2), 0.75f);
    new RegistrationWriter(study)
        .write(
            folder.resolve("REG.dcm"),
            5,
            "other to planning",
            OTHER_FRAME,
            FRAME,
            AffineTransform.translation(SHIFT_MM));
    return this;
  }

  public WrittenImages writeCt() throws DicomWriteException {
    return writeImages(ImageSeriesSpec.ct(1, "planning", FRAME));
  }

  public WrittenImages writeImages(ImageSeriesSpec spec) throws DicomWriteException {
    boolean mr = spec.modality() == ImageSeriesSpec.Modality.MR;
    ImageVolume.Builder volume = ImageVolume.builder(geometry);
    for (int z = 0; z < SIZE_Z; z++) {
      float[] slice = new float[SIZE_X * SIZE_Y];
      for (int i = 0; i < slice.length; i++) {
        slice[i] = intensityAt(i % SIZE_X, i / SIZE_X, z) + (mr ? 1000 : 0);
      }
      volume.slice(z, slice);
    }
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      return new ImageSeriesWriter(study)
          .write(
              folder.resolve(spec.modality().name() + spec.number()),
              spec,
              volume.build(),
              executor,
              new NullProgressMonitor());
    }
  }

  public WrittenObject writeStructures(WrittenImages images) throws DicomWriteException {
    return new StructureSetWriter(study)
        .write(
            folder.resolve("RS.dcm"),
            2,
            "Structures",
            images,
            List.of(
                new StructureSpec(3, "PTV", StructureType.PTV, 0xff8000, squares(1, 2, 3)),
                new StructureSpec(7, "Brainstem", StructureType.ORGAN, 0x0080ff, squares(4))),
            new NullProgressMonitor());
  }

  private ContourSet squares(int... slices) {
    var contours = new java.util.ArrayList<PlanarContour>();
    for (int z : slices) {
      Vector3 a = geometry.toPatientMm(0.5, 0.5, z);
      Vector3 b = geometry.toPatientMm(3.5, 0.5, z);
      Vector3 c = geometry.toPatientMm(3.5, 2.5, z);
      contours.add(
          PlanarContour.of(
              new double[] {a.x(), a.y(), a.z(), b.x(), b.y(), b.z(), c.x(), c.y(), c.z()}));
    }
    return new ContourSet(contours);
  }

  public WrittenObject writePlan(WrittenObject structures) throws DicomWriteException {
    Jaws jaws = new Jaws(-50, 40, -30, 20);
    return new PlanWriter(study)
        .write(
            folder.resolve("RP.dcm"),
            new PlanSpec(
                3,
                "TestPlan",
                study.date(),
                30,
                List.of(new Target(3, "PTV", 60), new Target(7, "edge", 54)),
                List.of(
                    new StaticBeam(1, "AP", 6, new Vector3(1, 2, 3), 0, 10, 0, jaws, 120.5),
                    new StaticBeam(2, "LAT", 15, new Vector3(1, 2, 3), 90, 0, 5, jaws, 80))),
            structures);
  }

  /** Writes the dose of the study times a factor. */
  public WrittenObject writeDose(String file, WrittenObject plan, DoseSpec spec, float factor)
      throws DicomWriteException {
    return new DoseWriter(study)
        .write(folder.resolve(file), spec, dose(factor), plan, new NullProgressMonitor());
  }

  public DoseGrid dose(float factor) {
    DoseGrid.Builder dose = DoseGrid.builder(geometry);
    for (int z = 0; z < SIZE_Z; z++) {
      float[] slice = new float[SIZE_X * SIZE_Y];
      for (int i = 0; i < slice.length; i++) {
        slice[i] = factor * doseGyAt(i % SIZE_X, i / SIZE_X, z);
      }
      dose.slice(z, slice);
    }
    return dose.build();
  }
}
