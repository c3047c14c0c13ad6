/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.radiomics.BuiltInFeatures;
import org.recourse.risk.MrSequence;
import org.recourse.training.ModelInputs;
import org.recourse.training.cohort.BundledVariations;
import org.recourse.training.cohort.PatientTable;

class TrainingEntryTest {

  private static final ModelInputs WITH_DOSE = new ModelInputs(List.of(MrSequence.T1), true);
  private static final ModelInputs WITHOUT_DOSE = new ModelInputs(List.of(MrSequence.T1), false);

  @TempDir Path folder;

  private TrainingEntry entry(boolean synthetic, String table, String doses, ModelInputs inputs) {
    return new TrainingEntry(
        synthetic, 97, table, doses, inputs, NetworkVariant.PAPER, 2, 5, 300, folder.toString());
  }

  @Test
  void whatIsMissingIsSaid() throws IOException {
    String table = Files.createFile(folder.resolve("t.csv")).toString();

    assertTrue(entry(true, "", "", WITH_DOSE).mistake().isEmpty());
    assertTrue(entry(false, "nowhere", "", WITH_DOSE).mistake().orElseThrow().contains("table"));
    assertTrue(entry(false, table, "", WITH_DOSE).mistake().orElseThrow().contains("dose files"));
    assertTrue(entry(false, table, "", WITHOUT_DOSE).mistake().isEmpty());
    assertTrue(entry(false, table, folder.toString(), WITH_DOSE).mistake().isEmpty());
  }

  @Test
  void everyVoxelSizeIsABox() {
    for (int voxelMm : TrainingEntry.VOXELS_MM) {
      var entry =
          new TrainingEntry(
              true, 50, "", "", WITH_DOSE, NetworkVariant.FAST, voxelMm, 3, 9, "folder");
      assertEquals(120 / voxelMm, entry.settings().box().size().sizeX());
      assertEquals(9, entry.settings().epochs());
      assertEquals(3, entry.settings().folds());
    }
  }

  @Test
  void patientsComeFromWhatWasChosen() {
    var features = BuiltInFeatures.catalogue();

    assertInstanceOf(
        BundledVariations.class, entry(true, "", "", WITH_DOSE).source(folder, features));
    PatientTable table =
        assertInstanceOf(
            PatientTable.class, entry(false, "t.csv", " ", WITHOUT_DOSE).source(folder, features));
    assertTrue(table.doses().isEmpty());
    assertTrue(!table.synthetic());
  }

  /** The folder of the package is none of its business: training goes on into another one. */
  @Test
  void theSameTrainingHasTheSameCheckpoints() {
    TrainingEntry one = entry(true, "", "", WITH_DOSE);

    assertEquals(one.key(), entry(true, "", "", WITH_DOSE).key());
    assertNotEquals(one.key(), entry(true, "", "", WITHOUT_DOSE).key());
    assertNotEquals(one.key(), entry(false, "", "", WITH_DOSE).key());
  }
}
