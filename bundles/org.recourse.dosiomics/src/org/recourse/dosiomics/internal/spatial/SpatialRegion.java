/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics.internal.spatial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.image.IndexBox;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.preprocess.RegionMargin;

/**
 * What the spatial features need of a region and what no dose changes: the voxels with their
 * places, the surface, and bands of equal distance from it. Positions are those of an array over
 * {@link #box()}, the box of the region with room for the outer bands. Not changed after
 * construction.
 */
public final class SpatialRegion {

  /**
   * Voxels between two distances from the border of the region.
   *
   * @param name part of feature names, such as {@code Inside0To3Mm}
   * @param title for people, such as {@code inside, 0 to 3 mm from the border}
   * @param positions array positions; may be none
   */
  record Band(String name, String title, int[] positions) {}

  private final IndexBox box;
  private final GridGeometry geometry;
  private final int[] voxel;
  private final double[] leftMm;
  private final double[] posteriorMm;
  private final double[] superiorMm;
  private final int[] surface;
  private final int[] entryOf; // of a position in the list of voxels, -1 outside of the region
  private final List<Band> bands;

  private SpatialRegion(Region whole, List<Double> bandLimitsMm) {
    double reachMm = bandLimitsMm.isEmpty() ? 0 : bandLimitsMm.getLast();
    box = grown(whole.geometry(), whole.box().orElseThrow(), reachMm);
    Region region = whole.crop(box);
    geometry = region.geometry();
    byte[] inside = region.toBytes();
    voxel = new int[region.voxelCount()];
    entryOf = new int[inside.length];
    Arrays.fill(entryOf, -1);
    int count = 0;
    for (int i = 0; i < inside.length; i++) {
      if (inside[i] != 0) {
        entryOf[i] = count;
        voxel[count++] = i;
      }
    }
    leftMm = new double[count];
    posteriorMm = new double[count];
    superiorMm = new double[count];
    place();
    surface = Arrays.stream(voxel).filter(position -> isSurface(inside, position)).toArray();
    bands = bands(region, inside, bandLimitsMm);
  }

  /** Prepares a region that is not empty; the distances rise. */
  public static SpatialRegion of(Region region, List<Double> bandLimitsMm) {
    return new SpatialRegion(region, bandLimitsMm);
  }

  /** One voxel more on each side at least, which the gradient needs. */
  private static IndexBox grown(GridGeometry grid, IndexBox box, double reachMm) {
    Vector3 spacing = grid.spacingMm();
    int x = Math.max(1, (int) Math.floor(reachMm / spacing.x()));
    int y = Math.max(1, (int) Math.floor(reachMm / spacing.y()));
    int z = Math.max(1, (int) Math.floor(reachMm / spacing.z()));
    return new IndexBox(
        Math.max(box.minX() - x, 0),
        Math.max(box.minY() - y, 0),
        Math.max(box.minZ() - z, 0),
        Math.min(box.maxX() + x, grid.sizeX() - 1),
        Math.min(box.maxY() + y, grid.sizeY() - 1),
        Math.min(box.maxZ() + z, grid.sizeZ() - 1));
  }

  private void place() {
    double left = 0;
    double posterior = 0;
    double superior = 0;
    for (int i = 0; i < voxel.length; i++) {
      Vector3 p = geometry.centreMm(voxel[i]);
      leftMm[i] = p.x();
      posteriorMm[i] = p.y();
      superiorMm[i] = p.z();
      left += p.x();
      posterior += p.y();
      superior += p.z();
    }
    for (int i = 0; i < voxel.length; i++) {
      leftMm[i] -= left / voxel.length;
      posteriorMm[i] -= posterior / voxel.length;
      superiorMm[i] -= superior / voxel.length;
    }
  }

  private boolean isSurface(byte[] inside, int position) {
    int sx = geometry.sizeX();
    int slice = geometry.sliceVoxelCount();
    int x = position % sx;
    int y = position / sx % geometry.sizeY();
    int z = position / slice;
    return x == 0
        || inside[position - 1] == 0
        || x == sx - 1
        || inside[position + 1] == 0
        || y == 0
        || inside[position - sx] == 0
        || y == geometry.sizeY() - 1
        || inside[position + sx] == 0
        || z == 0
        || inside[position - slice] == 0
        || z == geometry.sizeZ() - 1
        || inside[position + slice] == 0;
  }

  private static List<Band> bands(Region region, byte[] inside, List<Double> limitsMm) {
    var bands = new ArrayList<Band>();
    if (limitsMm.isEmpty()) {
      return bands;
    }
    byte[] outside = new byte[inside.length];
    for (int i = 0; i < inside.length; i++) {
      outside[i] = (byte) (1 - inside[i]);
    }
    double[] depthMm = RegionMargin.distanceMm(Region.of(region.geometry(), outside));
    double[] distanceMm = RegionMargin.distanceMm(region);
    double from = 0;
    for (double to : limitsMm) {
      bands.add(
          new Band(
              "Inside" + range(from, to, "To", "Mm"),
              "inside, " + range(from, to, " to ", " mm") + " from the border",
              between(depthMm, from, to)));
      from = to;
    }
    from = 0;
    for (double to : limitsMm) {
      bands.add(
          new Band(
              "Outside" + range(from, to, "To", "Mm"),
              "outside, " + range(from, to, " to ", " mm") + " from the border",
              between(distanceMm, from, to)));
      from = to;
    }
    return List.copyOf(bands);
  }

  private static String range(double from, double to, String between, String unit) {
    return plain(from, between) + between + plain(to, between) + unit;
  }

  private static String plain(double mm, String between) {
    String text =
        mm == Math.rint(mm) ? String.format(Locale.ROOT, "%.0f", mm) : Double.toString(mm);
    return between.isBlank() || between.startsWith(" ") ? text : text.replace('.', '_');
  }

  private static int[] between(double[] distanceMm, double from, double to) {
    int[] found = new int[distanceMm.length];
    int count = 0;
    for (int i = 0; i < distanceMm.length; i++) {
      if (distanceMm[i] > from && distanceMm[i] <= to) {
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Returns the names and titles that bands of these limits have, in their order. */
  static List<Band> bandNames(List<Double> limitsMm) {
    var names = new ArrayList<Band>();
    for (String side : List.of("Inside", "Outside")) {
      double from = 0;
      for (double to : limitsMm) {
        names.add(
            new Band(
                side + range(from, to, "To", "Mm"),
                side.toLowerCase(Locale.ROOT)
                    + ", "
                    + range(from, to, " to ", " mm")
                    + " from the border",
                new int[0]));
        from = to;
      }
    }
    return names;
  }

  /** Part of the dose grid that the arrays cover. */
  public IndexBox box() {
    return box;
  }

  GridGeometry geometry() {
    return geometry;
  }

  int voxelCount() {
    return voxel.length;
  }

  /** Array position of a voxel of the region. */
  int position(int entry) {
    return voxel[entry];
  }

  /** Place of a voxel towards the left of the patient, mm from the centroid of the region. */
  double leftMm(int entry) {
    return leftMm[entry];
  }

  double posteriorMm(int entry) {
    return posteriorMm[entry];
  }

  double superiorMm(int entry) {
    return superiorMm[entry];
  }

  /** Entry of the voxel at a position, or -1 outside of the region. */
  int entryAt(int position) {
    return entryOf[position];
  }

  /** Positions of the voxels with a face on the border of the region; the caller only reads. */
  int[] surface() {
    return surface;
  }

  List<Band> bands() {
    return bands;
  }
}
