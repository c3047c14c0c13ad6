/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.grid.exchange.NrrdWriter;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.tensor.Tensor;
import org.recourse.risk.MrSequence;
import org.recourse.training.TrainingException;

class PatientTableTest {

  private static final DoseBox BOX = new DoseBox(new NetworkSize(4, 4, 2), new Vector3(2, 2, 2));
  private static final GridGeometry GRID =
      new GridGeometry(9, 9, 9, new Vector3(-8, -8, -8), new Vector3(2, 2, 2));

  @TempDir Path folder;

  private Path table(String... lines) throws IOException {
    return Files.write(folder.resolve("patients.csv"), List.of(lines), StandardCharsets.UTF_8);
  }

  private TrainingCohort read(Path table, Optional<Path> doses) throws TrainingException {
    return new PatientTable(table, doses, false).cohort(BOX, new NullProgressMonitor());
  }

  @Test
  void columnsAreFoundByName() throws IOException, TrainingException {
    Path table =
        table(
            "prescribedGy, T1/original_a, id, event, fractions, T2/original_b, remark",
            "60, 1.5, p1, 1, 30, -2, good",
            "54, 2.5, p2, 0, 27, 3e1, ");

    TrainingCohort cohort = read(table, Optional.empty());

    assertEquals(List.of("T1/original_a", "T2/original_b"), cohort.featureNames());
    assertEquals(List.of(MrSequence.T1, MrSequence.T2), cohort.sequences());
    assertEquals(30, cohort.cases().get(1).features()[1]);
    assertEquals(1, cohort.eventCount());
    assertEquals(27, cohort.facts().fractions().minimum());
    assertEquals(2, cohort.facts().dosePerFractionGy().maximum());
    assertTrue(!cohort.hasDose() && !cohort.synthetic());
  }

  @Test
  void mistakesAreNamedWithTheirLine() throws IOException {
    String header = "id,event,fractions,prescribedGy,T1/a";
    refused("line 2: event is neither", header, "p1,2,30,60,1");
    refused("line 2: T1/a is no number: x", header, "p1,1,30,60,x");
    refused("line 2: T1/a is no number: NaN", header, "p1,1,30,60,NaN");
    refused("line 2: fractions are whole", header, "p1,1,2.5,60,1");
    refused("line 2: it has 4 cells", header, "p1,1,30,60");
    refused("line 3: the id p1 occurs twice", header, "p1,1,30,60,1", "p1,0,30,60,1");
    refused("no column fractions", "id,event,prescribedGy,T1/a", "p1,1,60,1");
    refused("has no patients", header);
  }

  private void refused(String part, String... lines) throws IOException {
    Path table = table(lines);
    TrainingException refused =
        assertThrows(TrainingException.class, () -> read(table, Optional.empty()));
    assertTrue(refused.getMessage().contains(part), refused.getMessage());
  }

  /** The target is 3 x 3 x 1 voxels about the origin, the dose 50 Gy + 1 Gy/mm along x. */
  @Test
  void theDoseIsCutOutAboutTheTarget() throws IOException, TrainingException {
    write("p1", (x, y, z) -> 50 + x);
    write("p1.target", (x, y, z) -> Math.abs(x) <= 2 && Math.abs(y) <= 2 && z == 0 ? 1 : 0);
    Path table = table("id,event,fractions,prescribedGy,T1/a", "p1,1,30,60,1");

    TrainingCohort cohort = read(table, Optional.of(folder));

    Tensor dose = cohort.cases().getFirst().dose().orElseThrow();
    // voxel centres at -3, -1, 1, 3 mm along x and y, -1, 1 mm along z; half of the mask reaches 1
    assertEquals(BOX.size().doseShape(), dose.shape());
    assertEquals(0, dose.at(0));
    assertEquals(49, dose.at(5), 1e-4);
    assertEquals(51, dose.at(6), 1e-4);
    assertEquals(51, cohort.facts().maximumDoseGy().maximum(), 1e-2);
  }

  @Test
  void aDoseThatIsMissingIsNamed() throws IOException {
    Path table = table("id,event,fractions,prescribedGy,T1/a", "p1,1,30,60,1");

    TrainingException refused =
        assertThrows(TrainingException.class, () -> read(table, Optional.of(folder)));
    assertTrue(refused.getMessage().contains("p1.nrrd"), refused.getMessage());

    Path escaping = table("id,event,fractions,prescribedGy,T1/a", "../p1,1,30,60,1");
    assertThrows(TrainingException.class, () -> read(escaping, Optional.of(folder)));
  }

  private interface Field {
    double at(double xMm, double yMm, double zMm);
  }

  private void write(String name, Field field) throws IOException {
    DoseGrid.Builder builder = DoseGrid.builder(GRID);
    float[] slice = new float[GRID.sliceVoxelCount()];
    for (int z = 0; z < GRID.sizeZ(); z++) {
      for (int i = 0; i < slice.length; i++) {
        Vector3 p = GRID.centreMm(z * slice.length + i);
        slice[i] = (float) field.at(p.x(), p.y(), p.z());
      }
      builder.slice(z, slice);
    }
    new NrrdWriter("test", Map.of())
        .write(folder.resolve(name + ".nrrd"), builder.build(), new NullProgressMonitor());
  }
}
