/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.dosiomics.DosiomicsSettings;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.ibsi.IbsiSettings;
import org.recourse.radiomics.image.SampleType;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.Settings;

/** Which definitions the features follow. The names are those of the command line. */
enum FeaturesProfile {
  /** PyRadiomics 3.0.1. */
  pyradiomics("PyRadiomics 3.0.1"),
  /** Consensus of the Image Biomarker Standardisation Initiative. */
  ibsi("IBSI");

  private static final int AXES = 3;

  private final String title;

  FeaturesProfile(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /**
   * Reads the settings of a parameter file for the IBSI profile: force2D, resampledPixelSpacing,
   * resegmentRange (absolute), binWidth or binCount. Whole intensities are rounded after
   * resampling.
   */
  static IbsiSettings ibsiSettings(ExtractionParameters parameters, VoxelBlock image)
      throws RefusalException {
    Settings settings = parameters.settings();
    List<Double> spacing = settings.numbers("resampledPixelSpacing");
    boolean planar = settings.flag("force2D", false);
    if (!spacing.isEmpty()
        && (spacing.size() != AXES
            || !spacing.get(0).equals(spacing.get(1))
            || !planar && !spacing.get(0).equals(spacing.get(2)))) {
      throw new RefusalException(
          "the IBSI profile resamples to cubes (or squares with force2D): resampledPixelSpacing "
              + spacing);
    }
    List<Double> range = settings.numbers("resegmentRange");
    if (range.size() == 1 || !settings.text("resegmentMode", "absolute").equals("absolute")) {
      throw new RefusalException(
          "the IBSI profile takes resegmentRange as two absolute intensities: " + range);
    }
    boolean whole = image.type() == SampleType.INTEGER;
    return new IbsiSettings(
        planar,
        spacing.isEmpty() ? Optional.empty() : Optional.of(spacing.getFirst()),
        whole && !spacing.isEmpty(),
        range.isEmpty()
            ? Optional.empty()
            : Optional.of(new IbsiSettings.Range(range.get(0), range.get(1))),
        discretisation(settings, whole),
        Optional.empty());
  }

  private static IbsiSettings.Discretisation discretisation(Settings settings, boolean whole)
      throws RefusalException {
    Optional<Double> count = settings.number("binCount");
    Optional<Double> width = settings.number("binWidth");
    if (count.isPresent()) {
      return new IbsiSettings.Discretisation.BinCount(count.get().intValue());
    }
    if (width.isPresent()) {
      return new IbsiSettings.Discretisation.BinWidth(width.get());
    }
    if (!whole) {
      throw new RefusalException(
          "the IBSI profile has no default bins: set binWidth or binCount in the parameter file.");
    }
    return new IbsiSettings.Discretisation.None();
  }

  /** Reads a parameter file for a dose: image types, classes, binWidth (Gy) and resampling. */
  static DosiomicsSettings doseSettings(ExtractionParameters parameters, OptionalDouble referenceGy)
      throws RefusalException {
    Settings settings = parameters.settings();
    for (String key : List.of("normalize", "resegmentRange", "binCount", "force2D")) {
      if (settings.isSet(key)) {
        throw new RefusalException(
            "a dose is taken as it is: " + key + " cannot be set for --dose.");
      }
    }
    DosiomicsSettings dose =
        DosiomicsSettings.DEFAULT
            .withBinWidthGy(settings.number("binWidth", DosiomicsSettings.DEFAULT.binWidthGy()))
            .withImageTypes(parameters.imageTypes())
            .withFeatureClasses(Map.copyOf(parameters.featureClasses()));
    List<Double> spacing = settings.numbers("resampledPixelSpacing");
    if (spacing.size() == AXES) {
      dose = dose.withSpacingMm(new Vector3(spacing.get(0), spacing.get(1), spacing.get(2)));
    }
    return referenceGy.isPresent() ? dose.withReferenceGy(referenceGy.getAsDouble()) : dose;
  }
}
