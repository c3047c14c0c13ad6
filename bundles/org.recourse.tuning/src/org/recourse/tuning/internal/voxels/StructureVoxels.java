/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.internal.voxels;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourRasteriser;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;

/** Voxels of structures on grids, kept. Thread-safe. */
public final class StructureVoxels {

  private record Key(
      String set, int roi, String digest, AffineTransform toGrid, GridGeometry geometry) {}

  private final CaseVoxels voxels;
  private final SliceExecutor executor;
  private final Map<Key, int[]> kept = new ConcurrentHashMap<>();

  public StructureVoxels(CaseVoxels voxels, SliceExecutor executor) {
    this.voxels = voxels;
    this.executor = executor;
  }

  /**
   * Returns positions of the voxels of a structure on a grid, ascending; empty if its place there
   * is unknown or it holds no voxel of it.
   *
   * @param frameUid frame of reference of the grid
   */
  public Optional<int[]> of(
      StructureState structure,
      PlanSnapshot snapshot,
      String frameUid,
      GridGeometry geometry,
      IProgressMonitor monitor)
      throws DicomReadException {
    Optional<AffineTransform> toGrid =
        snapshot.frameTransforms().between(structure.frameUid(), frameUid);
    if (toGrid.isEmpty()) {
      return Optional.empty();
    }
    var key =
        new Key(
            structure.structureSetUid(),
            structure.roiNumber(),
            structure.contourDigest(),
            toGrid.get(),
            geometry);
    int[] known = kept.get(key);
    if (known == null) { // not rasterised yet
      ContourSet contours = voxels.contours(key.set(), key.roi(), key.digest(), monitor);
      known =
          positions(
              ContourRasteriser.rasterise(
                  contours.transformed(toGrid.get()), geometry, executor, monitor));
      kept.put(key, known);
    }
    return known.length == 0 ? Optional.empty() : Optional.of(known.clone());
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
}
