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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private String card(NetworkFile file) {
    var options = chosen.candidate().options();
    long events = cases.cases().stream().filter(TrainingCase::event).count();
    return """
    # Necrosis network, demonstration %s

    **Trained on synthetic patients with a made-up outcome. It says nothing about any person.** For
    a case that is not marked synthetic no number is shown, unless demonstration output is turned
    on; then it is a score with this label, never a probability.

    | | |
    |---|---|
    | id | `%s` |
    | architecture | Gao 2025, variant `%s`, channels %d to %d, %d parameters |
    | dose | physical, in PTVnx, %s voxels of %s mm (paper: 120 x 120 x 80), 0 Gy outside of PTVnx |
    | MR features | %d: 18 of first order and 14 of the co-occurrence matrix a sequence, chosen beforehand |
    | several sequences | principal components of the %d features to 32, fitted on the training part of each fold |
    | patients | %d synthetic (`org.recourse.phantom.necrosis`, seed %d), %d with the outcome |
    | truth | logit p = -1.0 + (hottest dose - 66 Gy) / 4 Gy + 1.2 texture |
    | training | Adam 0.9, 0.999, decay %.0e, batches of at most %d, binary cross-entropy |
    | balance | SMOTE on the feature vectors of the training part of each fold; a new case keeps the dose of the patient it starts from |
    | grid search | %s |
    | chosen | rate %.0e; final fit on all patients for %d epochs, the mean of the folds |
    | out of fold | AUC %.3f, accuracy %.3f at 0.5, cross-entropy %.3f (%d folds); the left-out part of a fold also chooses its epoch, so these are optimistic |
    | recalibration | %s; not used, since a model of synthetic patients gives scores only |
    | interval | networks of the folds, 95 %% prediction interval on the logit scale |
    | domain | features: root mean square distance; dose: largest dose in PTVnx, fractions, dose per fraction |

    ## Choices where the paper is silent

    Pooling after the fusion: the text says maximum, the figure says average; the mean is used, since
    a maximum passes the gradient of one position only. The other choices stand in
    `bundles/org.recourse.inference.onnx/docs/network.md`. The 32 features of the paper are named in a
    supplement that is not at hand.

    Made again by `releng/recourse models train-demo --to FOLDER`.
    """
        .formatted(
            inputs(),
            settings.id(),
            file.variant(),
            file.model().layout().channels(1),
            file.model().layout().channels(5),
            file.model().tensors().values().stream().mapToInt(t -> t.shape().valueCount()).sum(),
            settings.size().sizeX()
                + " x "
                + settings.size().sizeY()
                + " x "
                + settings.size().sizeZ(),
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
            chosen.auc().orElse(0.5),
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
        "rate %.0e: AUC %.3f",
        result.candidate().options().learningRate(),
        result.auc().orElse(0.5));
  }
}
