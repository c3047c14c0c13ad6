/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.dicom.imports.DicomImport;
import org.recourse.dicom.voxels.DicomVoxels;
import org.recourse.dicom.write.DicomUid;
import org.recourse.dicom.write.ImageSeriesSpec;
import org.recourse.dicom.write.ImageSeriesWriter;
import org.recourse.dicom.write.StructureSetWriter;
import org.recourse.dicom.write.StructureSpec;
import org.recourse.dicom.write.WrittenImages;
import org.recourse.dicom.write.WrittenPatient;
import org.recourse.dicom.write.WrittenStudy;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.ImageSeries;
import org.recourse.model.PatientCase;
import org.recourse.model.Sex;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;

/**
 * A real CT with its structures, and the same moved by a known transform into a frame of its own:
 * truth(p) = p + shift + a smooth displacement within the slices. Both are written as DICOM.
 */
final class MovedCase {

  static final Vector3 SHIFT_MM = new Vector3(12, -7, 5);

  private static final double AMPLITUDE_MM = 5;
  private static final double SIGMA_MM = 45;
  private static final double AIR_HU = -1000;
  private static final LocalDate DATE = LocalDate.of(2026, 1, 5);

  private final IProgressMonitor monitor = new NullProgressMonitor();
  private final Vector3 middleMm;
  private final boolean deformed;
  private final ImageVolume image;
  private final List<StructureSpec> structures;

  private MovedCase(ImageVolume image, List<StructureSpec> structures, boolean deformed) {
    this.image = image;
    this.structures = structures;
    this.deformed = deformed;
    GridGeometry g = image.geometry();
    middleMm = g.toPatientMm(g.sizeX() / 2.0, g.sizeY() / 2.0, g.sizeZ() / 2.0);
  }

  /** Reads a real case; {@code scratch} is filled with its import. */
  static MovedCase of(Path dicom, Path scratch, boolean deformed, SliceExecutor executor)
      throws Exception {
    IProgressMonitor monitor = new NullProgressMonitor();
    PatientCase patientCase =
        new DicomImport().importFolder(dicom, scratch, executor, monitor).patientCase();
    ImageSeries series = patientCase.getImageSeries().getFirst();
    StructureSet set = patientCase.getStructureSets().getFirst();
    var contours = new DicomVoxels().readContours(scratch, set, monitor);
    var structures = new ArrayList<StructureSpec>();
    for (Structure structure : set.getStructures()) {
      structures.add(
          new StructureSpec(
              structure.getRoiNumber(),
              structure.getName(),
              structure.getType(),
              structure.getColourRgb(),
              contours.get(structure.getRoiNumber())));
    }
    return new MovedCase(
        new DicomVoxels().readImage(scratch, series, executor, monitor), structures, deformed);
  }

  Vector3 middleMm() {
    return middleMm;
  }

  /** Where a point of the fixed frame lies in the moving one. */
  Vector3 truth(Vector3 p) {
    if (!deformed) {
      return p.plus(SHIFT_MM);
    }
    Vector3 d = p.minus(middleMm);
    double bump = AMPLITUDE_MM * Math.exp(-d.dot(d) / (2 * SIGMA_MM * SIGMA_MM));
    return p.plus(SHIFT_MM).plus(new Vector3(bump, -0.6 * bump, 0));
  }

  private Vector3 back(Vector3 q) {
    Vector3 p = q.minus(SHIFT_MM);
    for (int i = 0; i < 40; i++) { // a contraction: the steepest slope is below 0.1
      p = p.plus(q.minus(truth(p)));
    }
    return p;
  }

  void write(Path folder, SliceExecutor executor) throws Exception {
    var study =
        new WrittenStudy(
            new WrittenPatient("MOVED-1", "Moved^", Optional.empty(), Sex.UNKNOWN),
            DicomUid.ofName("moved study"),
            "M1",
            "Moved",
            DATE,
            true);
    write(study, folder, "fixed", image, structures, 1, executor);
    var sampler = TrilinearSampler.of(image);
    GridGeometry g = image.geometry();
    ImageVolume.Builder moved = ImageVolume.builder(g);
    float[][] slices = new float[g.sizeZ()][];
    executor.forEachSlice(
        g.sizeZ(),
        monitor,
        z -> {
          float[] slice = new float[g.sliceVoxelCount()];
          for (int i = 0; i < slice.length; i++) {
            Vector3 q = g.toPatientMm(i % g.sizeX(), i / g.sizeX(), z);
            slice[i] = (float) sampler.sampleOr(back(q), AIR_HU);
          }
          slices[z] = slice;
        });
    for (int z = 0; z < slices.length; z++) {
      moved.slice(z, slices[z]);
    }
    List<StructureSpec> carried = structures.stream().map(this::carried).toList();
    write(study, folder, "moving", moved.build(), carried, 3, executor);
  }

  /** The displacement keeps slices, so contours stay planar. */
  private StructureSpec carried(StructureSpec spec) {
    var contours = new ArrayList<PlanarContour>();
    for (PlanarContour contour : spec.contours().contours()) {
      double[] xyzMm = new double[3 * contour.pointCount()];
      for (int i = 0; i < contour.pointCount(); i++) {
        Vector3 q = truth(contour.pointMm(i));
        xyzMm[3 * i] = q.x();
        xyzMm[3 * i + 1] = q.y();
        xyzMm[3 * i + 2] = q.z();
      }
      contours.add(PlanarContour.of(xyzMm));
    }
    return new StructureSpec(
        spec.roiNumber(), spec.name(), spec.type(), spec.colourRgb(), new ContourSet(contours));
  }

  private void write(
      WrittenStudy study,
      Path folder,
      String name,
      ImageVolume volume,
      List<StructureSpec> specs,
      int number,
      SliceExecutor executor)
      throws Exception {
    Path ct = folder.resolve(name);
    java.nio.file.Files.createDirectories(ct);
    var spec = ImageSeriesSpec.ct(number, name, DicomUid.ofName("moved frame " + name));
    WrittenImages images = new ImageSeriesWriter(study).write(ct, spec, volume, executor, monitor);
    new StructureSetWriter(study)
        .write(ct.resolve("RS.dcm"), number + 1, name, images, specs, monitor);
  }
}
