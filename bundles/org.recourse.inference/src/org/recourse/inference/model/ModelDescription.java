/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code model.json} says. Immutable.
 *
 * @param identity which model it is
 * @param networkFormat format of the networks, such as {@code onnx}; chooses the engine
 * @param intendedUse what the model is for, and what not
 * @param inputs tensors the network is given
 * @param outputs tensors the network returns
 * @param dose doses it was trained on
 * @param training data it was trained on
 * @param calibration how a score becomes a probability; without it there is none
 * @param features features in the order of the input, with their scaling
 * @param domain where it may be believed
 * @param files every file of the package except {@code model.json}
 */
public record ModelDescription(
    ModelIdentity identity,
    String networkFormat,
    String intendedUse,
    List<TensorSpecification> inputs,
    List<TensorSpecification> outputs,
    DoseConditions dose,
    TrainingData training,
    Optional<Calibration> calibration,
    List<FeatureScaling> features,
    ValidityDomain domain,
    List<PackageFile> files) {

  public ModelDescription {
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(dose, "dose");
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(calibration, "calibration");
    Objects.requireNonNull(domain, "domain");
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    features = List.copyOf(features);
    files = List.copyOf(files);
    if (networkFormat.isBlank() || intendedUse.isBlank()) {
      throw new IllegalArgumentException("networkFormat and intendedUse must not be blank");
    }
    requireDistinct("tensor", Stream.of(inputs, outputs).flatMap(List::stream).map(t -> t.name()));
    requireDistinct("feature", features.stream().map(FeatureScaling::name));
    requireDistinct("file", files.stream().map(PackageFile::path));
    requireDistinct("file role", files.stream().map(file -> file.role().name()));
    requireScore(outputs);
    requireFeatures(inputs, features);
    if (files.stream().noneMatch(file -> file.role() == FileRole.CARD)) {
      throw new IllegalArgumentException("the package names no model card");
    }
  }

  /** Returns the input with this role, such as the dose, if the model has one. */
  public Optional<TensorSpecification> input(TensorSpecification.Role role) {
    return inputs.stream().filter(input -> input.role() == role).findFirst();
  }

  public Optional<TensorSpecification> output(TensorSpecification.Role role) {
    return outputs.stream().filter(output -> output.role() == role).findFirst();
  }

  public Optional<PackageFile> file(FileRole role) {
    return files.stream().filter(file -> file.role() == role).findFirst();
  }

  private static void requireDistinct(String kind, Stream<String> names) {
    var seen = new HashSet<String>();
    names.forEach(
        name -> {
          if (!seen.add(name)) {
            throw new IllegalArgumentException("the " + kind + " " + name + " occurs twice");
          }
        });
  }

  private static void requireScore(List<TensorSpecification> outputs) {
    boolean single =
        outputs.stream()
            .anyMatch(
                output ->
                    output.role() == TensorSpecification.Role.SCORE
                        && output.shape().valueCount() == 1);
    if (!single) {
      throw new IllegalArgumentException("no output is a single score");
    }
  }

  private static void requireFeatures(
      List<TensorSpecification> inputs, List<FeatureScaling> features) {
    int expected =
        inputs.stream()
            .filter(input -> input.role() == TensorSpecification.Role.FEATURES)
            .mapToInt(input -> input.shape().valueCount())
            .sum();
    if (expected != features.size()) {
      throw new IllegalArgumentException(
          features.size() + " features are described, the inputs take " + expected);
    }
  }
}
