/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.Eqd2Maps;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanState;
import org.recourse.assistant.numbers.PrescriptionState;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.rendering.DoseGradient;
import org.recourse.rendering.DosePalette;
import org.recourse.ui.session.ShownDose;

/**
 * Chooses or computes the dose grid to be shown. EQD2 is shown with one alpha/beta for every voxel:
 * that of the selected structure, else {@value #DEFAULT_ALPHA_BETA_GY} Gy; the title says which.
 */
final class ShownDoses {

  /** Late-reacting tissue in general. */
  static final double DEFAULT_ALPHA_BETA_GY = 3;

  private static final double COLOUR_END_FRACTION = 1.1;

  /** Steeper is only the edge where a planning system cuts its dose off, such as the skin. */
  private static final double STEEPEST_SHOWN_GY_PER_MM = 3;

  private static final double REFERENCE_DOSE_PER_FRACTION_GY = 2;

  private final Eqd2Maps maps;
  private final SliceExecutor executor;
  private Optional<GradientOf> gradient = Optional.empty(); // of the dose shown last

  /** A gradient with the dose it belongs to. */
  private record GradientOf(DoseGrid dose, SliceContent.Gradient gradient) {}

  ShownDoses(Eqd2Maps maps, SliceExecutor executor) {
    this.maps = Objects.requireNonNull(maps, "maps");
    this.executor = Objects.requireNonNull(executor, "executor");
  }

  /** Returns the dose; empty with a note that says why there is none. */
  Optional<SliceContent.Dose> of(
      ContentRequest request, List<String> notes, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    Optional<SliceContent.Dose> dose = withoutGradient(request, notes, progress.split(1));
    return request.gradientShown()
        ? dose.map(shown -> withGradient(shown, progress.split(1)))
        : dose;
  }

  private SliceContent.Dose withGradient(SliceContent.Dose dose, IProgressMonitor monitor) {
    if (gradient.filter(known -> known.dose() == dose.grid()).isEmpty()) {
      DoseGrid gyPerMm = DoseGradient.gyPerMm(dose.grid(), executor, monitor);
      gradient = Optional.of(new GradientOf(dose.grid(), gradientOf(gyPerMm)));
    }
    return dose.with(gradient.map(GradientOf::gradient));
  }

  private static SliceContent.Gradient gradientOf(DoseGrid gyPerMm) {
    return new SliceContent.Gradient(
        gyPerMm, Math.min(gyPerMm.maximumGy(), STEEPEST_SHOWN_GY_PER_MM));
  }

  private Optional<SliceContent.Dose> withoutGradient(
      ContentRequest request, List<String> notes, IProgressMonitor monitor) {
    if (request.numbers().isEmpty()) {
      notes.add("The dose is being computed.");
      return Optional.empty();
    }
    PlanNumbers numbers = request.numbers().get();
    if (numbers.planDose().isEmpty()) {
      notes.add("The plan has no dose to show. Import its RTDOSE, or see Findings.");
      return Optional.empty();
    }
    double alphaBetaGy = request.selectedAlphaBetaGy().orElse(DEFAULT_ALPHA_BETA_GY);
    return switch (request.shownDose()) {
      case PHYSICAL ->
          Optional.of(dose(request, numbers.planDose().get().doseGy(), planLabel(numbers), 0));
      case EQD2 ->
          eqd2(
              request,
              maps.ofPlan(numbers, new AlphaBetaRatio(alphaBetaGy), monitor),
              alphaBetaGy,
              notes);
      case CUMULATIVE_EQD2 ->
          eqd2(
              request,
              maps.ofAll(numbers, new AlphaBetaRatio(alphaBetaGy), monitor),
              alphaBetaGy,
              notes);
    };
  }

  private static Optional<SliceContent.Dose> eqd2(
      ContentRequest request, Eqd2Maps.Result result, double alphaBetaGy, List<String> notes) {
    return switch (result) {
      case Eqd2Maps.Result.Known known ->
          Optional.of(dose(request, known.eqd2(), String.join(", ", known.courses()), alphaBetaGy));
      case Eqd2Maps.Result.Unknown(List<String> reasons) -> {
        notes.addAll(reasons);
        yield Optional.empty();
      }
    };
  }

  private static SliceContent.Dose dose(
      ContentRequest request, DoseGrid grid, String of, double alphaBetaGy) {
    ShownDose shown = request.shownDose();
    OptionalDouble prescribedGy = prescribedGy(request, alphaBetaGy);
    boolean physical = shown == ShownDose.PHYSICAL;
    String quantity =
        physical
            ? shown.title() + ", Gy"
            : String.format(Locale.ROOT, "%s, Gy (α/β %.1f Gy)", shown.title(), alphaBetaGy);
    return new SliceContent.Dose(
        grid,
        AffineTransform.IDENTITY, // the frame of the plan is the frame of the scene
        of.isEmpty() ? quantity : quantity + " · " + of,
        physical ? DosePalette.VIRIDIS : DosePalette.INFERNO,
        colourEndGy(grid, prescribedGy),
        prescribedGy,
        request.isStale(),
        Optional.empty());
  }

  /**
   * The scale ends a little above the prescription, not at the maximum: it would follow an edit,
   * and the picture would not change with the dose.
   */
  private static double colourEndGy(DoseGrid grid, OptionalDouble prescribedGy) {
    return prescribedGy.isPresent()
        ? COLOUR_END_FRACTION * prescribedGy.getAsDouble()
        : grid.maximumGy();
  }

  /** 100 % in the quantity that is shown; a sum of courses has none. */
  private static OptionalDouble prescribedGy(ContentRequest request, double alphaBetaGy) {
    Optional<PrescriptionState> prescription =
        request.numbers().flatMap(n -> n.snapshot().assessedPlan()).map(PlanState::prescription);
    if (prescription.isEmpty() || prescription.get().totalDoseGy().isEmpty()) {
      return OptionalDouble.empty();
    }
    double totalGy = prescription.get().totalDoseGy().getAsDouble();
    return switch (request.shownDose()) {
      case PHYSICAL -> positive(totalGy);
      case EQD2 ->
          prescription.get().fractionCount().isEmpty()
              ? OptionalDouble.empty()
              : positive(
                  eqd2Gy(totalGy, prescription.get().fractionCount().getAsInt(), alphaBetaGy));
      case CUMULATIVE_EQD2 -> OptionalDouble.empty();
    };
  }

  /** EQD2 = D · (D/n + α/β) / (2 Gy + α/β), the linear-quadratic conversion. */
  private static double eqd2Gy(double totalGy, int fractionCount, double alphaBetaGy) {
    return totalGy
        * (totalGy / fractionCount + alphaBetaGy)
        / (REFERENCE_DOSE_PER_FRACTION_GY + alphaBetaGy);
  }

  private static OptionalDouble positive(double doseGy) {
    return doseGy > 0 ? OptionalDouble.of(doseGy) : OptionalDouble.empty();
  }

  private static String planLabel(PlanNumbers numbers) {
    return numbers.snapshot().assessedPlan().map(PlanState::label).orElse("");
  }
}
