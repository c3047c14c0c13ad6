/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recourse.inference.model.Calibration;
import org.recourse.inference.model.DoseConditions;
import org.recourse.inference.model.DoseQuantity;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.ModelIdentity;
import org.recourse.inference.model.ModelPackageWriter;
import org.recourse.inference.model.PackageFile;
import org.recourse.inference.model.TrainingData;
import org.recourse.inference.model.ValidityDomain;
import org.recourse.inference.model.ValueRange;
import org.recourse.inference.network.NetworkFile;
import org.recourse.inference.network.NetworkTensors;
import org.recourse.inference.training.CrossValidation;
import org.recourse.inference.training.FinalFit;
import org.recourse.inference.training.Recalibration;
import org.recourse.inference.training.TrainingCase;
import org.recourse.risk.multiomics.TargetCrop;
import org.recourse.training.ModelInputs;
import org.recourse.training.PackageTraining;
import org.recourse.training.TrainingSettings;
import org.recourse.training.cohort.TrainingCohort;

/**
 * A package before it is written.
 *
 * @param settings how it was trained
 * @param inputs what the model reads
 * @param patients whom it was trained on, with the inputs of the model
 * @param searched cross-validation of every point of the search
 * @param chosen the best of them
 * @param fit final network and ensemble, with every feature that could be chosen
 * @param processorSeconds time it took
 */
public record PackageContent(
    TrainingSettings settings,
    ModelInputs inputs,
    TrainingCohort patients,
    List<CrossValidation> searched,
    CrossValidation chosen,
    FinalFit fit,
    double processorSeconds) {

  private static final String VERSION = "2.0.0";
  private static final double DOMAIN_MARGIN = 1.25;

  /** Writes the package into a folder that must not exist. */
  public void write(Path folder) throws IOException {
    FinalFit lean = fit.withoutUnused();
    NetworkFile file = lean.file(chosen.candidate().plan());
    List<FeatureScaling> features = features(lean);
    Map<FileRole, byte[]> contents = new EnumMap<>(FileRole.class);
    contents.put(FileRole.PARAMETERS, file.toBytes());
    var card = new PackageCard(this, file, features, domain());
    contents.put(FileRole.CARD, card.text().getBytes(StandardCharsets.UTF_8));
    new ModelPackageWriter().write(folder, files -> description(file, features, files), contents);
  }

  String id() {
    return PackageTraining.id(inputs, patients.synthetic());
  }

  String title() {
    return patients.synthetic()
        ? "Necrosis network, demonstration " + inputs.title()
        : "Necrosis network " + inputs.title();
  }

  /** A model of synthetic patients gives scores only. */
  Optional<Calibration> calibration() {
    return patients.synthetic() ? Optional.empty() : Recalibration.of(chosen);
  }

  private ModelDescription description(
      NetworkFile file, List<FeatureScaling> features, List<PackageFile> files) {
    return new ModelDescription(
        new ModelIdentity(id(), VERSION, title(), "EPL-2.0"),
        NetworkFile.FORMAT,
        intendedUse(),
        NetworkTensors.inputs(file.size(), file.model().layout(), TargetCrop.DOSE_PREPROCESSING),
        NetworkTensors.outputs(file.size(), file.model().layout()),
        new DoseConditions(
            new DoseQuantity.Physical(),
            settings.box().spacingMm().x(),
            settings.box().spacingMm().y(),
            settings.box().spacingMm().z(),
            patients.facts().fractions(),
            patients.facts().dosePerFractionGy()),
        new TrainingData(
            patients.description(),
            patients.synthetic(),
            patients.cases().size(),
            patients.eventCount()),
        calibration(),
        features,
        domain(),
        files);
  }

  private String intendedUse() {
    return patients.synthetic()
        ? "Shows how a network of MR features and dose works in a plan. It was trained on synthetic"
            + " patients with a made-up outcome and says nothing about any person."
        : "Research only. It was trained on the patients named below and tested on nobody else.";
  }

  private List<FeatureScaling> features(FinalFit lean) {
    List<Integer> used = fit.usedFeatures();
    List<FeatureScaling> scalings = new ArrayList<>();
    for (int i = 0; i < used.size(); i++) {
      scalings.add(
          new FeatureScaling(
              patients.featureNames().get(used.get(i)),
              "1",
              lean.preparation().mean(i),
              lean.preparation().deviation(i)));
    }
    return scalings;
  }

  private ValidityDomain domain() {
    ValueRange maximumGy = patients.facts().maximumDoseGy();
    return new ValidityDomain(maximumGy, Math.ceil(10 * DOMAIN_MARGIN * largestDistance()) / 10);
  }

  /** The training patient that is farthest from the mean of all, in the features of the package. */
  private double largestDistance() {
    List<Integer> used = fit.usedFeatures();
    double largest = 0;
    for (TrainingCase one : patients.cases()) {
      double[] scaled = fit.preparation().scaled(one).features();
      double sum = used.stream().mapToDouble(i -> scaled[i] * scaled[i]).sum();
      largest = Math.max(largest, Math.sqrt(sum / used.size()));
    }
    return largest;
  }
}
