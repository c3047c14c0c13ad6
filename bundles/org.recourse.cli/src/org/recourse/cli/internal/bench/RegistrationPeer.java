/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.recourse.registration.commissioning.CommissioningPair;
import org.recourse.registration.transform.SpatialTransform;

/**
 * Another open program that registers the same images: run as a process of its own, if it is
 * installed. Settings are those of the project's reference measurements.
 */
enum RegistrationPeer {
  PLASTIMATCH {
    @Override
    List<List<String>> commands(Path folder, boolean deformable, boolean mi) throws IOException {
      Path parameters = folder.resolve("plastimatch.txt");
      Files.writeString(parameters, plastimatch(deformable, mi));
      return List.of(List.of(program(), "register", parameters.toString()));
    }
  },
  ELASTIX {
    @Override
    List<List<String>> commands(Path folder, boolean deformable, boolean mi) throws IOException {
      Path parameters = folder.resolve("elastix.txt");
      Files.writeString(parameters, elastix(deformable, mi));
      return List.of(
          List.of(program(), "-f", FIXED, "-m", MOVING, "-p", parameters.toString(), "-out", "."),
          List.of("transformix", "-def", "all", "-tp", "TransformParameters.0.txt", "-out", "."));
    }
  };

  private static final String FIXED = "fixed.mha";
  private static final String MOVING = "moving.mha";
  private static final List<String> FIELDS = List.of("field.mha", "deformationField.mha");

  /**
   * What a run gave.
   *
   * @param found maps the fixed to the moving frame
   * @param wallMs time of the search; elastix has its field made in a second process, not counted
   */
  record Outcome(SpatialTransform found, double wallMs) {}

  abstract List<List<String>> commands(Path folder, boolean deformable, boolean mi)
      throws IOException;

  String program() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isInstalled() {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator)) {
      if (Files.isExecutable(Path.of(folder, program()))) {
        return true;
      }
    }
    return false;
  }

  /** Registers a pair with at most two threads. */
  Outcome run(CommissioningPair pair, boolean deformable, boolean mi) throws IOException {
    Path folder = Files.createTempDirectory("recourse-" + program() + "-");
    try {
      MetaImage.write(folder.resolve(FIXED), pair.fixed());
      MetaImage.write(folder.resolve(MOVING), pair.moving());
      double wallMs = 0;
      for (List<String> command : commands(folder, deformable, mi)) {
        double ms = timed(folder, command);
        wallMs = wallMs == 0 ? ms : wallMs;
      }
      for (String name : FIELDS) {
        if (Files.exists(folder.resolve(name))) {
          return new Outcome(MetaImage.readField(folder.resolve(name)), wallMs);
        }
      }
      throw new IOException(program() + " wrote no displacement field");
    } finally {
      ImportBench.delete(folder);
    }
  }

  private static double timed(Path folder, List<String> command) throws IOException {
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log.txt").toFile());
    builder.environment().put("OMP_NUM_THREADS", "2");
    builder.environment().put("ITK_GLOBAL_DEFAULT_NUMBER_OF_THREADS", "2");
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      int exit = process.waitFor();
      if (exit != 0) {
        throw new IOException(command.getFirst() + " ended with " + exit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + command.getFirst(), e);
    } finally {
      process.destroy();
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static String plastimatch(boolean deformable, boolean mi) {
    String metric = mi ? "mi" : "mse";
    String global =
        "[GLOBAL]\nfixed=" + FIXED + "\nmoving=" + MOVING + "\nvf_out=" + FIELDS.getFirst() + "\n";
    if (!deformable) {
      String stage = "[STAGE]\nxform=rigid\noptim=versor\nimpl=itk\nmax_its=100\nmetric=" + metric;
      return global + stage + "\nres=4 4 4\n" + stage + "\nres=2 2 2\n";
    }
    String stage =
        "[STAGE]\nxform=bspline\nimpl=plastimatch\noptim=lbfgsb\nregularization_lambda="
            + (mi ? "0" : "0.005")
            + "\nmetric="
            + metric;
    return global
        + (stage + "\nmax_its=30\ngrid_spac=60 60 60\nres=4 4 4\n")
        + (stage + "\nmax_its=40\ngrid_spac=30 30 30\nres=2 2 2\n")
        + (stage + "\nmax_its=40\ngrid_spac=20 20 20\nres=1 1 1\n");
  }

  private static String elastix(boolean deformable, boolean mi) {
    return """
    (FixedInternalImagePixelType "float")
    (MovingInternalImagePixelType "float")
    (UseDirectionCosines "true")
    (Registration "MultiResolutionRegistration")
    (Interpolator "BSplineInterpolator")
    (ResampleInterpolator "FinalBSplineInterpolator")
    (Resampler "DefaultResampler")
    (FixedImagePyramid "FixedRecursiveImagePyramid")
    (MovingImagePyramid "MovingRecursiveImagePyramid")
    (Optimizer "AdaptiveStochasticGradientDescent")
    (NumberOfResolutions 3)
    (ImageSampler "RandomCoordinate")
    (NewSamplesEveryIteration "true")
    (NumberOfHistogramBins 32)
    (AutomaticTransformInitialization "true")
    (AutomaticScalesEstimation "true")
    (HowToCombineTransforms "Compose")
    (WriteResultImage "false")
    (ResultImageFormat "mha")
    (FinalGridSpacingInPhysicalUnits 20)
    """
        + ("(Transform \"" + (deformable ? "BSplineTransform" : "EulerTransform") + "\")\n")
        + ("(Metric \"" + (mi ? "AdvancedMattesMutualInformation" : "AdvancedMeanSquares"))
        + ("\")\n(MaximumNumberOfIterations " + (deformable ? 500 : 250))
        + (")\n(NumberOfSpatialSamples " + (deformable ? 4096 : 2048) + ")\n");
  }
}
