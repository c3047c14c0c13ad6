/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.recourse.inference.training.NetworkPlan;
import org.recourse.inference.training.Recalibration;
import org.recourse.inference.training.TrainingCase;
import org.recourse.risk.MrSequence;
import org.recourse.risk.multiomics.SequenceFeatures;
import org.recourse.risk.multiomics.TargetCrop;

/**
 * Writes the demonstration package with its model card.
 *
 * @param settings what it was trained with
 * @param cases what it was trained on
 * @param searched the grid search
 * @param chosen the best of them
 * @param fit the final model
 */
record DemonstrationPackage(
    DemonstrationSettings settings,
    DemonstrationCases.Cases cases,
    List<CrossValidation> searched,
    CrossValidation chosen,
    FinalFit fit) {

  /** Text of the card with places for numbers, beside this class. */
  private static final String CARD = "demonstration-card.md";

  private static final double DOMAIN_MARGIN = 1.25;

  /** Writes the package into a folder that must not exist. */
  void write(Path folder) throws IOException {
    NetworkPlan plan = chosen.candidate().plan();
    NetworkFile file = fit.file(plan);
    Map<FileRole, byte[]> contents = new EnumMap<>(FileRole.class);
    contents.put(FileRole.PARAMETERS, file.toBytes());
    contents.put(FileRole.CARD, card(file).getBytes(StandardCharsets.UTF_8));
    new ModelPackageWriter().write(folder, files -> description(file, files), contents);
  }

  private ModelDescription description(NetworkFile file, List<PackageFile> files) {
    long events = cases.cases().stream().filter(TrainingCase::event).count();
    return new ModelDescription(
        new ModelIdentity(
            settings.id(), "1.0.0", "Necrosis network, demonstration " + inputs(), "EPL-2.0"),
        NetworkFile.FORMAT,
        "Shows how a network of MR features and dose works in a plan. It was trained on synthetic"
            + " patients with a made-up outcome and says nothing about any person.",
        NetworkTensors.inputs(file.size(), file.model().layout(), TargetCrop.DOSE_PREPROCESSING),
        NetworkTensors.outputs(file.size(), file.model().layout()),
        new DoseConditions(
            new DoseQuantity.Physical(),
            settings.spacingMm().x(),
            settings.spacingMm().y(),
            settings.spacingMm().z(),
            new ValueRange(cases.fewestFractions(), cases.mostFractions()),
            new ValueRange(down(cases.leastPerFractionGy()), up(cases.mostPerFractionGy()))),
        new TrainingData(
            "synthetic variations of the bundled synthetic case (org.recourse.phantom.necrosis,"
                + " seed "
                + settings.seed()
                + ")",
            true,
            cases.cases().size(),
            (int) events),
        Optional.empty(), // a model of synthetic patients gives scores only
        features(),
        new ValidityDomain(
            new ValueRange(down(cases.leastMaximumGy()), up(cases.largestMaximumGy())),
            Math.ceil(10 * DOMAIN_MARGIN * largestDistance()) / 10),
        files);
  }

  private static double down(double value) {
    return Math.floor(value * 100) / 100;
  }

  private static double up(double value) {
    return Math.ceil(value * 100) / 100;
  }

  private List<FeatureScaling> features() {
    List<String> names = new ArrayList<>();
    for (MrSequence sequence : settings.sequences()) {
      names.addAll(SequenceFeatures.names(sequence));
    }
    List<FeatureScaling> scalings = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      scalings.add(
          new FeatureScaling(
              names.get(i), "1", fit.preparation().mean(i), fit.preparation().deviation(i)));
    }
    return scalings;
  }

  /** The training patient that is farthest from the mean of all. */
  private double largestDistance() {
    double largest = 0;
    for (TrainingCase one : fit.preparation().scaled(cases.cases())) {
      double sum = 0;
      for (double feature : one.features()) {
        sum += feature * feature;
      }
      largest = Math.max(largest, Math.sqrt(sum / one.features().length));
    }
    return largest;
  }

  private String inputs() {
    return String.join(" + ", settings.sequences().stream().map(Enum::name).toList())
        + (settings.dose() ? " + dose" : "");
  }

  private static String cardTemplate() {
    try (InputStream in =
        Objects.requireNonNull(DemonstrationPackage.class.getResourceAsStream(CARD), CARD)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String card(NetworkFile file) {
    var options = chosen.candidate().options();
    long events = cases.cases().stream().filter(TrainingCase::event).count();
    return String.format(
        Locale.ROOT,
        cardTemplate(),
        inputs(),
        settings.id(),
        file.variant(),
        file.model().layout().channels(1),
        file.model().layout().channels(5),
        file.model().tensors().values().stream().mapToInt(t -> t.shape().valueCount()).sum(),
        settings.size().sizeX() + " x " + settings.size().sizeY() + " x " + settings.size().sizeZ(),
        settings.spacingMm().x(),
        file.model().layout().featureCount(),
        file.model().layout().featureCount(),
        cases.cases().size(),
        settings.seed(),
        events,
        options.weightDecay(),
        options.batchSize(),
        String.join("; ", searched.stream().map(DemonstrationPackage::line).toList()),
        options.learningRate(),
        chosen.meanKeptEpoch(),
        AucText.of(chosen.auc()),
        chosen.accuracyFraction(),
        chosen.loss(),
        chosen.fits().size(),
        Recalibration.of(chosen)
            .map(
                c ->
                    String.format(
                        Locale.ROOT,
                        "slope %.2f, intercept %.2f at incidence %.2f",
                        c.slope(),
                        c.intercept(),
                        c.incidenceFraction()))
            .orElse("none possible"));
  }

  private static String line(CrossValidation result) {
    return String.format(
        Locale.ROOT,
        "rate %.0e: AUC %s",
        result.candidate().options().learningRate(),
        AucText.of(result.auc()));
  }
}
