/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.cases.SyntheticRows;
import org.recourse.cohort.tables.SyntheticTables;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.tensor.Tensor;
import org.recourse.model.Course;
import org.recourse.model.PatientCase;
import org.recourse.model.store.CaseStore;
import org.recourse.phantom.cohort.CohortSettings;
import org.recourse.phantom.cohort.PatientCaseFolder;
import org.recourse.phantom.cohort.SyntheticCohort;
import org.recourse.phantom.cohort.SyntheticPatient;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

class CaseFolderSourceTest {

  /** Contours lose less than half a micrometre in DICOM; a few voxels on the border may change. */
  private static final double VOXEL_TOLERANCE = 0.002;

  private static final double DOSE_TOLERANCE_GY = 0.02;

  @TempDir Path folder;

  @Test
  void dicomGivesTheImagesAndRegionsOfThePatient() throws Exception {
    var cohort = new SyntheticCohort(12, CohortSettings.STANDARD);
    SyntheticPatient patient = cohort.patient(0);
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      new PatientCaseFolder(patient, 2)
          .write(folder.resolve("case"), executor, new NullProgressMonitor());
    }
    PatientCase written = new CaseStore().load(folder.resolve("case"));
    assertTrue(written.isSynthetic());
    assertEquals(
        List.of("First course", "Re-irradiation"),
        written.getCourses().stream().map(Course::getLabel).toList());
    assertEquals(4, written.getImageSeries().size());
    var table = new CohortTable(List.of(SyntheticRows.row(patient, "train", "case")));
    var source = new CaseFolderSource(table, folder, "ptvnx");
    List<ImagedRegion> read = source.load(patient.id(), 2, new NullProgressMonitor());
    List<ImagedRegion> made =
        new SyntheticSource(cohort, 0, 1).load(patient.id(), 2, new NullProgressMonitor());
    assertEquals(made.size(), read.size());
    for (int i = 0; i < made.size(); i++) {
      assertEquals(made.get(i).sequence(), read.get(i).sequence());
      assertEquals(made.get(i).reader(), read.get(i).reader());
      assertSame(made.get(i).image(), read.get(i).image());
      assertClose(made.get(i).region(), read.get(i).region());
    }
    Map<String, Set<String>> digests = CohortCases.imageDigests(table, folder);
    assertTrue(digests.get(patient.id()).size() > 50);
    doseOfTheCaseIsThatOfThePatient(cohort, table, patient);
    Files.delete(folder.resolve("case").resolve("case.recourse"));
    assertThrows(CaseFailure.class, () -> source.load(patient.id(), 1, new NullProgressMonitor()));
  }

  /**
   * DICOM keeps doses in steps far below a centigray; contours may flip a voxel of the border.
   * Contours are 3 mm apart, so that with voxels of 4 mm the centres of whole slices would lie half
   * way between two of them and rounding would decide.
   */
  private void doseOfTheCaseIsThatOfThePatient(
      SyntheticCohort cohort, CohortTable table, SyntheticPatient patient) throws Exception {
    var grid = new DoseVolumeGrid(new NetworkSize(20, 20, 14), 3.7);
    Tensor read =
        new CaseFolderDoses(table, folder, "ptvnx")
            .dose(patient.id(), grid, new NullProgressMonitor())
            .orElseThrow();
    Tensor made =
        SyntheticTables.doses(cohort, 1, grid.spacingMm())
            .of(patient.id(), grid.size())
            .orElseThrow();
    int inside = 0;
    int different = 0;
    for (int i = 0; i < made.shape().valueCount(); i++) {
      inside += made.at(i) > 0 ? 1 : 0;
      different += Math.abs(made.at(i) - read.at(i)) > DOSE_TOLERANCE_GY ? 1 : 0;
    }
    assertTrue(inside > 50, "voxels inside: " + inside);
    assertTrue(different <= 2, different + " of " + inside + " voxels differ");
    CaseFailure failure =
        assertThrows(
            CaseFailure.class,
            () ->
                new CaseFolderDoses(table, folder, "PTV of another site")
                    .dose(patient.id(), grid, new NullProgressMonitor()));
    assertTrue(failure.getMessage().contains("PTV of another site"), failure.getMessage());
  }

  private static void assertSame(VoxelBlock made, VoxelBlock read) {
    assertEquals(made.geometry().voxelCount(), read.geometry().voxelCount());
    for (int i = 0; i < made.geometry().voxelCount(); i += 7) {
      assertEquals(made.valueAt(i), read.valueAt(i), 1e-3);
    }
  }

  private static void assertClose(Region made, Region read) {
    int different = 0;
    for (int i = 0; i < made.geometry().voxelCount(); i++) {
      different += made.contains(i) == read.contains(i) ? 0 : 1;
    }
    assertTrue(
        different <= VOXEL_TOLERANCE * made.voxelCount() + 2,
        different + " of " + made.voxelCount());
  }
}
