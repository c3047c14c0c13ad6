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
import java.util.List;
import java.util.OptionalDouble;
import org.recourse.dosiomics.DoseFeature;
import org.recourse.dosiomics.DosiomicsSettings;
import org.recourse.radiomics.feature.FeatureValue.Reason;
import org.recourse.radiomics.feature.FeatureVector;

/**
 * Hot and cold spots: voxels of the region with at least, or less than, a part of the reference
 * dose (the prescription, or the median of the region without one), and how many pieces they form.
 * Voxels that touch at a face, an edge or a corner belong to one piece.
 *
 * <p>Degenerate case: a reference of 0 Gy or below, where neither is defined.
 *
 * <p>Worked example, checked by {@code SpatialFeaturesTest}: seven voxels of 1 cm³ in a row with
 * 70, 60, 60, 70, 70, 60 and 50 Gy have the median 60 Gy; 107 % of it are 64.2 Gy, so there are two
 * hot spots of 3 cm³ in all, the larger of 2 cm³, and one cold spot of 1 cm³ below 57 Gy.
 */
final class SpotFeatures implements SpatialFamily {

  private static final double MM3_PER_CM3 = 1000;
  private static final String NO_REFERENCE = "a reference dose of 0 Gy";

  private final OptionalDouble referenceGy;
  private final DosiomicsSettings.SpotLevels levels;

  SpotFeatures(OptionalDouble referenceGy, DosiomicsSettings.SpotLevels levels) {
    this.referenceGy = referenceGy;
    this.levels = levels;
  }

  private String reference() {
    return referenceGy.isPresent() ? "Reference" : "Median";
  }

  private String hot() {
    return "HotSpot" + Math.round(100 * levels.hotFraction()) + "PercentOf" + reference();
  }

  private String cold() {
    return "ColdSpot" + Math.round(100 * levels.coldFraction()) + "PercentOf" + reference();
  }

  @Override
  public List<DoseFeature> definitions() {
    var all = new ArrayList<DoseFeature>();
    String of = referenceGy.isPresent() ? " of the reference dose" : " of the median dose";
    String hot = "D ≥ " + Math.round(100 * levels.hotFraction()) + " %" + of;
    String cold = "D < " + Math.round(100 * levels.coldFraction()) + " %" + of;
    add(all, hot(), "Hot spots", hot);
    add(all, cold(), "Cold spots", cold);
    return all;
  }

  private static void add(List<DoseFeature> all, String name, String title, String which) {
    all.add(feature(name + "VolumeCm3", title + ", volume", "cm³", "volume with " + which));
    all.add(
        feature(
            name + "VolumePercent",
            title + ", part of the region",
            "%",
            "the same over the region"));
    all.add(
        feature(
            name + "Count", title + ", number", "", "pieces of connected voxels with " + which));
    all.add(
        feature(name + "LargestCm3", title + ", largest", "cm³", "volume of the largest piece"));
  }

  private static DoseFeature feature(String name, String title, String unit, String formula) {
    return SpatialFamily.feature(name, title, unit, formula, NO_REFERENCE, DoseFeature.OWN);
  }

  @Override
  public void addTo(FeatureVector.Builder vector, SpatialDose dose) {
    double reference =
        referenceGy.isPresent()
            ? referenceGy.getAsDouble()
            : new Sample(dose.sortedGy()).percentile(50);
    if (!(reference > 0)) {
      for (DoseFeature feature : definitions()) {
        vector.undefined(feature.name(), Reason.DIVISION_BY_ZERO);
      }
      return;
    }
    int count = dose.region().voxelCount();
    boolean[] isHot = new boolean[count];
    boolean[] isCold = new boolean[count];
    for (int i = 0; i < count; i++) {
      isHot[i] = dose.insideGy(i) >= levels.hotFraction() * reference;
      isCold[i] = dose.insideGy(i) < levels.coldFraction() * reference;
    }
    put(vector, hot(), Pieces.of(dose.region(), isHot), dose.region());
    put(vector, cold(), Pieces.of(dose.region(), isCold), dose.region());
  }

  private static void put(
      FeatureVector.Builder vector, String name, Pieces pieces, SpatialRegion region) {
    double voxelCm3 = region.geometry().voxelVolumeMm3() / MM3_PER_CM3;
    String full = SpatialFeatures.PREFIX + name;
    vector
        .put(full + "VolumeCm3", pieces.voxelCount() * voxelCm3)
        .put(full + "VolumePercent", 100.0 * pieces.voxelCount() / region.voxelCount())
        .put(full + "Count", pieces.count())
        .put(full + "LargestCm3", pieces.largest() * voxelCm3);
  }

  /**
   * Connected pieces of some voxels of a region.
   *
   * @param voxelCount voxels of all pieces
   * @param count number of pieces
   * @param largest voxels of the largest piece
   */
  private record Pieces(int voxelCount, int count, int largest) {

    static Pieces of(SpatialRegion region, boolean[] marked) {
      boolean[] open = marked.clone();
      int[] queue = new int[marked.length];
      int voxels = 0;
      int pieces = 0;
      int largest = 0;
      for (int i = 0; i < open.length; i++) {
        if (open[i]) {
          int size = flood(region, open, i, queue);
          pieces++;
          voxels += size;
          largest = Math.max(largest, size);
        }
      }
      return new Pieces(voxels, pieces, largest);
    }

    private static int flood(SpatialRegion region, boolean[] open, int start, int[] queue) {
      int sizeX = region.geometry().sizeX();
      int sizeY = region.geometry().sizeY();
      int sizeZ = region.geometry().sizeZ();
      int length = 0;
      queue[length++] = start;
      open[start] = false;
      for (int k = 0; k < length; k++) {
        int position = region.position(queue[k]);
        int x = position % sizeX;
        int y = position / sizeX % sizeY;
        int z = position / (sizeX * sizeY);
        for (int nz = Math.max(z - 1, 0); nz <= Math.min(z + 1, sizeZ - 1); nz++) {
          for (int ny = Math.max(y - 1, 0); ny <= Math.min(y + 1, sizeY - 1); ny++) {
            for (int nx = Math.max(x - 1, 0); nx <= Math.min(x + 1, sizeX - 1); nx++) {
              int entry = region.entryAt((nz * sizeY + ny) * sizeX + nx);
              if (entry >= 0 && open[entry]) {
                open[entry] = false;
                queue[length++] = entry;
              }
            }
          }
        }
      }
      return length;
    }
  }
}
