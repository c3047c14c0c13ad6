/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.DoseAttributions;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskPart;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;
import org.recourse.risk.VoxelAttribution;
import org.recourse.risk.VoxelValues;

/**
 * Which way the weights of the beams move a risk.
 *
 * <p>For a network: ∂score/∂w = Σ g(v)·D(v), its gradient per Gy times the dose of the beam at the
 * place of each voxel it looks at. For a closed formula of the dose of an organ: the slope of the
 * near-maximum dose of the organ with the highest risk, which has the same direction. A length
 * means nothing here; the model itself is asked after every step.
 */
final class RiskSlope {

  private static final double NEAR_MAXIMUM_CM3 = 0.5;

  private final BeamBasis basis;
  private final DoseAttributions attributions;

  RiskSlope(BeamBasis basis, DoseAttributions attributions) {
    this.basis = basis;
    this.attributions = attributions;
  }

  /** Returns the slope; empty if the model says nothing about voxels or organs. */
  Optional<double[]> of(
      String modelId,
      boolean looksAtVoxels,
      PlanNumbers numbers,
      double[] weight,
      Map<String, BeamRows> rows,
      IProgressMonitor monitor) {
    return looksAtVoxels
        ? ofVoxels(modelId, numbers, monitor)
        : ofOrgan(modelId, numbers, weight, rows);
  }

  private Optional<double[]> ofVoxels(
      String modelId, PlanNumbers numbers, IProgressMonitor monitor) {
    return switch (attributions.of(modelId, VoxelAttribution.Method.GRADIENT, numbers, monitor)) {
      case VoxelAttribution.NotAvailable none -> Optional.empty();
      case VoxelAttribution.Attributed attributed -> Optional.of(product(attributed.values()));
    };
  }

  private double[] product(VoxelValues perGy) {
    double[] slope = new double[basis.beamCount()];
    GridGeometry grid = perGy.geometry();
    float[] slice = new float[grid.sliceVoxelCount()];
    TrilinearSampler[] doses =
        basis.beamDose().stream().map(TrilinearSampler::of).toArray(TrilinearSampler[]::new);
    for (int z = 0; z < grid.sizeZ(); z++) {
      perGy.copySlice(z, slice);
      for (int i = 0; i < slice.length; i++) {
        float g = slice[i];
        if (Float.isNaN(g) || !(Math.abs(g) > 0)) {
          continue;
        }
        var place = grid.centreMm(z * slice.length + i);
        for (int b = 0; b < slope.length; b++) {
          slope[b] += g * doses[b].sampleOr(place, 0) * basis.gyPerImportedGy();
        }
      }
    }
    return slope;
  }

  private static Optional<double[]> ofOrgan(
      String modelId, PlanNumbers numbers, double[] weight, Map<String, BeamRows> rows) {
    Optional<RiskAssessment> own =
        numbers.risks().stream().filter(risk -> risk.model().id().equals(modelId)).findFirst();
    if (own.isEmpty() || !(own.get().result() instanceof RiskResult.Assessed assessed)) {
      return Optional.empty();
    }
    return assessed.parts().stream()
        .max(Comparator.comparingDouble(part -> number(part.value())))
        .map(RiskPart::structureName)
        .map(rows::get)
        .map(organ -> organ.slopeAtFraction(weight, organ.fractionOf(NEAR_MAXIMUM_CM3)));
  }

  private static double number(RiskValue value) {
    return switch (value) {
      case RiskValue.Probability probability -> probability.fraction();
      case RiskValue.Score score -> score.score();
      case RiskValue.Category category -> category.raised() ? 1 : 0;
    };
  }
}
