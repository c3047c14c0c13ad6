/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.Resampler;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.model.DoseSummation;

/**
 * Physical dose of a plan with its edits applied. Thread-safe.
 *
 * <p>D = (N / 100) · (T / T₀) · Σ w_b·D_b over the beams that are switched on, where N is the
 * normalisation in percent, T the prescribed total dose, T₀ the total dose the grids were computed
 * for, w_b the weight of a beam and D_b its imported dose. Where a grid for every beam in use is
 * missing, the plan sum takes the place of the sum; a grid of one fraction counts as often as the
 * imported plan has fractions. So the dose follows the prescribed total, and a change of the number
 * of fractions with the total kept leaves the physical dose as it is. Without T or T₀ that factor
 * is 1 and a finding says so.
 *
 * <p>Worked example: two beams of 30 Gy and 20 Gy in a voxel, weights 1 and 0.5, N = 110 %, T = 66
 * Gy, T₀ = 60 Gy give 1.1 · 1.1 · (30 + 10) = 48.4 Gy.
 *
 * <p>The sum is taken in double, in the order of the beams, voxel by voxel, and rounded once to
 * float: the same bits for any number of threads.
 */
final class PlanDoseSum {

  /** The dose, if there is one, and why there is none or what it lacks. */
  record Result(Optional<PlanNumbers.PlanDose> dose, List<Finding> findings) {
    Result {
      findings = List.copyOf(findings);
    }
  }

  /** One grid with the factor it is multiplied by. */
  private record Term(DoseState dose, double factor) {}

  private static final double PERCENT = 100;

  private final CaseVoxels voxels;
  private final SliceExecutor executor;

  PlanDoseSum(CaseVoxels voxels, SliceExecutor executor) {
    this.voxels = voxels;
    this.executor = executor;
  }

  Result of(PlanState plan, IProgressMonitor monitor) {
    List<Finding> findings = new ArrayList<>();
    List<Term> terms = terms(plan, findings);
    if (terms.isEmpty()) {
      return new Result(Optional.empty(), findings);
    }
    Set<String> frames =
        terms.stream().map(term -> term.dose().frameUid()).collect(Collectors.toSet());
    if (frames.size() > 1) {
      findings.add(
          Finding.error(
              "The dose grids of the plan lie in different frames of reference and were not summed."
                  + " Export them again from one plan.",
              plan.label()));
      return new Result(Optional.empty(), findings);
    }
    try {
      DoseGrid sum = sum(terms, plan, findings, monitor);
      String frameUid = terms.get(0).dose().frameUid();
      return new Result(Optional.of(new PlanNumbers.PlanDose(sum, frameUid)), findings);
    } catch (DicomReadException e) {
      findings.add(Finding.error(e.getMessage(), plan.label()));
      return new Result(Optional.empty(), findings);
    }
  }

  /** Returns one grid as imported. */
  Result ofGrid(DoseState dose, IProgressMonitor monitor) {
    if (dose.relative()) {
      return new Result(Optional.empty(), List.of(relative(dose)));
    }
    List<Finding> findings = new ArrayList<>();
    if (dose.summation() == DoseSummation.FRACTION) {
      findings.add(
          Finding.info(
              "The dose grid is that of one fraction; it is shown as it is.", dose.words()));
    }
    try {
      DoseGrid grid = voxels.dose(dose.uid(), monitor);
      return new Result(Optional.of(new PlanNumbers.PlanDose(grid, dose.frameUid())), findings);
    } catch (DicomReadException e) {
      return new Result(Optional.empty(), List.of(Finding.error(e.getMessage(), dose.words())));
    }
  }

  private static Finding relative(DoseState dose) {
    return Finding.error(
        "A dose grid is in relative units, not in Gy, and was refused. Export it in Gy.",
        dose.words());
  }

  private static List<Term> terms(PlanState plan, List<Finding> findings) {
    List<DoseState> usable = new ArrayList<>();
    for (DoseState dose : plan.doses()) {
      if (dose.relative()) {
        findings.add(relative(dose));
      } else {
        usable.add(dose);
      }
    }
    double scale = scale(plan, findings);
    List<Term> beams = beamTerms(plan, usable, scale);
    return beams.isEmpty() ? summedTerms(plan, usable, scale, findings) : beams;
  }

  /** Returns (N / 100) · (T / T₀). */
  private static double scale(PlanState plan, List<Finding> findings) {
    double normalisation = plan.normalisationPercent() / PERCENT;
    if (plan.importedTotalDoseGy().isEmpty() || plan.prescription().totalDoseGy().isEmpty()) {
      findings.add(
          Finding.info(
              "The prescribed total dose is unknown, so the dose does not follow the prescription."
                  + " Type the total dose before it is changed.",
              plan.label()));
      return normalisation;
    }
    double importedGy = plan.importedTotalDoseGy().getAsDouble();
    if (!(importedGy > 0)) {
      findings.add(
          Finding.warning(
              "The total dose of the imported plan is not greater than 0 Gy, so the dose does not"
                  + " follow the prescription.",
              plan.label()));
      return normalisation;
    }
    return normalisation * (plan.prescription().totalDoseGy().getAsDouble() / importedGy);
  }

  /** Returns one term per beam dose; empty unless every beam in use has one. */
  private static List<Term> beamTerms(PlanState plan, List<DoseState> usable, double scale) {
    List<Term> terms = new ArrayList<>();
    for (BeamState beam : plan.beams()) {
      List<DoseState> own =
          usable.stream()
              .filter(dose -> dose.summation() == DoseSummation.BEAM)
              .filter(dose -> dose.beamNumber().equals(OptionalInt.of(beam.number())))
              .toList();
      if (own.isEmpty() && beam.factor() != 0) {
        return List.of();
      }
      own.forEach(dose -> terms.add(new Term(dose, beam.factor() * scale)));
    }
    return terms;
  }

  private static List<Term> summedTerms(
      PlanState plan, List<DoseState> usable, double scale, List<Finding> findings) {
    Optional<DoseState> whole = first(usable, DoseSummation.PLAN);
    if (whole.isPresent()) {
      reportOtherSums(plan, usable, findings);
      reportBeamEdits(plan, findings);
      return List.of(new Term(whole.get(), scale));
    }
    Optional<DoseState> fraction = first(usable, DoseSummation.FRACTION);
    if (fraction.isPresent() && plan.importedFractionCount().isPresent()) {
      reportBeamEdits(plan, findings);
      return List.of(new Term(fraction.get(), scale * plan.importedFractionCount().getAsInt()));
    }
    findings.add(Finding.error(whyNoDose(plan, usable, fraction), plan.label()));
    return List.of();
  }

  private static Optional<DoseState> first(List<DoseState> doses, DoseSummation summation) {
    return doses.stream().filter(dose -> dose.summation() == summation).findFirst();
  }

  private static String whyNoDose(
      PlanState plan, List<DoseState> usable, Optional<DoseState> fraction) {
    if (fraction.isPresent()) {
      return "The dose grid is that of one fraction and the number of fractions of the imported"
          + " plan is unknown, so the plan has no dose.";
    }
    List<DoseState> beamDoses =
        usable.stream().filter(dose -> dose.summation() == DoseSummation.BEAM).toList();
    if (beamDoses.isEmpty()) {
      return "The plan has no dose grid in Gy. Import its RTDOSE.";
    }
    String missing =
        plan.beams().stream()
            .filter(beam -> beam.factor() != 0)
            .filter(
                beam ->
                    beamDoses.stream()
                        .noneMatch(dose -> dose.beamNumber().equals(OptionalInt.of(beam.number()))))
            .map(BeamState::name)
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? "The dose grids of beams belong to no beam of the plan, so the plan has no dose."
        : "There is no plan sum and no dose grid of beam "
            + missing
            + ", so the plan has no dose. Import the missing RTDOSE or switch the beam off.";
  }

  private static void reportOtherSums(
      PlanState plan, List<DoseState> usable, List<Finding> findings) {
    long sums = usable.stream().filter(dose -> dose.summation() == DoseSummation.PLAN).count();
    if (sums > 1) {
      findings.add(
          Finding.warning(
              "The plan has " + sums + " plan sums; the first one is used.", plan.label()));
    }
  }

  private static void reportBeamEdits(PlanState plan, List<Finding> findings) {
    boolean edited = plan.beams().stream().anyMatch(beam -> beam.factor() != 1);
    if (edited) {
      findings.add(
          Finding.warning(
              "The plan has one summed dose and no grid for every beam, so weights and on/off of"
                  + " beams do not change it.",
              plan.label()));
    }
  }

  private DoseGrid sum(
      List<Term> terms, PlanState plan, List<Finding> findings, IProgressMonitor monitor)
      throws DicomReadException {
    GridGeometry geometry = voxels.dose(terms.get(0).dose().uid(), monitor).geometry();
    List<DoseGrid> grids = new ArrayList<>();
    List<Double> factors = new ArrayList<>();
    boolean resampled = false;
    for (Term term : terms) {
      if (term.factor() == 0) {
        continue;
      }
      DoseGrid grid = voxels.dose(term.dose().uid(), monitor);
      if (!grid.geometry().equals(geometry)) {
        grid = Resampler.resample(grid, geometry, AffineTransform.IDENTITY, executor, monitor);
        resampled = true;
      }
      grids.add(grid);
      factors.add(term.factor());
    }
    if (resampled) {
      findings.add(
          Finding.info(
              "The beam doses have different grids and were resampled to the first one.",
              plan.label()));
    }
    return weightedSum(
        geometry, grids, factors.stream().mapToDouble(Double::doubleValue).toArray(), monitor);
  }

  private DoseGrid weightedSum(
      GridGeometry geometry, List<DoseGrid> grids, double[] factors, IProgressMonitor monitor) {
    DoseGrid.Builder sum = DoseGrid.builder(geometry);
    int voxelCount = geometry.sliceVoxelCount();
    executor.forEachSlice(
        geometry.sizeZ(),
        monitor,
        z -> {
          double[] sumGy = new double[voxelCount];
          float[] slice = new float[voxelCount];
          for (int g = 0; g < factors.length; g++) {
            grids.get(g).copySlice(z, slice);
            double factor = factors[g];
            for (int i = 0; i < voxelCount; i++) {
              sumGy[i] += factor * slice[i];
            }
          }
          for (int i = 0; i < voxelCount; i++) {
            slice[i] = (float) sumGy[i];
          }
          sum.slice(z, slice);
        });
    return sum.build();
  }
}
