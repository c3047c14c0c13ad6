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
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.contour.ContourRasteriser;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.Mask;
import org.recourse.risk.AttributingRiskModel;
import org.recourse.risk.Evidence;
import org.recourse.risk.Literature;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;
import org.recourse.risk.VoxelAttribution;
import org.recourse.risk.VoxelValues;

/**
 * A model with a closed form in place of a network: score = 1 / (1 + exp(−(g − 64 Gy) / 3 Gy)) with
 * the generalised mean g of exponent 30 of the dose in a target. Its gradient is exact; its five
 * members have slopes of 2.6 to 3.4 Gy.
 */
public final class HotSpotNetwork implements AttributingRiskModel {

  public static final String ID = "test.hotSpot";

  private static final double EXPONENT = 30;
  private static final double MIDDLE_GY = 64;
  private static final double SLOPE_GY = 3;
  private static final double[] MEMBER_SLOPE_GY = {2.6, 2.8, 3, 3.2, 3.4};

  private final String target;
  private final String trainedOn;
  private final boolean ensemble;

  public HotSpotNetwork(String target, String trainedOn, boolean ensemble) {
    this.target = target;
    this.trainedOn = trainedOn;
    this.ensemble = ensemble;
  }

  @Override
  public RiskModelDescription description() {
    return new RiskModelDescription(
        ID,
        "1",
        "Hot spot",
        "made-up outcome",
        true,
        false,
        trainedOn,
        "logistic of a generalised mean",
        List.of(),
        List.of(),
        List.of(new Literature("made up", "", Evidence.ASSUMED)));
  }

  /** Voxels of the target with their dose. */
  private record Voxels(DoseGrid dose, int[] at, double[] gy) {

    double mean() {
      double largest = 0;
      for (double d : gy) {
        largest = Math.max(largest, d);
      }
      double sum = 0;
      for (double d : gy) {
        sum += Math.pow(d / largest, EXPONENT);
      }
      return largest * Math.pow(sum / gy.length, 1 / EXPONENT);
    }
  }

  private Optional<Voxels> voxels(RiskInput input, IProgressMonitor monitor) {
    Optional<DoseGrid> dose = input.voxels().flatMap(v -> v.plannedDose());
    Optional<ContourSet> contours = input.voxels().flatMap(v -> v.contours(target, monitor));
    if (dose.isEmpty() || contours.isEmpty()) {
      return Optional.empty();
    }
    var geometry = dose.get().geometry();
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      Mask mask = ContourRasteriser.rasterise(contours.get(), geometry, executor, monitor);
      List<Integer> at = new ArrayList<>();
      for (int z = 0; z < geometry.sizeZ(); z++) {
        int offset = z * geometry.sliceVoxelCount();
        mask.slice(z).stream().forEach(i -> at.add(offset + i));
      }
      int[] positions = at.stream().mapToInt(Integer::intValue).toArray();
      double[] gy = new double[positions.length];
      float[] slice = new float[geometry.sliceVoxelCount()];
      int loaded = -1;
      for (int i = 0; i < gy.length; i++) {
        int z = positions[i] / slice.length;
        if (z != loaded) {
          dose.get().copySlice(z, slice);
          loaded = z;
        }
        gy[i] = slice[positions[i] % slice.length];
      }
      return Optional.of(new Voxels(dose.get(), positions, gy));
    }
  }

  private static double score(double mean, double slope) {
    return 1 / (1 + Math.exp(-(mean - MIDDLE_GY) / slope));
  }

  @Override
  public RiskResult assess(RiskInput input, IProgressMonitor monitor) {
    Optional<Voxels> voxels = voxels(input, monitor);
    if (voxels.isEmpty()) {
      return new RiskResult.NotApplicable(List.of("There is no dose."), List.of(), List.of());
    }
    double mean = voxels.get().mean();
    List<Double> members = new ArrayList<>();
    if (ensemble) {
      for (double slope : MEMBER_SLOPE_GY) {
        members.add(score(mean, slope));
      }
    }
    return new RiskResult.Assessed(
        new RiskValue.Score(score(mean, SLOPE_GY), RiskValue.Bound.VALUE),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        true,
        members);
  }

  @Override
  public VoxelAttribution attribute(
      RiskInput input, VoxelAttribution.Method method, IProgressMonitor monitor) {
    Optional<Voxels> voxels = voxels(input, monitor);
    if (voxels.isEmpty()) {
      return new VoxelAttribution.NotAvailable("There is no dose.");
    }
    double mean = voxels.get().mean();
    double score = score(mean, SLOPE_GY);
    double outer = score * (1 - score) / SLOPE_GY;
    double[] gy = voxels.get().gy();
    double sum = 0;
    for (double d : gy) {
      sum += Math.pow(d / mean, EXPONENT);
    }
    float[] values = new float[voxels.get().dose().geometry().voxelCount()];
    java.util.Arrays.fill(values, Float.NaN);
    double whole = 0;
    for (int i = 0; i < gy.length; i++) { // dg/dd = (d/g)^(p-1) / n, and sum/n = 1
      double slope = outer * Math.pow(gy[i] / mean, EXPONENT - 1) / sum;
      values[voxels.get().at()[i]] = (float) slope;
      whole += slope * gy[i];
    }
    if (method == VoxelAttribution.Method.INTEGRATED_GRADIENTS) {
      // Along a straight path from no dose the generalised mean grows evenly: each voxel keeps its
      // part of the slope, scaled to the difference of the score.
      double none = score(0, SLOPE_GY);
      for (int i = 0; i < gy.length; i++) {
        int at = voxels.get().at()[i];
        values[at] = (float) (values[at] * gy[i] / whole * (score - none));
      }
    }
    return new VoxelAttribution.Attributed(
        VoxelValues.of(voxels.get().dose().geometry(), values), score, "test", List.of());
  }
}
