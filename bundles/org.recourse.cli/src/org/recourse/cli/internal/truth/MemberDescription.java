/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recourse.inference.model.DoseConditions;
import org.recourse.inference.model.DoseQuantity;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.ModelIdentity;
import org.recourse.inference.model.PackageFile;
import org.recourse.inference.model.TrainingData;
import org.recourse.inference.model.ValidityDomain;
import org.recourse.inference.model.ValueRange;
import org.recourse.inference.network.NetworkFile;
import org.recourse.inference.network.NetworkTensors;
import org.recourse.inference.training.FeaturePreparation;
import org.recourse.inference.training.TrainedNetwork;
import org.recourse.inference.training.TrainingCase;

/**
 * What a package of a network says about itself. Its features carry names that no image of a case
 * gives, so that a workbench in which it were installed refuses it: the dose has to be converted as
 * {@link NetworkDose} does, which the workbench does not know.
 *
 * @param name of the network, such as {@code member-1-network-2}
 * @param learning patients it learned from
 * @param preparation scaling of their features
 */
record MemberDescription(String name, List<TrainingCase> learning, FeaturePreparation preparation) {

  private static final String PREFIX = "campaign:";
  private static final ValueRange ANY_FRACTIONS = new ValueRange(1, 100);
  private static final ValueRange ANY_DOSE = new ValueRange(0, 100);
  private static final String DOSE =
      "70 Gy (EQD2 / 70 Gy)^6 of the re-irradiation, alpha/beta 3 Gy, trilinear samples in a box"
          + " centred on PTVnx; 0 Gy outside of PTVnx";

  ModelDescription of(List<PackageFile> files) {
    return new ModelDescription(
        new ModelIdentity("campaign.truth." + name, "1.0.0", "Truth campaign, " + name, "EPL-2.0"),
        NetworkFile.FORMAT,
        "Campaign of proposals on synthetic patients; nothing else.",
        NetworkTensors.inputs(PatientInputs.SIZE, EnsembleTraining.plan().layout(), DOSE),
        NetworkTensors.outputs(PatientInputs.SIZE, EnsembleTraining.plan().layout()),
        new DoseConditions(
            new DoseQuantity.Eqd2(NetworkDose.ALPHA_BETA_GY),
            PatientInputs.SPACING_MM,
            PatientInputs.SPACING_MM,
            PatientInputs.SPACING_MM,
            ANY_FRACTIONS,
            ANY_DOSE),
        new TrainingData("synthetic patients", true, learning.size(), events()),
        Optional.empty(),
        scalings(),
        new ValidityDomain(largestDoses(), 4),
        files);
  }

  private int events() {
    return (int) learning.stream().filter(TrainingCase::event).count();
  }

  private List<FeatureScaling> scalings() {
    List<String> names = PatientInputs.featureNames();
    List<FeatureScaling> scalings = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      scalings.add(
          new FeatureScaling(
              PREFIX + names.get(i), "1", preparation.mean(i), preparation.deviation(i)));
    }
    return scalings;
  }

  private ValueRange largestDoses() {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (TrainingCase one : learning) {
      double largest = 0;
      for (float value : one.dose().orElseThrow().toArray()) {
        largest = Math.max(largest, value);
      }
      least = Math.min(least, largest);
      most = Math.max(most, largest);
    }
    return new ValueRange(least, most);
  }

  String card(TrainedNetwork network) {
    return String.join(
        "\n",
        "# Truth campaign, " + name,
        "",
        "Research only. Learned from "
            + learning.size()
            + " synthetic patients ("
            + events()
            + " with necrosis) of a hidden mechanism;",
        "it says nothing about any person and is no model of the workbench.",
        "",
        "Inputs: 96 features of T1, T1C and T2 in PTVnx, 32 a sequence; dose of the re-irradiation",
        "in PTVnx as 70 Gy (EQD2 / 70 Gy)^6, 30 x 30 x 20 voxels of 4 mm. Epoch "
            + network.keptEpoch()
            + " of "
            + network.epochs().size()
            + " was kept by",
        "a fifth of the patients that other members learned from. No class was over-sampled.",
        "The domain is checked by `known-patients.json` beside the members.",
        "");
  }
}
