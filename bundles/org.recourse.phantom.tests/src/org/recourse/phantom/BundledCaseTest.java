/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.dicom.voxels.DicomVoxels;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.CourseSource;
import org.recourse.model.DoseDistribution;
import org.recourse.model.DoseSummation;
import org.recourse.model.ImageRole;
import org.recourse.model.ImageSeries;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Registration;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.store.CaseStore;
import org.recourse.model.validate.CaseValidator;
import org.recourse.phantom.internal.files.CaseFrame;
import org.recourse.phantom.internal.files.CaseSampling;

/** The whole way through DICOM, on the coarse variant of the case. */
class BundledCaseTest {

  /** DICOM decimal strings of a direction have about twelve digits. */
  private static final double MATRIX_DIGITS = 1e-9;

  /** Beam doses are written in steps of 0.1 µGy; nine of them and the sum are rounded. */
  private static final double SUM_ROUNDING_GY = 1e-5;

  @TempDir private static Path folder;

  private static SliceExecutor executor;
  private static Path caseFolder;
  private static PatientCase patientCase;

  @BeforeAll
  static void makeAndReload() throws Exception {
    executor = SliceExecutor.ofThreads(2);
    caseFolder = ensure(folder.resolve("cases"));
    patientCase = new CaseStore().load(caseFolder);
  }

  @AfterAll
  static void close() {
    executor.close();
  }

  @Test
  void validatesWithoutProblem() {
    assertEquals(List.of(), new CaseValidator().validate(patientCase));
  }

  @Test
  void isMarkedAsSyntheticEverywhere() throws IOException {
    assertTrue(patientCase.isSynthetic());
    assertTrue(patientCase.getPatient().getName().startsWith("Synthetic^Reirradiation="));
    assertTrue(patientCase.getPatient().getName().contains("\u5408\u6210"));
    byte[] notice = "SYNTHETIC".getBytes(StandardCharsets.US_ASCII);
    try (Stream<Path> files = Files.walk(caseFolder.resolve("dicom"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertTrue(contains(Files.readAllBytes(file), notice), file + " is not marked");
      }
    }
  }

  @Test
  void hasTheFiveImageSeriesInTheirRoles() {
    List<ImageRole> roles =
        patientCase.getImageSeries().stream().map(ImageSeries::getRole).sorted().toList();

    assertEquals(
        List.of(ImageRole.PLANNING_CT, ImageRole.CT, ImageRole.T1, ImageRole.T1C, ImageRole.T2),
        roles);
    assertEquals(ImageRole.PLANNING_CT, patientCase.getImageSeries().getFirst().getRole());
  }

  @Test
  void hasADicomAPaperAndAPlannedCourse() {
    List<Course> courses = patientCase.getCourses();

    assertEquals(3, courses.size());
    assertEquals(CourseKind.PREVIOUS, courses.get(0).getKind());
    assertEquals(CourseSource.DICOM, courses.get(0).getSource());
    assertEquals(70, courses.get(0).getPlans().getFirst().getPrescription().getTotalDoseGy());
    assertEquals(CourseSource.PAPER, courses.get(1).getSource());
    assertEquals(8, courses.get(1).getTypedDoses().size());
    assertTrue(courses.get(1).getPlans().isEmpty());
    assertEquals(CourseKind.PLANNED, courses.get(2).getKind());
    Plan plan = courses.get(2).getPlans().getFirst();
    assertEquals(60, plan.getPrescription().getTotalDoseGy());
    assertEquals(27, plan.getPrescription().getFractionCount());
    assertEquals("PTVnx", plan.getPrescription().getTarget().getName());
    assertEquals(9, plan.getBeams().size());
    assertEquals(10, plan.getDoses().size());
  }

  @Test
  void registrationsLeadToThePlanningCt() {
    assertEquals(2, patientCase.getRegistrations().size());
    for (Registration registration : patientCase.getRegistrations()) {
      CaseFrame from =
          Arrays.stream(CaseFrame.values())
              .filter(frame -> frame.uid().equals(registration.getFrom().getUid()))
              .findFirst()
              .orElseThrow();
      assertEquals(CaseFrame.PLANNING.uid(), registration.getTo().getUid());
      double[] matrix =
          registration.getMatrix().stream().mapToDouble(Double::doubleValue).toArray();
      AffineTransform expected = from.toPlanning();
      Vector3 point = new Vector3(50, -60, 70);
      assertEquals(
          0,
          expected.apply(point).distanceTo(AffineTransform.ofMatrix4x4(matrix).apply(point)),
          200 * MATRIX_DIGITS);
      assertTrue(expected.isRigid(1e-12));
    }
  }

  @Test
  void beamDosesReadBackAddUpToThePlanDose() throws Exception {
    Plan plan = patientCase.getCourses().get(2).getPlans().getFirst();
    GridGeometry geometry = CaseSampling.coarse().plannedDose();
    double[] totalGy = new double[geometry.voxelCount()];
    double[] sumGy = new double[geometry.voxelCount()];
    for (DoseDistribution distribution : plan.getDoses()) {
      DoseGrid dose =
          new DicomVoxels().readDose(caseFolder, distribution, new NullProgressMonitor());
      assertEquals(geometry, dose.geometry());
      double[] target = distribution.getSummation() == DoseSummation.PLAN ? totalGy : sumGy;
      for (int i = 0; i < target.length; i++) {
        target[i] += dose.doseGyAt(i);
      }
    }
    assertArrayEquals(totalGy, sumGy, SUM_ROUNDING_GY);
    assertTrue(Arrays.stream(totalGy).max().orElseThrow() > 60);
  }

  @Test
  void structuresReadBackHaveTissueAndContours() throws Exception {
    StructureSet structures = patientCase.getStructureSets().getFirst();
    Map<Integer, ContourSet> contours =
        new DicomVoxels().readContours(caseFolder, structures, new NullProgressMonitor());
    Map<String, Structure> byName =
        structures.getStructures().stream()
            .collect(Collectors.toMap(Structure::getName, Function.identity()));

    assertEquals(2, byName.get("SpinalCord").getAlphaBetaGy());
    assertEquals(3, byName.get("Lobe_Temporal_R").getAlphaBetaGy());
    assertEquals(10, byName.get("PTVnx").getAlphaBetaGy());
    ContourSet left = contours.get(byName.get("Lobe_Temporal_L").getRoiNumber());
    assertTrue(left.contours().stream().allMatch(contour -> contour.pointMm(0).x() > 0));
    assertFalse(contours.get(byName.get("Mucosa_NPX").getRoiNumber()).isEmpty());
  }

  @Test
  void everyGoalNamesAStructureOfThePlan() {
    List<String> names =
        patientCase.getStructureSets().getFirst().getStructures().stream()
            .map(Structure::getName)
            .toList();

    assertFalse(patientCase.getGoals().isEmpty());
    patientCase.getGoals().forEach(goal -> assertTrue(names.contains(goal.getStructureName())));
  }

  @Test
  void secondMakingGivesTheSameBytes(@TempDir Path other) throws Exception {
    Path again = ensure(other);

    assertEquals(content(caseFolder), content(again));
  }

  @Test
  void isMadeOnceAndLeavesNothingBeside() throws Exception {
    Path parent = folder.resolve("cases");
    Object made = Files.getLastModifiedTime(CaseStore.caseFile(caseFolder));

    assertEquals(caseFolder, ensure(parent));
    assertEquals(made, Files.getLastModifiedTime(CaseStore.caseFile(caseFolder)));
    try (Stream<Path> entries = Files.list(parent)) {
      assertEquals(List.of(caseFolder), entries.toList());
    }
  }

  @Test
  void refusesAFolderThatIsNotEmpty() {
    assertThrows(
        PhantomException.class,
        () ->
            BundledCase.create(
                caseFolder, CaseSampling.coarse(), executor, new NullProgressMonitor()));
  }

  @Test
  void cancelledMakingLeavesNothing(@TempDir Path parent) throws IOException {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);

    assertThrows(
        OperationCanceledException.class,
        () -> BundledCase.ensure(parent, CaseSampling.coarse(), executor, monitor));
    try (Stream<Path> entries = Files.list(parent)) {
      assertEquals(List.of(), entries.toList());
    }
  }

  private static Path ensure(Path parent) throws PhantomException {
    return BundledCase.ensure(parent, CaseSampling.coarse(), executor, new NullProgressMonitor());
  }

  private static Map<String, Integer> content(Path root) throws IOException {
    Map<String, Integer> hashByFile = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashByFile.put(root.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return hashByFile;
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }
}
