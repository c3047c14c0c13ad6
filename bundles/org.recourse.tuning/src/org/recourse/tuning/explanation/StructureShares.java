/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.explanation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.dicom.DicomReadException;
import org.recourse.tuning.internal.voxels.StructureVoxels;

/** Sums attributions over structures and dose bands. Stateless. */
final class StructureShares {

  private static final double BAND_GY = 5;
  private static final double SMALLEST_WHOLE = 1e-12;

  private StructureShares() {}

  /** Returns the structures the model looks at, largest share first. */
  static List<StructureShare> of(
      LookedAt looked, PlanNumbers numbers, StructureVoxels voxels, IProgressMonitor monitor)
      throws DicomReadException {
    String frameUid = numbers.planDose().orElseThrow().frameUid();
    List<StructureShare> shares = new ArrayList<>();
    for (StructureNumbers structure : numbers.structures()) {
      Optional<int[]> positions =
          voxels.of(
              structure.structure(), numbers.snapshot(), frameUid, looked.geometry(), monitor);
      if (positions.isPresent()) {
        var inside = new BitSet();
        for (int position : positions.get()) {
          inside.set(position);
        }
        share(structure.structure().name(), looked, inside).ifPresent(shares::add);
      }
    }
    shares.sort(Comparator.comparingDouble((StructureShare s) -> -Math.abs(s.shareFraction())));
    return shares;
  }

  private static Optional<StructureShare> share(String name, LookedAt looked, BitSet inside) {
    double highest = 0;
    int count = 0;
    for (int i = 0; i < looked.count(); i++) {
      if (inside.get(looked.positions()[i])) {
        highest = Math.max(highest, looked.doseGy()[i]);
        count++;
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    int bands = 1 + (int) (highest / BAND_GY);
    double[] part = new double[bands];
    double[] slope = new double[bands];
    int[] voxels = new int[bands];
    for (int i = 0; i < looked.count(); i++) {
      if (inside.get(looked.positions()[i])) {
        int band = Math.max(0, (int) (looked.doseGy()[i] / BAND_GY));
        part[band] += looked.contribution()[i];
        slope[band] += looked.perGy()[i];
        voxels[band]++;
      }
    }
    return Optional.of(assembled(name, looked, part, slope, voxels));
  }

  private static StructureShare assembled(
      String name, LookedAt looked, double[] part, double[] slope, int[] voxels) {
    double whole = looked.wholeContribution();
    double scale = Math.abs(whole) > SMALLEST_WHOLE ? 1 / whole : 0;
    List<StructureShare.DoseBand> bands = new ArrayList<>();
    double sum = 0;
    double slopes = 0;
    int count = 0;
    for (int band = 0; band < part.length; band++) {
      if (voxels[band] > 0) {
        bands.add(
            new StructureShare.DoseBand(
                band * BAND_GY,
                (band + 1) * BAND_GY,
                voxels[band] * looked.voxelCm3(),
                part[band] * scale,
                slope[band] / voxels[band]));
        sum += part[band];
        slopes += slope[band];
        count += voxels[band];
      }
    }
    return new StructureShare(name, sum * scale, slopes / count, count * looked.voxelCm3(), bands);
  }
}
