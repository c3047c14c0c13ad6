/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.multiomics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.inference.model.DoseQuantity;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.TensorSpecification;
import org.recourse.radiobiology.conversion.LinearQuadraticConversion;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.risk.MrSequence;
import org.recourse.risk.RiskCourse;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskStructure;
import org.recourse.risk.RiskVoxels;

/** What is asked, and what is missing for an answer. */
final class CaseQuestion {

  private final RiskInput input;
  private final ModelDescription model;
  private final Set<String> lacking = new LinkedHashSet<>();
  private final List<String> lacks = new ArrayList<>();
  private final Map<MrSequence, RiskVoxels.PlacedImage> images = new LinkedHashMap<>();
  private ContourSet target = new ContourSet(List.of());
  private int fractions = 1;
  private double prescribedGy;

  CaseQuestion(RiskInput input, ModelDescription model) {
    this.input = input;
    this.model = model;
    if (input.voxels().isEmpty()) {
      lacking.add("Images and dose of the case are not at hand.");
    } else {
      findTarget(input.voxels().get());
      findImages(input.voxels().get());
      findCourse();
      if (takesDose() && input.voxels().get().plannedDose().isEmpty()) {
        lacking.add("The planned course has no dose.");
      }
    }
    lacks.addAll(lacking);
  }

  boolean takesDose() {
    return model.input(TensorSpecification.Role.DOSE).isPresent();
  }

  private void findTarget(RiskVoxels voxels) {
    Optional<ContourSet> found =
        TargetChoice.of(input)
            .map(RiskStructure::name)
            .flatMap(name -> voxels.contours(name, null))
            .filter(contours -> !contours.isEmpty());
    if (found.isPresent()) {
      target = found.get();
    } else {
      lacking.add(
          "There is no target PTVnx with contours: name the planning target volume of the"
              + " nasopharynx PTVnx, or prescribe to it.");
    }
  }

  private void findImages(RiskVoxels voxels) {
    for (FeatureScaling feature : model.features()) {
      Optional<MrSequence> sequence = SequenceFeatures.sequence(feature.name());
      if (sequence.isEmpty()) {
        lacking.add("The feature " + feature.name() + " cannot be computed from an image.");
      } else if (!images.containsKey(sequence.get())) {
        Optional<RiskVoxels.PlacedImage> image = voxels.image(sequence.get(), null);
        if (image.isPresent()) {
          images.put(sequence.get(), image.get());
        } else {
          lacking.add(
              "There is no "
                  + sequence.get()
                  + " image registered to the plan: assign that role to an MR series.");
        }
      }
    }
  }

  private void findCourse() {
    Optional<RiskCourse> planned =
        input.courses().stream().filter(course -> !course.previous()).findFirst();
    if (planned.isEmpty()
        || planned.get().fractionCount().isEmpty()
        || planned.get().prescribedDoseGy().isEmpty()) {
      lacking.add("The planned course has no prescription with dose and fractions.");
      return;
    }
    fractions = planned.get().fractionCount().getAsInt();
    prescribedGy = planned.get().prescribedDoseGy().getAsDouble();
  }

  /** Returns the dose in the quantity of the model; empty if it takes none. */
  Optional<DoseGrid> dose(IProgressMonitor monitor) {
    if (!takesDose()) {
      return Optional.empty();
    }
    DoseGrid physical = input.voxels().orElseThrow().plannedDose().orElseThrow();
    return Optional.of(
        switch (model.dose().quantity()) {
          case DoseQuantity.Physical ignored -> physical;
          case DoseQuantity.Eqd2(double alphaBetaGy) ->
              new LinearQuadraticConversion()
                  .toEqd2(physical, fractions, new AlphaBetaRatio(alphaBetaGy), monitor);
        });
  }

  /** Returns what is asked. */
  RiskInput input() {
    return input;
  }

  /** Returns what is missing; the caller may add to it. */
  List<String> lacks() {
    return lacks;
  }

  Map<MrSequence, RiskVoxels.PlacedImage> images() {
    return images;
  }

  ContourSet target() {
    return target;
  }

  int fractions() {
    return fractions;
  }

  double dosePerFractionGy() {
    return prescribedGy / fractions;
  }
}
