/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.multiomics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.Settings;
import org.recourse.risk.MrSequence;

/**
 * Features of MR sequences, with the names of PyRadiomics behind that of the sequence. A network is
 * given 32 a sequence. {@link #candidates} are those it may choose from: everything of the original
 * image that describes intensities and texture; shape is left out, since it is the same in every
 * sequence. {@link #names} are 32 chosen beforehand, without looking at any outcome, for models
 * that do not choose. Intensities are normalised over the cut-out image to a standard deviation of
 * 100 and binned by 5. Stateless.
 */
public final class SequenceFeatures {

  private static final Map<String, List<String>> NAMES =
      Map.of(
          "firstorder",
          List.of(
              "10Percentile",
              "90Percentile",
              "Energy",
              "Entropy",
              "InterquartileRange",
              "Kurtosis",
              "Maximum",
              "MeanAbsoluteDeviation",
              "Mean",
              "Median",
              "Minimum",
              "Range",
              "RobustMeanAbsoluteDeviation",
              "RootMeanSquared",
              "Skewness",
              "TotalEnergy",
              "Uniformity",
              "Variance"),
          "glcm",
          List.of(
              "Autocorrelation",
              "ClusterProminence",
              "ClusterShade",
              "ClusterTendency",
              "Contrast",
              "Correlation",
              "DifferenceAverage",
              "DifferenceEntropy",
              "DifferenceVariance",
              "Id",
              "Idm",
              "JointEnergy",
              "JointEntropy",
              "SumEntropy"));

  /** Families of the candidates, in the order of PyRadiomics. */
  private static final List<String> CANDIDATE_FAMILIES =
      List.of("firstorder", "glcm", "gldm", "glrlm", "glszm", "ngtdm");

  private static final String SEPARATOR = "/";
  private static final String ORIGINAL = "original_";

  private SequenceFeatures() {}

  /** Returns the standard names of a sequence, such as {@code T1C/original_glcm_Contrast}. */
  public static List<String> names(MrSequence sequence) {
    var names = new ArrayList<String>();
    for (String family : List.of("firstorder", "glcm")) {
      for (String name : NAMES.get(family)) {
        names.add(sequence + SEPARATOR + ORIGINAL + family + "_" + name);
      }
    }
    return List.copyOf(names);
  }

  /**
   * Returns the features of a sequence that a model may choose from; a family that is not installed
   * has none.
   */
  public static List<String> candidates(MrSequence sequence, FeatureCatalogue catalogue) {
    return candidates(catalogue).stream().map(name -> sequence + SEPARATOR + name).toList();
  }

  private static List<String> candidates(FeatureCatalogue catalogue) {
    var names = new ArrayList<String>();
    for (String id : CANDIDATE_FAMILIES) {
      catalogue
          .family(id)
          .map(FeatureFamily::description)
          .ifPresent(
              family ->
                  family.features().stream()
                      .filter(name -> !family.onRequest().contains(name))
                      .forEach(name -> names.add(ORIGINAL + id + "_" + name)));
    }
    return List.copyOf(names);
  }

  /**
   * Returns what is extracted for these plain names: all candidates if they are among them, so that
   * several models of one case share one extraction, and the names themselves otherwise.
   */
  static List<String> extracted(List<String> plainNames, FeatureCatalogue catalogue) {
    List<String> candidates = candidates(catalogue);
    return candidates.containsAll(plainNames) ? candidates : List.copyOf(plainNames);
  }

  /** Returns the sequence of a feature, if its name starts with one. */
  static Optional<MrSequence> sequence(String name) {
    for (MrSequence sequence : MrSequence.values()) {
      if (name.startsWith(sequence + SEPARATOR)) {
        return Optional.of(sequence);
      }
    }
    return Optional.empty();
  }

  /** Returns the name without its sequence. */
  static String plain(String name) {
    return name.substring(name.indexOf(SEPARATOR) + 1);
  }

  /** Returns what has to be extracted so that these plain names are among the results. */
  static ExtractionParameters parameters(List<String> plainNames) {
    Map<String, Set<String>> classes = new LinkedHashMap<>();
    for (String name : plainNames) {
      String[] parts = name.split("_", 3);
      if (parts.length != 3 || !parts[0].equals("original")) {
        throw new IllegalArgumentException("only features of the original image: " + name);
      }
      classes.computeIfAbsent(parts[1], key -> new LinkedHashSet<>()).add(parts[2]);
    }
    Settings settings =
        Settings.empty().with("normalize", true).with("normalizeScale", 100).with("binWidth", 5);
    return new ExtractionParameters(
        settings, Map.of(ExtractionParameters.ORIGINAL, Settings.empty()), classes);
  }
}
