/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.imports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.support.Imports;
import org.recourse.dicom.support.TestStudy;
import org.recourse.dicom.voxels.DicomVoxels;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.finding.Finding.Severity;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.Beam;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.DicomReference;
import org.recourse.model.DoseDistribution;
import org.recourse.model.DoseSummation;
import org.recourse.model.ImageRole;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Registration;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.StructureType;

/** What the writers write comes back through the import unchanged. */
class RoundTripTest {

  /** Positions are written with 16 characters. */
  private static final double POSITION_TOLERANCE_MM = 1e-9;

  /** Contour coordinates are written to 0.0001 mm. */
  private static final double CONTOUR_TOLERANCE_MM = 0.51e-4;

  /** Doses are written to 0.1 µGy and kept as float. */
  private static final double DOSE_TOLERANCE_GY = 1e-5;

  @TempDir Path source;
  @TempDir Path caseFolder;
  private TestStudy study;

  @BeforeEach
  void write() throws Exception {
    study = new TestStudy(source).writeAll();
  }

  @Test
  void fillsThePatient() throws Exception {
    PatientCase patientCase = Imports.run(source, caseFolder).patientCase();

    assertEquals("T-1", patientCase.getPatient().getPatientId());
    assertEquals("王^小东", patientCase.getPatient().getName());
    assertEquals("1970-05-04", patientCase.getPatient().getBirthDate());
    assertEquals("王 小东", patientCase.getTitle());
    assertTrue(patientCase.isSynthetic());
  }

  @Test
  void returnsImagesWithTheirGeometry() throws Exception {
    PatientCase patientCase = Imports.run(source, caseFolder).patientCase();

    assertEquals(ImageRole.PLANNING_CT, patientCase.getImageSeries().getFirst().getRole());
    checkImage(Imports.image(caseFolder, patientCase.getImageSeries().getFirst()));
  }

  private void checkImage(ImageVolume image) {
    assertSame(study.geometry(), image.geometry());
    for (int z = 0; z < TestStudy.SIZE_Z; z++) {
      for (int y = 0; y < TestStudy.SIZE_Y; y++) {
        for (int x = 0; x < TestStudy.SIZE_X; x++) {
          assertEquals(TestStudy.intensityAt(x, y, z), image.intensityAt(x, y, z));
        }
      }
    }
  }

  private static void assertSame(GridGeometry expected, GridGeometry actual) {
    assertEquals(expected.sizeX(), actual.sizeX());
    assertEquals(expected.sizeY(), actual.sizeY());
    assertEquals(expected.sizeZ(), actual.sizeZ());
    for (int corner = 0; corner < 8; corner++) {
      int x = (corner & 1) * 4;
      int y = (corner >> 1 & 1) * 3;
      int z = (corner >> 2) * 5;
      assertEquals(
          0,
          expected.toPatientMm(x, y, z).distanceTo(actual.toPatientMm(x, y, z)),
          POSITION_TOLERANCE_MM);
    }
  }

  @Test
  void returnsStructuresWithTheirContours() throws Exception {
    PatientCase patientCase = Imports.run(source, caseFolder).patientCase();
    StructureSet set = patientCase.getStructureSets().getFirst();

    Structure ptv = set.getStructures().getFirst();
    assertEquals("PTV", ptv.getName());
    assertEquals(StructureType.PTV, ptv.getType());
    assertEquals(0xff8000, ptv.getColourRgb());
    assertEquals("Brainstem", set.getStructures().getLast().getTg263Name());
    assertEquals(patientCase.getImageSeries().getFirst(), set.getImageSeries());
    Map<Integer, ContourSet> contours =
        new DicomVoxels().readContours(caseFolder, set, new NullProgressMonitor());
    assertEquals(3, contours.get(3).contours().size());
    assertEquals(1, contours.get(7).contours().size());
    Vector3 expected = study.geometry().toPatientMm(0.5, 0.5, 1);
    Vector3 actual = contours.get(3).contours().getFirst().pointMm(0);
    assertEquals(0, expected.distanceTo(actual), CONTOUR_TOLERANCE_MM);
  }

  @Test
  void returnsThePlan() throws Exception {
    ImportResult result = Imports.run(source, caseFolder);
    Course course = result.patientCase().getCourses().getFirst();
    Plan plan = course.getPlans().getFirst();

    assertEquals(CourseKind.PLANNED, course.getKind());
    assertEquals(60, plan.getPrescription().getTotalDoseGy());
    assertEquals(30, plan.getPrescription().getFractionCount());
    assertEquals("PTV", plan.getPrescription().getTarget().getName());
    assertEquals(60, plan.getImportedTotalDoseGy());
    assertEquals(30, plan.getImportedFractionCount());
    assertFalse(Imports.findings(result, Severity.INFO, "54.0 Gy to Brainstem").isEmpty());
    Beam lateral = plan.getBeams().getLast();
    assertEquals(15, lateral.getEnergyMv());
    assertEquals(80, lateral.getMonitorUnits());
    assertEquals(90, lateral.getControlPoints().getLast().getGantryAngleDeg());
    assertEquals(1, lateral.getControlPoints().getLast().getCumulativeWeightFraction());
    assertArrayEquals(
        new Object[] {-50.0, 40.0}, lateral.getControlPoints().getLast().getJawXMm().toArray());
    assertArrayEquals(new Object[] {1.0, 2.0, 3.0}, lateral.getIsocentreMm().toArray());
  }

  @Test
  void returnsPlanAndBeamDoses() throws Exception {
    Plan plan =
        Imports.run(source, caseFolder).patientCase().getCourses().getFirst().getPlans().getFirst();

    assertEquals(3, plan.getDoses().size());
    for (DoseDistribution dose : plan.getDoses()) {
      float factor =
          dose.getSummation() == DoseSummation.PLAN
              ? 1
              : dose.getBeam().getNumber() == 1 ? 0.25f : 0.75f;
      DoseGrid grid = Imports.dose(caseFolder, dose);
      assertSame(study.geometry(), grid.geometry());
      assertEquals(factor * TestStudy.doseGyAt(3, 2, 4), grid.doseGyAt(3, 2, 4), DOSE_TOLERANCE_GY);
      assertEquals(TestStudy.FRAME, dose.getFrameOfReference().getUid());
    }
  }

  @Test
  void returnsTheRegistrationInItsDirection() throws Exception {
    PatientCase patientCase = Imports.run(source, caseFolder).patientCase();
    Registration registration = patientCase.getRegistrations().getFirst();

    assertEquals(TestStudy.OTHER_FRAME, registration.getFrom().getUid());
    assertEquals(TestStudy.FRAME, registration.getTo().getUid());
    assertEquals(TestStudy.SHIFT_MM.x(), registration.getMatrix().get(3));
    assertEquals(TestStudy.SHIFT_MM.z(), registration.getMatrix().get(11));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0, 0, 0, -1", // sagittal
    "1, 0, 0, 0, 0, -1", // coronal
    "-1, 0, 0, 0, 1, 0", // feet first: slices run downwards
    "0.8, 0.6, 0, -0.6, 0.8, 0" // oblique
  })
  void keepsAnyOrientation(double a, double b, double c, double d, double e, double f)
      throws Exception {
    Path oblique = Files.createDirectory(source.resolve("oblique"));
    Axes axes = Axes.ofRowAndColumn(new Vector3(a, b, c), new Vector3(d, e, f));
    study = new TestStudy(oblique, "A^B", LocalDate.of(2026, 3, 1), axes).writeAll();

    PatientCase patientCase = Imports.run(oblique, caseFolder).patientCase();

    checkImage(Imports.image(caseFolder, patientCase.getImageSeries().getFirst()));
    Plan plan = patientCase.getCourses().getFirst().getPlans().getFirst();
    DoseGrid dose = Imports.dose(caseFolder, plan.getDoses().getFirst());
    assertSame(study.geometry(), dose.geometry());
    assertEquals(TestStudy.doseGyAt(3, 2, 4), dose.doseGyAt(3, 2, 4), DOSE_TOLERANCE_GY);
  }

  @Test
  void copiesFilesUnchangedWithTheirDigest() throws Exception {
    PatientCase patientCase = Imports.run(source, caseFolder).patientCase();
    DicomReference slice = patientCase.getImageSeries().getFirst().getInstances().getFirst();

    Path copy = caseFolder.resolve(slice.getRelativePath());
    assertEquals("dicom/ct-1/0001.dcm", slice.getRelativePath());
    assertEquals(-1, Files.mismatch(source.resolve("CT1/CT_001.dcm"), copy));
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(copy));
    assertEquals(HexFormat.of().formatHex(digest), slice.getSha256());
  }

  @Test
  void writesTheSameBytesEachTime() throws Exception {
    Path again = Files.createDirectory(source.resolve("again"));
    new TestStudy(again).writeAll();
    for (String file : new String[] {"CT1/CT_002.dcm", "RS.dcm", "RP.dcm", "RD.dcm", "REG.dcm"}) {
      assertEquals(-1, Files.mismatch(source.resolve(file), again.resolve(file)), file);
    }
    new TestStudy(again, "王^小东", LocalDate.of(2026, 4, 1), Axes.PATIENT).writeAll();
    assertNotEquals(-1, Files.mismatch(source.resolve("RP.dcm"), again.resolve("RP.dcm")));
  }

  @Test
  void leavesNothingBehindWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      assertThrows(
          OperationCanceledException.class,
          () -> new DicomImport().importFolder(source, caseFolder, executor, monitor));
    }
    assertFalse(Files.exists(caseFolder.resolve("dicom")));
  }

  @Test
  void refusesAFolderThatHoldsACase() throws Exception {
    Imports.run(source, caseFolder);

    assertThrows(DicomReadException.class, () -> Imports.run(source, caseFolder));
  }

  @Test
  void refusesAnObjectThatWasExchangedAfterTheImport() throws Exception {
    PatientCase patientCase = Imports.run(source, caseFolder).patientCase();
    Files.copy(
        source.resolve("CT1/CT_002.dcm"),
        caseFolder.resolve("dicom/ct-1/0001.dcm"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    var refused =
        assertThrows(
            DicomReadException.class,
            () -> Imports.image(caseFolder, patientCase.getImageSeries().getFirst()));
    assertEquals("(0008,0018) SOPInstanceUID", refused.tag());
  }
}
