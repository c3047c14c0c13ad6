/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.djl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.model.DoseConditions;
import org.recourse.inference.model.DoseQuantity;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.ModelIdentity;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageReader;
import org.recourse.inference.model.ModelPackageWriter;
import org.recourse.inference.model.PackageFile;
import org.recourse.inference.model.TrainingData;
import org.recourse.inference.model.ValidityDomain;
import org.recourse.inference.model.ValueRange;
import org.recourse.inference.network.NetworkFile;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkTensors;
import org.recourse.inference.onnx.network.MultiOmicsNetwork;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.training.TrainingCase;

/** Packages, inputs and patients made from a seed. */
final class TestNetworks {

  private TestNetworks() {}

  /** Writes a package of parameters and reads it with all checks. */
  static ModelPackage parameters(NetworkFile file, Path folder)
      throws IOException, ModelPackageException {
    return written(file, NetworkFile.FORMAT, Map.of(FileRole.PARAMETERS, file.toBytes()), folder);
  }

  /** Writes a package of ONNX graphs and reads it with all checks. */
  static ModelPackage graphs(NetworkFile file, Path folder)
      throws IOException, ModelPackageException {
    var network = new MultiOmicsNetwork(file.variant(), file.size(), file.model());
    Map<FileRole, byte[]> contents = new EnumMap<>(FileRole.class);
    contents.put(FileRole.FORWARD, network.forward());
    if (file.model().layout().dose()) {
      contents.put(FileRole.GRADIENT, network.gradient());
    }
    return written(file, "onnx", contents, folder);
  }

  private static ModelPackage written(
      NetworkFile file, String format, Map<FileRole, byte[]> contents, Path folder)
      throws IOException, ModelPackageException {
    Map<FileRole, byte[]> all = new EnumMap<>(contents);
    all.put(FileRole.CARD, "# Test network".getBytes(StandardCharsets.UTF_8));
    new ModelPackageWriter().write(folder, files -> description(file, format, files), all);
    return new ModelPackageReader().read(folder, null);
  }

  static ModelDescription description(NetworkFile file, String format, List<PackageFile> files) {
    NetworkLayout layout = file.model().layout();
    return new ModelDescription(
        new ModelIdentity("test.network", "1.0.0", "Test network", "EPL-2.0"),
        format,
        "Tests only",
        NetworkTensors.inputs(file.size(), layout, "none"),
        NetworkTensors.outputs(file.size(), layout),
        new DoseConditions(
            new DoseQuantity.Physical(), 1, 1, 1, new ValueRange(25, 35), new ValueRange(1, 3)),
        new TrainingData("made up", true, 10, 4),
        Optional.empty(),
        IntStream.range(0, layout.featureCount())
            .mapToObj(i -> new FeatureScaling("f" + i, "1", 0, 1))
            .toList(),
        new ValidityDomain(new ValueRange(0, 80), 3),
        files);
  }

  /** A smooth dose with some noise, and features. */
  static NamedTensors inputs(NetworkSize size, NetworkLayout layout, long seed) {
    var random = new Random(seed);
    Tensor features = features(layout, random);
    return layout.dose()
        ? new NamedTensors(
            Map.of(
                NetworkTensors.DOSE,
                dose(size, 70, 0.5, random),
                NetworkTensors.FEATURES,
                features))
        : new NamedTensors(Map.of(NetworkTensors.FEATURES, features));
  }

  private static Tensor features(NetworkLayout layout, Random random) {
    float[] values = new float[layout.featureCount()];
    for (int f = 0; f < values.length; f++) {
      values[f] = (float) random.nextGaussian();
    }
    return Tensor.of(layout.featureShape(), values);
  }

  static Tensor dose(NetworkSize size, double maximumGy, double width, Random random) {
    float[] dose = new float[size.doseShape().valueCount()];
    int i = 0;
    for (int z = 0; z < size.sizeZ(); z++) {
      for (int y = 0; y < size.sizeY(); y++) {
        for (int x = 0; x < size.sizeX(); x++) {
          double distance =
              square(2.0 * x / size.sizeX() - 1)
                  + square(2.0 * y / size.sizeY() - 1)
                  + square(2.0 * z / size.sizeZ() - 1);
          dose[i++] =
              (float) (maximumGy * Math.exp(-distance * 0.5 / width) + random.nextGaussian());
        }
      }
    }
    return Tensor.of(size.doseShape(), dose);
  }

  /** Patients whose outcome follows the first feature and the height of the dose. */
  static List<TrainingCase> patients(NetworkSize size, NetworkLayout layout, int count, long seed) {
    var random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              double[] features = random.doubles(layout.featureCount(), -1.7, 1.7).toArray();
              double maximumGy = 55 + 25 * random.nextDouble();
              boolean event =
                  features[0] + (layout.dose() ? (maximumGy - 70) / 5 : 0)
                      > 0.5 + 0.3 * random.nextGaussian();
              Optional<Tensor> dose =
                  layout.dose()
                      ? Optional.of(dose(size, maximumGy, 0.5, random))
                      : Optional.empty();
              return new TrainingCase("patient " + i, dose, features, event);
            })
        .toList();
  }

  private static double square(double value) {
    return value * value;
  }
}
