/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.volume.Mask;

/**
 * Two structures with different alpha/beta that share voxels. Immutable.
 *
 * <p>The rule: <em>every structure is judged at its own alpha/beta in all of its voxels, the shared
 * ones included</em>. A shared voxel so has one EQD2 for each structure, and no number depends on
 * an order of structures. A volume on the screen has one alpha/beta for all voxels and says which;
 * it is never a patchwork.
 *
 * @param first one structure
 * @param second the other
 * @param sharedCm3 volume of the shared voxels
 */
public record StructureOverlap(LedgerStructure first, LedgerStructure second, double sharedCm3) {

  /**
   * A structure with its voxels.
   *
   * @param structure the structure
   * @param voxels on one grid for all
   */
  public record Region(LedgerStructure structure, Mask voxels) {
    public Region {
      Objects.requireNonNull(structure, "structure");
      Objects.requireNonNull(voxels, "voxels");
    }
  }

  /** Returns the pairs with different alpha/beta that share a voxel, in the order given. */
  public static List<StructureOverlap> of(List<Region> regions) {
    List<StructureOverlap> overlaps = new ArrayList<>();
    for (int i = 0; i < regions.size(); i++) {
      for (int j = i + 1; j < regions.size(); j++) {
        LedgerStructure first = regions.get(i).structure();
        LedgerStructure second = regions.get(j).structure();
        if (!first.tissue().alphaBeta().equals(second.tissue().alphaBeta())) {
          double sharedCm3 = sharedCm3(regions.get(i).voxels(), regions.get(j).voxels());
          if (sharedCm3 > 0) {
            overlaps.add(new StructureOverlap(first, second, sharedCm3));
          }
        }
      }
    }
    return overlaps;
  }

  private static double sharedCm3(Mask a, Mask b) {
    if (!a.geometry().equals(b.geometry())) {
      throw new IllegalArgumentException("masks have different grids");
    }
    long shared = 0;
    for (int z = 0; z < a.geometry().sizeZ(); z++) {
      BitSet both = a.slice(z);
      both.and(b.slice(z));
      shared += both.cardinality();
    }
    return shared * a.geometry().voxelVolumeMm3() / 1000;
  }

  /** Returns the rule for this pair as a sentence. */
  public Finding finding() {
    return Finding.info(
        String.format(
            Locale.ROOT,
            "%s (alpha/beta %s Gy) and %s (%s Gy) share %.2f cm³. Each is judged at its own"
                + " alpha/beta there, so a shared voxel has two EQD2.",
            first.name(),
            first.tissue().alphaBeta().gy(),
            second.name(),
            second.tissue().alphaBeta().gy(),
            sharedCm3),
        first.name());
  }
}
