/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.cohort.cases.TableFormatException;
import org.recourse.cohort.evaluation.MadeUpCohort;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.tensor.Tensor;

class CohortFolderTest {

  private static final NetworkSize SIZE = new NetworkSize(2, 2, 2);

  @TempDir Path folder;

  @Test
  void readsTablesReadingsAndDoses() throws Exception {
    PreparedCohort cohort = new MadeUpCohort(4, 1, 0).patients(40, 0, 20, 1);
    cohort.patients().write(folder.resolve("cohort.csv"));
    cohort.features().write(folder.resolve("features.csv"));
    cohort.readings().getFirst().write(folder.resolve("features.reader-1.csv"));
    Files.writeString(folder.resolve("dose-grid.csv"), "sizeX,sizeY,sizeZ,spacingMm\n2,2,2,4\n");
    ByteBuffer doses = ByteBuffer.allocate(60 * 8 * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 60 * 8; i++) {
      doses.putFloat(i);
    }
    Files.write(folder.resolve("cohort.dose.f32"), doses.array());

    CohortFolder read = CohortFolder.read(folder);

    assertEquals(cohort.patients(), read.cohort().patients());
    assertEquals(cohort.features().featureNames(), read.cohort().features().featureNames());
    assertEquals(1, read.cohort().readings().size());
    Tensor third = read.doses().of("p2", SIZE).orElseThrow();
    assertEquals(2 * 8 + 5, third.at(5), 0);
    assertTrue(read.doses().of("nobody", SIZE).isEmpty());
    assertThrows(IOException.class, () -> read.doses().of("p2", new NetworkSize(4, 4, 4)));
  }

  @Test
  void saysWhatIsMissing() {
    TableFormatException refusal =
        assertThrows(TableFormatException.class, () -> CohortFolder.read(folder));
    assertTrue(refusal.getMessage().contains("cohort.csv"), refusal.getMessage());
  }
}
