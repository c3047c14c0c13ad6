/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.site;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.contour.ContourRasteriser;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.medium.DensityGrid;
import org.recourse.planning.medium.DensityTable;

/**
 * A patient prepared for planning: densities on the grid of the CT, and body and structures on a
 * dose grid that encloses the body. Immutable.
 *
 * @param density relative electron density, whole CT
 * @param body voxels that are scored; its grid is the dose grid
 * @param structures by name, cut to the body
 */
public record PlanningSite(DensityGrid density, Mask body, Map<String, Mask> structures) {

  public PlanningSite {
    Objects.requireNonNull(density, "density");
    Objects.requireNonNull(body, "body");
    structures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(structures));
    for (Mask mask : structures.values()) {
      if (!mask.geometry().equals(body.geometry())) {
        throw new IllegalArgumentException("a structure lies on another grid than the body");
      }
    }
  }

  /**
   * Prepares a patient.
   *
   * @param contours of every structure by name, in the frame of the CT
   * @param bodyName the structure that is the outer contour
   * @param spacingMm of the dose grid, the same along every axis
   */
  public static PlanningSite of(
      ImageVolume ct,
      DensityTable table,
      Map<String, ContourSet> contours,
      String bodyName,
      double spacingMm,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    GridGeometry grid = around(bodyContours(contours, bodyName), spacingMm);
    return on(grid, ct, table, contours, bodyName, executor, monitor);
  }

  private static ContourSet bodyContours(Map<String, ContourSet> contours, String bodyName) {
    ContourSet bodyContours = contours.get(bodyName);
    if (bodyContours == null || bodyContours.isEmpty()) {
      throw new IllegalArgumentException("the body " + bodyName + " has no contours");
    }
    return bodyContours;
  }

  /** The same on a given dose grid, such as that of imported doses. */
  public static PlanningSite on(
      GridGeometry grid,
      ImageVolume ct,
      DensityTable table,
      Map<String, ContourSet> contours,
      String bodyName,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    ContourSet bodyContours = bodyContours(contours, bodyName);
    SubMonitor progress = SubMonitor.convert(monitor, "Preparing", contours.size() + 2);
    DensityGrid density =
        DensityGrid.of(ct, table, everything(ct.geometry()), executor, progress.split(1));
    Mask body = ContourRasteriser.rasterise(bodyContours, grid, executor, progress.split(1));
    var structures = new LinkedHashMap<String, Mask>();
    for (Map.Entry<String, ContourSet> one : contours.entrySet()) {
      SubMonitor step = progress.split(1);
      if (!one.getValue().isEmpty()) {
        Mask mask = ContourRasteriser.rasterise(one.getValue(), grid, executor, step);
        structures.put(one.getKey(), intersection(mask, body));
      }
    }
    return new PlanningSite(density, body, structures);
  }

  public GridGeometry grid() {
    return body.geometry();
  }

  /** Positions of the voxels of a structure on the dose grid; empty if there is no such name. */
  public Optional<int[]> voxels(String structure) {
    return Optional.ofNullable(structures.get(structure)).map(PlanningSite::positions);
  }

  /**
   * Positions of the voxels whose centre lies at most this far from that of a voxel of a structure,
   * within the body, ascending: a planning risk volume. Empty if there is no such name.
   *
   * @param marginMm not negative
   */
  public Optional<int[]> voxelsWithin(String structure, double marginMm) {
    if (!(marginMm >= 0 && marginMm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a margin is finite and >= 0 mm: " + marginMm);
    }
    if (marginMm == 0) {
      return voxels(structure);
    }
    return voxels(structure).map(core -> within(core, marginMm));
  }

  private int[] within(int[] core, double marginMm) {
    GridGeometry grid = grid();
    Vector3 spacing = grid.spacingMm();
    int reachX = (int) (marginMm / spacing.x());
    int reachY = (int) (marginMm / spacing.y());
    int reachZ = (int) (marginMm / spacing.z());
    BitSet near = new BitSet(grid.voxelCount());
    for (int voxel : core) {
      int z = voxel / grid.sliceVoxelCount();
      int y = voxel % grid.sliceVoxelCount() / grid.sizeX();
      int x = voxel % grid.sizeX();
      for (int dz = Math.max(-reachZ, -z); dz <= Math.min(reachZ, grid.sizeZ() - 1 - z); dz++) {
        for (int dy = Math.max(-reachY, -y); dy <= Math.min(reachY, grid.sizeY() - 1 - y); dy++) {
          double rest =
              marginMm * marginMm
                  - dz * spacing.z() * dz * spacing.z()
                  - dy * spacing.y() * dy * spacing.y();
          if (rest >= 0) {
            int along = (int) (Math.sqrt(rest) / spacing.x());
            int row = ((z + dz) * grid.sizeY() + y + dy) * grid.sizeX();
            near.set(
                row + Math.max(0, x - Math.min(along, reachX)),
                row + Math.min(grid.sizeX() - 1, x + Math.min(along, reachX)) + 1);
          }
        }
      }
    }
    for (int z = 0; z < grid.sizeZ(); z++) {
      BitSet slice = body.slice(z);
      int first = z * grid.sliceVoxelCount();
      for (int i = 0; i < grid.sliceVoxelCount(); i++) {
        if (!slice.get(i)) {
          near.clear(first + i);
        }
      }
    }
    return near.stream().toArray();
  }

  /** Voxels of one structure that lie in none of the others. */
  public int[] voxelsWithout(String structure, List<String> others) {
    Mask mask = structures.get(structure);
    return positions(
        combined(
            mask,
            (z, slice) -> others.forEach(other -> slice.andNot(structures.get(other).slice(z)))));
  }

  /** Voxels of any of these structures. */
  public Mask union(List<String> names) {
    return combined(
        Mask.builder(grid()).build(),
        (z, slice) -> names.forEach(name -> slice.or(structures.get(name).slice(z))));
  }

  /** Positions of the voxels of a mask, ascending. */
  public static int[] positions(Mask mask) {
    GridGeometry geometry = mask.geometry();
    int[] positions = new int[Math.toIntExact(mask.voxelCount())];
    int next = 0;
    for (int z = 0; z < geometry.sizeZ(); z++) {
      BitSet slice = mask.slice(z);
      for (int i = slice.nextSetBit(0); i >= 0; i = slice.nextSetBit(i + 1)) {
        positions[next++] = z * geometry.sliceVoxelCount() + i;
      }
    }
    return positions;
  }

  /** Centre of the voxels of a mask, patient mm. */
  public static Vector3 centreMm(Mask mask) {
    int[] positions = positions(mask);
    if (positions.length == 0) {
      throw new IllegalArgumentException("an empty mask has no centre");
    }
    Vector3 sum = Vector3.ZERO;
    for (int position : positions) {
      sum = sum.plus(mask.geometry().centreMm(position));
    }
    return sum.times(1.0 / positions.length);
  }

  /** Change of one slice. */
  @FunctionalInterface
  private interface SliceChange {
    void apply(int z, BitSet slice);
  }

  private static Mask combined(Mask mask, SliceChange change) {
    Mask.Builder builder = Mask.builder(mask.geometry());
    for (int z = 0; z < mask.geometry().sizeZ(); z++) {
      BitSet slice = (BitSet) mask.slice(z).clone();
      change.apply(z, slice);
      builder.slice(z, slice);
    }
    return builder.build();
  }

  private static Mask intersection(Mask a, Mask b) {
    return combined(a, (z, slice) -> slice.and(b.slice(z)));
  }

  private static Mask everything(GridGeometry geometry) {
    BitSet slice = new BitSet();
    slice.set(0, geometry.sliceVoxelCount());
    return combined(Mask.builder(geometry).build(), (z, empty) -> empty.or(slice));
  }

  private static GridGeometry around(ContourSet contours, double spacingMm) {
    double[] least = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    double[] greatest = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (PlanarContour contour : contours.contours()) {
      for (int i = 0; i < contour.pointCount(); i++) {
        Vector3 point = contour.pointMm(i);
        double[] at = {point.x(), point.y(), point.z()};
        for (int k = 0; k < 3; k++) {
          least[k] = Math.min(least[k], at[k]);
          greatest[k] = Math.max(greatest[k], at[k]);
        }
      }
    }
    int[] size = new int[3];
    double[] origin = new double[3];
    for (int k = 0; k < 3; k++) {
      double first = Math.floor(least[k] / spacingMm) * spacingMm;
      size[k] = (int) Math.ceil((greatest[k] - first) / spacingMm) + 1;
      origin[k] = first;
    }
    return new GridGeometry(
        size[0],
        size[1],
        size[2],
        new Vector3(origin[0], origin[1], origin[2]),
        new Vector3(spacingMm, spacingMm, spacingMm));
  }
}
