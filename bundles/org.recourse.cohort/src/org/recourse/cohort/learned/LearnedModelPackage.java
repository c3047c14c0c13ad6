/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.learned;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;
import org.recourse.cohort.evaluation.StudyFacts;
import org.recourse.inference.model.DoseConditions;
import org.recourse.inference.model.DoseQuantity;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.ModelIdentity;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageWriter;
import org.recourse.inference.model.PackageFile;
import org.recourse.inference.model.TensorSpecification;
import org.recourse.inference.model.TrainingData;
import org.recourse.inference.model.ValidityDomain;
import org.recourse.inference.model.ValueRange;
import org.recourse.inference.tensor.TensorShape;
import org.recourse.learning.pipeline.TrainingSet;

/**
 * A learned model as model package of the format {@value #FORMAT}: {@code model.json}, the card,
 * and the model as JSON in the role of the parameters.
 *
 * @param model what is kept
 * @param training patients it was fitted on, with at least its inputs
 * @param study what its reporting sheets are filled with
 */
public record LearnedModelPackage(LearnedModel model, TrainingSet training, StudyFacts study)
    implements PackagedModel {

  /** Format of the packages. */
  public static final String FORMAT = "learned-json";

  private static final String VERSION = "1.0.0";
  private static final double DOMAIN_MARGIN = 1.25;

  public LearnedModelPackage {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(study, "study");
  }

  @Override
  public String id() {
    return model.id();
  }

  @Override
  public void write(Path parent) throws IOException {
    Map<FileRole, byte[]> contents = new EnumMap<>(FileRole.class);
    contents.put(
        FileRole.PARAMETERS, LearnedModelJson.text(model).getBytes(StandardCharsets.UTF_8));
    contents.put(
        FileRole.CARD,
        ModelCard.of(model.title(), model.id(), model.facts(), study, inputs())
            .getBytes(StandardCharsets.UTF_8));
    new ModelPackageWriter().write(parent.resolve(id()), this::description, contents);
  }

  /**
   * Reads a model out of a package that was checked.
   *
   * @throws IllegalArgumentException if it is of another format, or damaged
   */
  public static LearnedModel read(ModelPackage source) {
    if (!source.description().networkFormat().equals(FORMAT)) {
      throw new IllegalArgumentException(
          "a package of the format "
              + source.description().networkFormat()
              + " holds no learned model");
    }
    byte[] bytes =
        source
            .content(FileRole.PARAMETERS)
            .orElseThrow(() -> new IllegalArgumentException("the package has no parameters"));
    return LearnedModelJson.of(new String(bytes, StandardCharsets.UTF_8));
  }

  private String inputs() {
    List<String> names = model.score().inputs();
    return names.size() > ModelCard.MOST_LISTED
        ? names.size() + " features, listed in model.json"
        : String.join(", ", names);
  }

  private ModelDescription description(List<PackageFile> files) {
    int inputs = model.score().inputs().size();
    TrainingFacts facts = model.facts();
    return new ModelDescription(
        new ModelIdentity(model.id(), VERSION, model.title(), "EPL-2.0"),
        FORMAT,
        ModelCard.intendedUse(facts) + " It does not depend on the planned dose.",
        List.of(
            new TensorSpecification(
                "features",
                TensorSpecification.Role.FEATURES,
                TensorShape.of(1, inputs),
                "1",
                "batch, value",
                "as extracted; scaled inside of the model")),
        List.of(
            new TensorSpecification(
                "score",
                TensorSpecification.Role.SCORE,
                TensorShape.of(1, 1),
                "1",
                "batch, value",
                "none")),
        anyDose(),
        new TrainingData(
            facts.patientCount() + " patients of " + String.join(", ", facts.centres()),
            facts.synthetic(),
            facts.patientCount(),
            facts.eventCount()),
        java.util.Optional.empty(),
        scalings(),
        new ValidityDomain(new ValueRange(0, 200), largestDistance()),
        files);
  }

  /** The description asks for doses; a model that reads none takes any. */
  private static DoseConditions anyDose() {
    return new DoseConditions(
        new DoseQuantity.Physical(), 1, 1, 1, new ValueRange(1, 100), new ValueRange(0, 100));
  }

  private List<FeatureScaling> scalings() {
    List<FeatureScaling> scalings = new ArrayList<>();
    for (String name : model.score().inputs()) {
      var values = new DescriptiveStatistics(column(name));
      double deviation = values.getStandardDeviation();
      scalings.add(new FeatureScaling(name, "1", values.getMean(), deviation > 0 ? deviation : 1));
    }
    return scalings;
  }

  private double[] column(String name) {
    return training.column(training.featureNames().indexOf(name));
  }

  private double largestDistance() {
    List<FeatureScaling> scalings = scalings();
    double[] squares = new double[training.size()];
    for (FeatureScaling scaling : scalings) {
      double[] column = column(scaling.name());
      for (int i = 0; i < squares.length; i++) {
        squares[i] += scaling.scaled(column[i]) * scaling.scaled(column[i]) / scalings.size();
      }
    }
    double largest = java.util.Arrays.stream(squares).max().orElse(1);
    return Math.max(0.1, Math.ceil(10 * DOMAIN_MARGIN * Math.sqrt(largest)) / 10);
  }
}
