/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.Mask;
import org.recourse.radiobiology.response.PoissonTcp;

class TumourControlTest {

  private static final GridGeometry GRID =
      new GridGeometry(4, 4, 2, new Vector3(0, 0, 0), new Vector3(5, 5, 5));

  /** Half a bin of 0.01 Gy is 0.0067 Gy BED, which moves the worked example by 2e-5. */
  private static final double BIN_TOLERANCE = 3e-5;

  private static Dvh dvh(double firstSliceGy, double secondSliceGy) {
    DoseGrid.Builder dose = DoseGrid.builder(GRID);
    Mask.Builder mask = Mask.builder(GRID);
    double[] gy = {firstSliceGy, secondSliceGy};
    for (int z = 0; z < 2; z++) {
      float[] slice = new float[16];
      java.util.Arrays.fill(slice, (float) gy[z]);
      var all = new BitSet();
      all.set(0, 16);
      dose.slice(z, slice);
      mask.slice(z, all);
    }
    return StructureSampling.ofMask(mask.build(), GRID, new NullProgressMonitor())
        .dvh(dose.build())
        .orElseThrow();
  }

  @Test
  void oneDoseEverywhereIsTheWorkedExample() {
    double control = TumourControl.STANDARD.probability(dvh(60, 60), 27);

    assertEquals(0.997214, control, BIN_TOLERANCE);
    assertEquals(
        new PoissonTcp(1e7, 0.3).probability(60 * (1 + 60 / 270.0)), control, BIN_TOLERANCE);
  }

  /** A cold half decides: control is that of half the cells at the lower dose. */
  @Test
  void aColdPartDecides() {
    double control = TumourControl.STANDARD.probability(dvh(40, 60), 27);

    double cold = new PoissonTcp(0.5e7, 0.3).probability(40 * (1 + 40 / 270.0));
    assertEquals(cold, control, 0.02 + 0.02 * cold);
    assertTrue(control < TumourControl.STANDARD.probability(dvh(60, 60), 27));
  }

  @Test
  void refusesNonsense() {
    assertThrows(IllegalArgumentException.class, () -> new TumourControl(0, 0.3, 10));
    assertThrows(
        IllegalArgumentException.class, () -> TumourControl.STANDARD.probability(dvh(1, 1), 0));
  }

  @Test
  void organsAreKnownByTheirNames() {
    CriticalOrgan carotid = CriticalOrgan.STANDARD.getFirst();
    assertTrue(carotid.isNamed("A_Carotid_L"));
    assertTrue(carotid.isNamed("Carotid L"));
    assertTrue(carotid.isNamed("carotid_left"));
    assertFalse(carotid.isNamed("A_Carotid_R"));
  }
}
