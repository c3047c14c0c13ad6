/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.recurrence.DeepFeaturePackage;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.onnx.resnet.ResNet50Graph;
import org.recourse.inference.onnx.resnet.ResNet50Layout;
import org.recourse.inference.onnx.resnet.ResNet50Weights;
import org.recourse.inference.weights.SafetensorsFile;
import org.recourse.inference.weights.WeightsFileException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a deep-feature package of the weights that a user has. */
@Command(
    name = "convert-resnet50",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a package for deep features of the weights of a ResNet50 that you have: a safetensors"
          + " file with the tensor names of torchvision's resnet50 (conv1.weight, bn1.weight, ..."
          + " fc.bias). Nothing is downloaded and nothing in the file is executed."
    })
final class ConvertResNet50Command extends CommandTask {

  private static final int SMALLEST_SIDE = 32;
  private static final int LARGEST_SIDE = 1024;

  /** Where the weights come from; one of the two. */
  static final class Weights {

    @Option(names = "--weights", paramLabel = "F", description = "The weights (.safetensors).")
    private Optional<Path> file = Optional.empty();

    @Option(
        names = "--random-weights",
        paramLabel = "SEED",
        description =
            "Random weights, not trained, in their place: to try a computation out. Their features"
                + " mean nothing.")
    private Optional<Long> seed = Optional.empty();
  }

  @ArgGroup(multiplicity = "1")
  private Weights weights = new Weights();

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = "Where the weights come from; required with --weights.")
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--licence",
      paramLabel = "TEXT",
      description = "Under which licence you may use them; required with --weights.")
  private Optional<String> licence = Optional.empty();

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Name of the package; default: resnet50.")
  private String id = "resnet50";

  @Option(
      names = "--side",
      paramLabel = "N",
      description = "Pixels along each side of the images; default: ${DEFAULT-VALUE}.")
  private int side = ResNet50Layout.SIDE;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FOLDER",
      description = "Folder of the package; it must be empty or not exist.")
  private Path to;

  ConvertResNet50Command(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    if (side < SMALLEST_SIDE || side > LARGEST_SIDE) {
      throw new RefusalException("--side must be from 32 to 1024.");
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Converting", 2);
    try {
      DeepFeaturePackage made = weights.seed.isPresent() ? random() : converted();
      progress.worked(1);
      made.write(to);
      surroundings()
          .out()
          .printf("%s\t%s, %d features, %s%n", to, made.id(), made.featureCount(), made.source());
      surroundings().out().flush();
      return ExitCode.DONE;
    } catch (WeightsFileException e) {
      throw new RefusalException(e.getMessage(), e);
    } catch (IOException e) {
      throw new RefusalException("the package was not written: " + e.getMessage(), e);
    }
  }

  private DeepFeaturePackage converted()
      throws WeightsFileException, IOException, RefusalException {
    String from = required(source, "--source");
    String under = required(licence, "--licence");
    Path file = weights.file.orElseThrow();
    return packaged(id, from, under, ResNet50Weights.of(SafetensorsFile.open(file)));
  }

  private static String required(Optional<String> text, String option) throws RefusalException {
    return text.filter(given -> !given.isBlank())
        .orElseThrow(() -> new RefusalException(option + " is required with --weights."));
  }

  private DeepFeaturePackage random() {
    long seed = weights.seed.orElseThrow();
    return packaged(
        id + "-random-weights-" + seed,
        "random weights, not trained, seed " + seed,
        "EPL-2.0",
        ResNet50Weights.random(seed));
  }

  private DeepFeaturePackage packaged(String name, String from, String under, ResNet50Weights own) {
    return DeepFeaturePackage.ofTorchvision(
        name, from, under, side, ResNet50Layout.OUTPUTS, ResNet50Graph.of(own, side));
  }
}
