/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.Settings;

/**
 * Which features of a dose are wanted. Immutable.
 *
 * @param binWidthGy width of a grey level of the dose and of every image derived from it that is in
 *     Gy; an image type with another unit (Gradient: Gy/mm) gives its own {@code binWidth}
 * @param imageTypes settings of each image type, by id, in the order of computation
 * @param featureClasses feature names of each radiomic feature class, by id; no name means all, no
 *     class means every class but shape2D
 * @param spacingMm voxel size to which the dose is interpolated (B-spline) before the radiomic
 *     families; empty for the grid as it is. Dose-volume and spatial features use the grid as it is
 * @param metrics figures of the dose-volume histogram
 * @param eudExponents exponents a of the generalised EUD, not 0
 * @param referenceGy dose that conformity and the hot and cold spots refer to, above 0, such as the
 *     prescription; without it conformity is left out and the spots refer to the median dose
 * @param spots what is hot and what is cold
 * @param bandLimitsMm rising distances from the border of the region that divide the bands, inside
 *     and outside of it
 */
public record DosiomicsSettings(
    double binWidthGy,
    Map<String, Settings> imageTypes,
    Map<String, Set<String>> featureClasses,
    Optional<Vector3> spacingMm,
    List<DoseMetric> metrics,
    List<Double> eudExponents,
    OptionalDouble referenceGy,
    SpotLevels spots,
    List<Double> bandLimitsMm) {

  /**
   * Levels of hot and cold spots as parts of the reference dose.
   *
   * @param hotFraction a voxel is hot from this part on, above {@code coldFraction}
   * @param coldFraction a voxel is cold below this part, above 0
   */
  public record SpotLevels(double hotFraction, double coldFraction) {

    /** The range of 95 % to 107 % that ICRU Report 50 asks for in a target. */
    public static final SpotLevels ICRU_50 = new SpotLevels(1.07, 0.95);

    public SpotLevels {
      if (!(coldFraction > 0
          && hotFraction > coldFraction
          && hotFraction < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "spots need 0 < cold < hot: " + coldFraction + ", " + hotFraction);
      }
    }
  }

  private static final List<DoseMetric> METRICS =
      Stream.of(
              "Dmean",
              "Dmin",
              "Dmax",
              "D99%",
              "D98%",
              "D95%",
              "D90%",
              "D75%",
              "D50%",
              "D25%",
              "D10%",
              "D5%",
              "D2%",
              "D1%",
              "D0.03cc",
              "D0.1cc",
              "D1cc",
              "D2cc",
              "MOH5%",
              "MOC5%",
              "V5Gy[%]",
              "V10Gy[%]",
              "V20Gy[%]",
              "V30Gy[%]",
              "V40Gy[%]",
              "V50Gy[%]",
              "V60Gy[%]",
              "V70Gy[%]")
          .map(DoseMetric::parse)
          .toList();

  /** The dose itself with all classes, 1 Gy bins, 28 figures of the histogram, bands to 10 mm. */
  public static final DosiomicsSettings DEFAULT =
      new DosiomicsSettings(
          1,
          Map.of(ExtractionParameters.ORIGINAL, Settings.empty()),
          Map.of(),
          Optional.empty(),
          METRICS,
          List.of(-10.0, 2.0, 4.0, 8.0, 12.0),
          OptionalDouble.empty(),
          SpotLevels.ICRU_50,
          List.of(3.0, 6.0, 10.0));

  public DosiomicsSettings {
    if (!(binWidthGy > 0 && binWidthGy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("binWidthGy must be finite and > 0: " + binWidthGy);
    }
    imageTypes = Collections.unmodifiableMap(new LinkedHashMap<>(imageTypes));
    featureClasses = Collections.unmodifiableMap(new LinkedHashMap<>(featureClasses));
    metrics = List.copyOf(metrics);
    eudExponents = List.copyOf(eudExponents);
    bandLimitsMm = List.copyOf(bandLimitsMm);
    for (double a : eudExponents) {
      if (!(Double.isFinite(a) && a != 0)) {
        throw new IllegalArgumentException("an exponent must be finite and not 0: " + a);
      }
    }
    if (referenceGy.isPresent()
        && !(referenceGy.getAsDouble() > 0
            && referenceGy.getAsDouble() < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "referenceGy must be finite and > 0: " + referenceGy.getAsDouble());
    }
    double before = 0;
    for (double limit : bandLimitsMm) {
      if (!(limit > before && limit < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("band limits must rise from above 0: " + bandLimitsMm);
      }
      before = limit;
    }
  }

  public DosiomicsSettings withBinWidthGy(double width) {
    return new DosiomicsSettings(
        width,
        imageTypes,
        featureClasses,
        spacingMm,
        metrics,
        eudExponents,
        referenceGy,
        spots,
        bandLimitsMm);
  }

  /** Takes the image types, by id, in the order of computation. */
  public DosiomicsSettings withImageTypes(Map<String, Settings> types) {
    return new DosiomicsSettings(
        binWidthGy,
        types,
        featureClasses,
        spacingMm,
        metrics,
        eudExponents,
        referenceGy,
        spots,
        bandLimitsMm);
  }

  /** Takes the radiomic feature classes; see the component of this name. */
  public DosiomicsSettings withFeatureClasses(Map<String, Set<String>> classes) {
    return new DosiomicsSettings(
        binWidthGy,
        imageTypes,
        classes,
        spacingMm,
        metrics,
        eudExponents,
        referenceGy,
        spots,
        bandLimitsMm);
  }

  public DosiomicsSettings withSpacingMm(Vector3 spacing) {
    return new DosiomicsSettings(
        binWidthGy,
        imageTypes,
        featureClasses,
        Optional.of(spacing),
        metrics,
        eudExponents,
        referenceGy,
        spots,
        bandLimitsMm);
  }

  public DosiomicsSettings withReferenceGy(double reference) {
    return new DosiomicsSettings(
        binWidthGy,
        imageTypes,
        featureClasses,
        spacingMm,
        metrics,
        eudExponents,
        OptionalDouble.of(reference),
        spots,
        bandLimitsMm);
  }
}
