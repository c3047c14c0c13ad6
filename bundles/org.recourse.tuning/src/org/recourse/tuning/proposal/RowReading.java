/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.geometry.Vector3;
import org.recourse.tuning.internal.voxels.StructureVoxels;

/** Reads the doses of the beams in structures. Thread-safe. */
final class RowReading {

  /** Voxels of an organ kept for its hot end: those with at least this part of its maximum. */
  private static final double HOT_FRACTION = 0.4;

  private static final int FEWEST_KEPT = 500;
  private static final double MM3_PER_CM3 = 1000;

  private final StructureVoxels voxels;

  RowReading(StructureVoxels voxels) {
    this.voxels = voxels;
  }

  /** Returns the doses of the beams in a structure: all voxels of a target, else the hot ones. */
  Optional<BeamRows> of(
      StructureState structure, PlanNumbers numbers, BeamBasis basis, IProgressMonitor monitor)
      throws DicomReadException {
    PlanNumbers.PlanDose dose = numbers.planDose().orElseThrow(); // there is a basis
    Optional<int[]> positions =
        voxels.of(structure, numbers.snapshot(), dose.frameUid(), basis.geometry(), monitor);
    if (positions.isEmpty()) {
      return Optional.empty();
    }
    int[] all = positions.get();
    int[] used = structure.isTarget() ? all : hot(all, numbers);
    float[][] rows = new float[basis.beamCount()][used.length];
    for (int b = 0; b < rows.length; b++) {
      gather(basis, b, used, rows[b]);
    }
    Vector3 spacing = basis.geometry().spacingMm();
    double voxelCm3 = spacing.x() * spacing.y() * spacing.z() / MM3_PER_CM3;
    return Optional.of(new BeamRows(structure.name(), rows, all.length, voxelCm3));
  }

  private static void gather(BeamBasis basis, int beam, int[] positions, float[] row) {
    int sliceVoxels = basis.geometry().sliceVoxelCount();
    float[] slice = new float[sliceVoxels];
    int loaded = -1;
    for (int i = 0; i < positions.length; i++) { // ascending: every slice is copied once
      int z = positions[i] / sliceVoxels;
      if (z != loaded) {
        basis.beamDose().get(beam).copySlice(z, slice);
        loaded = z;
      }
      row[i] = (float) (slice[positions[i] - z * sliceVoxels] * basis.gyPerImportedGy());
    }
  }

  private static int[] hot(int[] positions, PlanNumbers numbers) {
    float[] dose = new float[positions.length];
    var grid = numbers.planDose().orElseThrow().doseGy();
    int sliceVoxels = grid.geometry().sliceVoxelCount();
    float[] slice = new float[sliceVoxels];
    int loaded = -1;
    for (int i = 0; i < positions.length; i++) {
      int z = positions[i] / sliceVoxels;
      if (z != loaded) {
        grid.copySlice(z, slice);
        loaded = z;
      }
      dose[i] = slice[positions[i] - z * sliceVoxels];
    }
    float[] sorted = dose.clone();
    Arrays.sort(sorted);
    float most = sorted[sorted.length - 1];
    float least =
        Math.min((float) (HOT_FRACTION * most), sorted[Math.max(0, sorted.length - FEWEST_KEPT)]);
    List<Integer> used = new ArrayList<>();
    for (int i = 0; i < positions.length; i++) {
      if (dose[i] >= least) {
        used.add(positions[i]);
      }
    }
    return used.stream().mapToInt(Integer::intValue).toArray();
  }
}
