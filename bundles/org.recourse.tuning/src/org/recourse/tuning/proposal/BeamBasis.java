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
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.numbers.BeamState;
import org.recourse.assistant.numbers.DoseState;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanState;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.Resampler;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.model.DoseSummation;

/**
 * The dose of a plan as a linear function of the weights of its beams. Immutable.
 *
 * @param beamNumbers the beams that are switched on, in the order of the plan
 * @param weight of each beam now
 * @param gyPerImportedGy factor from an imported beam dose to the plan: normalisation and
 *     prescription
 * @param beamDose imported dose of each beam, all on one grid
 */
record BeamBasis(
    List<Integer> beamNumbers, double[] weight, double gyPerImportedGy, List<DoseGrid> beamDose) {

  private static final double PERCENT = 100;

  /** Returns the basis; empty unless every beam in use has a dose of its own. */
  static Optional<BeamBasis> of(
      PlanNumbers numbers, CaseVoxels voxels, SliceExecutor executor, IProgressMonitor monitor)
      throws DicomReadException {
    Optional<PlanState> plan = numbers.snapshot().assessedPlan();
    if (plan.isEmpty() || numbers.planDose().isEmpty()) {
      return Optional.empty();
    }
    GridGeometry geometry = numbers.planDose().get().doseGy().geometry();
    List<Integer> beamNumbers = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    List<DoseGrid> doses = new ArrayList<>();
    for (BeamState beam : plan.get().beams()) {
      if (!beam.enabled()) {
        continue;
      }
      Optional<DoseState> dose = ofBeam(plan.get(), beam.number());
      if (dose.isEmpty()) {
        return Optional.empty();
      }
      DoseGrid grid = voxels.dose(dose.get().uid(), monitor);
      doses.add(
          grid.geometry().equals(geometry)
              ? grid
              : Resampler.resample(grid, geometry, AffineTransform.IDENTITY, executor, monitor));
      beamNumbers.add(beam.number());
      weights.add(beam.weight());
    }
    return doses.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new BeamBasis(
                List.copyOf(beamNumbers),
                weights.stream().mapToDouble(Double::doubleValue).toArray(),
                scale(plan.get()),
                List.copyOf(doses)));
  }

  private static Optional<DoseState> ofBeam(PlanState plan, int number) {
    return plan.doses().stream()
        .filter(dose -> dose.summation() == DoseSummation.BEAM && !dose.relative())
        .filter(dose -> dose.beamNumber().equals(OptionalInt.of(number)))
        .findFirst();
  }

  /** As the plan sums its beams. */
  private static double scale(PlanState plan) {
    double normalisation = plan.normalisationPercent() / PERCENT;
    double importedGy = plan.importedTotalDoseGy().orElse(0);
    double prescribedGy = plan.prescription().totalDoseGy().orElse(0);
    return importedGy > 0 && prescribedGy > 0
        ? normalisation * prescribedGy / importedGy
        : normalisation;
  }

  GridGeometry geometry() {
    return beamDose.getFirst().geometry();
  }

  int beamCount() {
    return beamNumbers.size();
  }

  /** Returns the weights as an edit. */
  PlanEdit.BeamWeights edit(double[] weights) {
    SortedMap<Integer, Double> byBeam = new TreeMap<>();
    for (int b = 0; b < weights.length; b++) {
      byBeam.put(beamNumbers.get(b), rounded(weights[b]));
    }
    return new PlanEdit.BeamWeights(byBeam);
  }

  /** Four decimals: 0.01 % of a beam, and the same number in the plan, the card and the file. */
  private static double rounded(double weight) {
    return Math.max(0, Math.round(weight * 1e4) / 1e4);
  }
}
