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
import org.recourse.assistant.numbers.Eqd2Maps;
import org.recourse.assistant.numbers.OrganLimit;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanState;
import org.recourse.assistant.numbers.PrescriptionState;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
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

  private static final double REFERENCE_DOSE_PER_FRACTION_GY = 2;

  private final Eqd2Maps maps;

  ShownDoses(Eqd2Maps maps) {
    this.maps = Objects.requireNonNull(maps, "maps");
  }

  /** Returns the dose; empty with a note that says why there is none. */
  Optional<SliceContent.Dose> of(
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
    var tissue = new AlphaBetaRatio(alphaBetaGy);
    return switch (request.shownDose()) {
      case ShownDose.Physical physical ->
          Optional.of(physical(request, numbers.planDose().get().doseGy(), planLabel(numbers)));
      case ShownDose.PlanEqd2 plan ->
          eqd2(request, maps.ofPlan(numbers, tissue, monitor), alphaBetaGy, notes);
      case ShownDose.CumulativeEqd2 sum ->
          eqd2(request, maps.ofAll(numbers, tissue, monitor), alphaBetaGy, notes);
      case ShownDose.CourseEqd2(String course) ->
          eqd2(request, maps.ofCourse(numbers, course, tissue, monitor), alphaBetaGy, notes);
      case ShownDose.RemainingDose(OrganLimit limit) ->
          known(maps.remaining(numbers, limit, monitor), notes).map(map -> remaining(request, map));
    };
  }

  private static Optional<SliceContent.Dose> eqd2(
      ContentRequest request, Eqd2Maps.Result result, double alphaBetaGy, List<String> notes) {
    return known(result, notes).map(map -> eqd2(request, map, alphaBetaGy));
  }

  /** The grid, or notes that say why there is none. */
  private static Optional<Eqd2Maps.Result.Known> known(Eqd2Maps.Result result, List<String> notes) {
    return switch (result) {
      case Eqd2Maps.Result.Known known -> Optional.of(known);
      case Eqd2Maps.Result.Unknown(List<String> reasons) -> {
        notes.addAll(reasons);
        yield Optional.empty();
      }
    };
  }

  private static SliceContent.Dose physical(ContentRequest request, DoseGrid grid, String of) {
    OptionalDouble prescribedGy = prescribedGy(request, DEFAULT_ALPHA_BETA_GY);
    return new SliceContent.Dose(
        grid,
        AffineTransform.IDENTITY, // the frame of the plan is the frame of the scene
        title(request, request.shownDose().title() + ", Gy", of),
        "Gy",
        DosePalette.VIRIDIS,
        colourEndGy(grid, prescribedGy),
        false,
        prescribedGy,
        request.isStale());
  }

  private static SliceContent.Dose eqd2(
      ContentRequest request, Eqd2Maps.Result.Known map, double alphaBetaGy) {
    OptionalDouble prescribedGy = prescribedGy(request, alphaBetaGy);
    String quantity =
        String.format(
            Locale.ROOT, "%s, Gy (α/β %.1f Gy)", request.shownDose().title(), alphaBetaGy);
    boolean ofOneCourse = request.shownDose() instanceof ShownDose.CourseEqd2; // title names it
    return new SliceContent.Dose(
        map.eqd2(),
        AffineTransform.IDENTITY,
        title(request, quantity, ofOneCourse ? "" : String.join(", ", map.courses())),
        "Gy",
        DosePalette.INFERNO,
        colourEndGy(map.eqd2(), prescribedGy),
        false,
        prescribedGy,
        request.isStale());
  }

  /** Little is the news here: the colours begin where nothing is left, which is drawn too. */
  private static SliceContent.Dose remaining(ContentRequest request, Eqd2Maps.Result.Known map) {
    return new SliceContent.Dose(
        map.eqd2(),
        AffineTransform.IDENTITY,
        title(
            request,
            request.shownDose().title() + ", Gy per fraction",
            "after " + String.join(", ", map.courses())),
        "Gy/fraction",
        DosePalette.REMAINING,
        map.eqd2().maximumGy(),
        true,
        OptionalDouble.empty(),
        request.isStale());
  }

  /** A change that is only looked at is never mistaken for the plan. */
  private static String title(ContentRequest request, String quantity, String of) {
    String preview = request.preview().map(change -> "PREVIEW " + change + " · ").orElse("");
    return preview + (of.isEmpty() ? quantity : quantity + " · " + of);
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
      case ShownDose.Physical physical -> positive(totalGy);
      case ShownDose.PlanEqd2 plan ->
          prescription.get().fractionCount().isEmpty()
              ? OptionalDouble.empty()
              : positive(
                  eqd2Gy(totalGy, prescription.get().fractionCount().getAsInt(), alphaBetaGy));
      case ShownDose.CumulativeEqd2 sum -> OptionalDouble.empty();
      case ShownDose.CourseEqd2 course -> OptionalDouble.empty();
      case ShownDose.RemainingDose remaining -> OptionalDouble.empty();
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
