/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.dicom.support.Imports;
import org.recourse.dicom.voxels.DicomVoxels;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.finding.Finding.Severity;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.CourseKind;
import org.recourse.model.DoseSummation;
import org.recourse.model.ImageRole;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;

/** The two real patients beside the checkout, against the numbers of their READMEs. */
class RealCasesTest {

  /** The README gives three decimals. */
  private static final double DOSE_TOLERANCE_GY = 0.0005;

  private static final double POSITION_TOLERANCE_MM = 1e-6;

  /** The README gives three decimals of a cubic centimetre. */
  private static final double VOLUME_TOLERANCE_CM3 = 0.001;

  @TempDir Path caseFolder;

  @Test
  void importsTheHeadAndNeckCase() throws Exception {
    ImportResult result = Imports.run(dataFolder("head-neck-case"), caseFolder);
    PatientCase patientCase = result.patientCase();

    assertTrue(result.findings().stream().allMatch(f -> f.severity() == Severity.INFO));
    assertEquals("OpenKBP-pt_99", patientCase.getPatient().getPatientId());
    assertEquals(ImageRole.PLANNING_CT, patientCase.getImageSeries().getFirst().getRole());
    ImageVolume ct = Imports.image(caseFolder, patientCase.getImageSeries().getFirst());
    assertEquals(128, ct.geometry().sizeZ());
    assertEquals(
        0,
        ct.geometry().originMm().distanceTo(new Vector3(-248.031, -248.031, -160)),
        POSITION_TOLERANCE_MM);
    assertEquals(2.5, ct.geometry().spacingMm().z(), POSITION_TOLERANCE_MM);
    assertEquals(2976, maximum(ct));
    checkStructures(patientCase.getStructureSets().getFirst());
    checkPlan(patientCase);
  }

  private void checkStructures(StructureSet set) throws Exception {
    assertEquals(11, set.getStructures().size());
    Map<Integer, ContourSet> contours =
        new DicomVoxels().readContours(caseFolder, set, new NullProgressMonitor());
    assertEquals(714, contours.values().stream().mapToInt(c -> c.contours().size()).sum());
    Structure mandible =
        set.getStructures().stream()
            .filter(s -> s.getName().equals("Bone_Mandible"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        83.951, areaMm2(contours.get(mandible.getRoiNumber())) * 2.5 / 1000, VOLUME_TOLERANCE_CM3);
  }

  private void checkPlan(PatientCase patientCase) throws Exception {
    assertEquals(CourseKind.PLANNED, patientCase.getCourses().getFirst().getKind());
    Plan plan = patientCase.getCourses().getFirst().getPlans().getFirst();
    assertEquals(9, plan.getBeams().size());
    assertEquals(
        List.of(0.0, 40.0, 80.0, 120.0, 160.0, 200.0, 240.0, 280.0, 320.0),
        plan.getBeams().stream()
            .map(b -> b.getControlPoints().getFirst().getGantryAngleDeg())
            .toList());
    assertEquals(35, plan.getPrescription().getFractionCount());
    assertEquals(70, plan.getPrescription().getTotalDoseGy());
    assertEquals("PTV_7000", plan.getPrescription().getTarget().getName());
    assertEquals(DoseSummation.PLAN, plan.getDoses().getFirst().getSummation());
    DoseGrid dose = Imports.dose(caseFolder, plan.getDoses().getFirst());
    GridGeometry grid = dose.geometry();
    assertEquals(List.of(123, 72, 114), List.of(grid.sizeX(), grid.sizeY(), grid.sizeZ()));
    assertEquals(
        0,
        grid.originMm().distanceTo(new Vector3(-244.125, -130.851, -160)),
        POSITION_TOLERANCE_MM);
    assertEquals(72.725, dose.maximumGy(), DOSE_TOLERANCE_GY);
  }

  @Test
  void importsTheMrCase() throws Exception {
    ImportResult result = Imports.run(dataFolder("mr-case"), caseFolder);
    PatientCase patientCase = result.patientCase();

    assertEquals(1, Imports.findings(result, Severity.WARNING, "35 of 35 images").size());
    assertEquals(1, Imports.findings(result, Severity.WARNING, "16 of 16 lie on a slice").size());
    assertTrue(patientCase.getCourses().isEmpty());
    ImageVolume mr = Imports.image(caseFolder, patientCase.getImageSeries().getFirst());
    GridGeometry grid = mr.geometry();
    assertEquals(List.of(115, 90, 35), List.of(grid.sizeX(), grid.sizeY(), grid.sizeZ()));
    assertEquals(-609.4174, grid.originMm().z(), POSITION_TOLERANCE_MM);
    assertEquals(-498.2389, grid.toPatientMm(0, 0, 34).z(), 1e-3); // four decimals in the README
    assertEquals(1198, maximum(mr));
    Map<Integer, ContourSet> contours =
        new DicomVoxels()
            .readContours(
                caseFolder, patientCase.getStructureSets().getFirst(), new NullProgressMonitor());
    ContourSet gtv = contours.values().iterator().next();
    assertEquals(16, gtv.contours().size());
    assertEquals(53.268, areaMm2(gtv) * 3.269955 / 1000, VOLUME_TOLERANCE_CM3);
  }

  private static float maximum(ImageVolume image) {
    float[] slice = new float[image.geometry().sliceVoxelCount()];
    float maximum = Float.NEGATIVE_INFINITY;
    for (int z = 0; z < image.geometry().sizeZ(); z++) {
      image.copySlice(z, slice);
      for (float value : slice) {
        maximum = Math.max(maximum, value);
      }
    }
    return maximum;
  }

  /** Sum of the polygon areas of axial contours; keyholes subtract their hole by themselves. */
  private static double areaMm2(ContourSet set) {
    double sum = 0;
    for (PlanarContour contour : set.contours()) {
      double twice = 0;
      for (int i = 0; i < contour.pointCount(); i++) {
        Vector3 a = contour.pointMm(i);
        Vector3 b = contour.pointMm((i + 1) % contour.pointCount());
        twice += a.x() * b.y() - b.x() * a.y();
      }
      sum += Math.abs(twice) / 2;
    }
    return sum;
  }

  private static Path dataFolder(String name) {
    Optional<Path> shared = sharedFolder();
    Optional<Path> folder = shared.map(s -> s.resolve("data").resolve(name)).filter(Files::exists);
    Assumptions.assumeTrue(
        folder.isPresent(), "skipped: shared/data/" + name + " is not beside this checkout");
    assertFalse(folder.isEmpty());
    return folder.get();
  }

  private static Optional<Path> sharedFolder() {
    String stated = System.getProperty("recourse.shared");
    if (stated != null) {
      return Optional.of(Path.of(stated));
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path shared = up.resolve("shared");
      if (Files.exists(shared.resolve("data"))) {
        return Optional.of(shared);
      }
    }
    return Optional.empty();
  }
}
