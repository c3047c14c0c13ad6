/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.multiomics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.recourse.cohort.evaluation.FigureText;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.StudyFacts;
import org.recourse.cohort.learned.ModelCard;
import org.recourse.cohort.learned.PackagedModel;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.cohort.learned.TrainingFacts;
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
import org.recourse.inference.training.TrainingCase;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.performance.Recalibration;
import org.recourse.learning.sample.ScoredOutcomes;

/** A fitted network as model package; its threshold is one of the logit. */
record NetworkPackage(
    MultiOmicsSettings settings,
    NetworkFit fit,
    PreparedCohort.Sample training,
    List<TrainingCase> cases,
    ScoredOutcomes outOfFold,
    Optional<Recalibration> recalibration,
    double threshold,
    StudyFacts study,
    List<SystemResult.Audit> audits)
    implements PackagedModel {

  static final String FORMAT = "multi-omics-cohort";

  private static final double DOMAIN_MARGIN = 1.25;
  private static final String DOSE =
      "physical dose of the re-irradiation in a box centred on PTVnx; 0 Gy outside of PTVnx";

  @Override
  public String id() {
    return "necrosis."
        + String.join("-", fit.kind().sequences()).toLowerCase(Locale.ROOT)
        + (fit.kind().dose() ? "-dose" : "")
        + ".cohort";
  }

  @Override
  public void write(Path parent) throws IOException {
    var file =
        new NetworkFile(
            settings.fit().variant(), settings.volumes().size(), List.of(fit.network().weights()));
    Map<FileRole, byte[]> contents = new EnumMap<>(FileRole.class);
    contents.put(FileRole.PARAMETERS, file.toBytes());
    contents.put(FileRole.DECISION, new NetworkDecision(scoreThreshold()).toBytes());
    contents.put(
        FileRole.CARD,
        ModelCard.of(title(), id(), facts(), study, inputs()).getBytes(StandardCharsets.UTF_8));
    new ModelPackageWriter().write(parent.resolve(id()), this::description, contents);
  }

  private double scoreThreshold() {
    return 1 / (1 + Math.exp(-threshold));
  }

  private String title() {
    return "Necrosis network " + fit.kind().title().replace("+", " + ");
  }

  private String inputs() {
    return fit.selection().outputNames().size()
        + " MR features, listed in model.json"
        + (fit.kind().dose() ? "; dose of " + settings.volumes().size() : "");
  }

  private TrainingFacts facts() {
    List<String> figures = new ArrayList<>();
    figures.add(
        "AUC out of fold in training: " + FigureText.of(DeLong.areaUnderCurve(outOfFold, 0.95)));
    for (SystemResult.Audit audit : audits) {
      figures.add("Leakage audit of " + audit.model() + ": " + audit.result().sentence());
    }
    return new TrainingFacts(
        settings.endpoint(),
        training.set().size(),
        training.set().eventCount(),
        training.centres().stream().distinct().sorted().toList(),
        study.synthetic(),
        new SequenceSelection(settings).description()
            + "; z-scores; principal components to 32 with several sequences; SMOTE; network "
            + settings.fit().variant()
            + ", "
            + settings.fit().firstChannels()
            + " channels in the first block; epoch kept by patients of the training part",
        settings.seed(),
        figures);
  }

  private ModelDescription description(List<PackageFile> files) {
    TrainingFacts facts = facts();
    return new ModelDescription(
        new ModelIdentity(id(), "1.0.0", title(), "EPL-2.0"),
        // Not the format of packages that plans are assessed with: features of a cohort are not
        // extracted in exactly the way in which a plan is, and numbers would differ silently.
        FORMAT,
        ModelCard.intendedUse(facts),
        NetworkTensors.inputs(settings.volumes().size(), settings.plan(fit.kind()).layout(), DOSE),
        NetworkTensors.outputs(settings.volumes().size(), settings.plan(fit.kind()).layout()),
        new DoseConditions(
            new DoseQuantity.Physical(),
            settings.spacingMm(),
            settings.spacingMm(),
            settings.spacingMm(),
            new ValueRange(1, 100),
            new ValueRange(0, 100)),
        new TrainingData(
            facts.patientCount() + " patients of " + String.join(", ", facts.centres()),
            facts.synthetic(),
            facts.patientCount(),
            facts.eventCount()),
        calibration(),
        scalings(),
        new ValidityDomain(doseRange(), largestDistance()),
        files);
  }

  /** A model of synthetic patients gives scores only. */
  private Optional<Calibration> calibration() {
    return study.synthetic()
        ? Optional.empty()
        : recalibration.map(
            own ->
                new Calibration(
                    own.incidenceFraction(),
                    own.slope(),
                    own.intercept(),
                    "Out-of-fold scores of " + outOfFold.size() + " patients"));
  }

  private List<FeatureScaling> scalings() {
    List<FeatureScaling> scalings = new ArrayList<>();
    List<String> names = fit.selection().outputNames();
    for (int i = 0; i < names.size(); i++) {
      scalings.add(
          new FeatureScaling(
              names.get(i), "1", fit.preparation().mean(i), fit.preparation().deviation(i)));
    }
    return scalings;
  }

  private ValueRange doseRange() {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (TrainingCase one : cases) {
      double maximum = 0;
      if (one.dose().isPresent()) {
        for (float value : one.dose().get().toArray()) {
          maximum = Math.max(maximum, value);
        }
      }
      least = Math.min(least, maximum);
      most = Math.max(most, maximum);
    }
    return new ValueRange(least, most);
  }

  private double largestDistance() {
    double largest = 0.1;
    for (TrainingCase one : fit.preparation().scaled(cases)) {
      double sum = 0;
      for (double feature : one.features()) {
        sum += feature * feature;
      }
      largest = Math.max(largest, Math.sqrt(sum / one.features().length));
    }
    return Math.ceil(10 * DOMAIN_MARGIN * largest) / 10;
  }
}
