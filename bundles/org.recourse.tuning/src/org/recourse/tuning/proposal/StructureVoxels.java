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
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourRasteriser;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;

/** Voxels of structures on the grid of the planned dose, kept. Thread-safe. */
final class StructureVoxels {

  /** Voxels of an organ kept for its hot end: those with at least this part of its maximum. */
  private static final double HOT_FRACTION = 0.4;

  private static final int FEWEST_KEPT = 500;
  private static final double MM3_PER_CM3 = 1000;

  private record Key(
      String set, int roi, String digest, AffineTransform toDose, GridGeometry geometry) {}

  private final CaseVoxels voxels;
  private final SliceExecutor executor;
  private final Map<Key, int[]> kept = new ConcurrentHashMap<>();

  StructureVoxels(CaseVoxels voxels, SliceExecutor executor) {
    this.voxels = voxels;
    this.executor = executor;
  }

  /** Returns positions of the voxels on the grid of the plan; empty if the place is unknown. */
  Optional<int[]> of(StructureState structure, PlanNumbers numbers, IProgressMonitor monitor)
      throws DicomReadException {
    if (numbers.planDose().isEmpty()) {
      return Optional.empty();
    }
    PlanNumbers.PlanDose dose = numbers.planDose().get();
    Optional<AffineTransform> toDose =
        numbers.snapshot().frameTransforms().between(structure.frameUid(), dose.frameUid());
    if (toDose.isEmpty()) {
      return Optional.empty();
    }
    var key =
        new Key(
            structure.structureSetUid(),
            structure.roiNumber(),
            structure.contourDigest(),
            toDose.get(),
            dose.doseGy().geometry());
    int[] known = kept.get(key);
    if (known == null) {
      ContourSet contours = voxels.contours(key.set(), key.roi(), key.digest(), monitor);
      known =
          positions(
              ContourRasteriser.rasterise(
                  moved(contours, toDose.get()), key.geometry(), executor, monitor));
      kept.put(key, known);
    }
    return known.length == 0 ? Optional.empty() : Optional.of(known);
  }

  /** Returns the doses of the beams in a structure: all voxels of a target, else the hot ones. */
  Optional<BeamRows> rows(
      StructureState structure, PlanNumbers numbers, BeamBasis basis, IProgressMonitor monitor)
      throws DicomReadException {
    Optional<int[]> positions = of(structure, numbers, monitor);
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

  private static int[] positions(Mask mask) {
    int[] positions = new int[Math.toIntExact(mask.voxelCount())];
    int next = 0;
    for (int z = 0; z < mask.geometry().sizeZ(); z++) {
      BitSet slice = mask.slice(z);
      int offset = z * mask.geometry().sliceVoxelCount();
      for (int i = slice.nextSetBit(0); i >= 0; i = slice.nextSetBit(i + 1)) {
        positions[next++] = offset + i;
      }
    }
    return positions;
  }

  private static ContourSet moved(ContourSet contours, AffineTransform transform) {
    if (transform.equals(AffineTransform.IDENTITY)) {
      return contours;
    }
    return new ContourSet(
        contours.contours().stream()
            .map(contour -> PlanarContour.of(moved(contour.xyzMm(), transform)))
            .toList());
  }

  private static double[] moved(double[] xyzMm, AffineTransform transform) {
    for (int i = 0; i < xyzMm.length; i += 3) {
      Vector3 p = transform.apply(new Vector3(xyzMm[i], xyzMm[i + 1], xyzMm[i + 2]));
      xyzMm[i] = p.x();
      xyzMm[i + 1] = p.y();
      xyzMm[i + 2] = p.z();
    }
    return xyzMm;
  }
}
