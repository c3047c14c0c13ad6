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
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.Settings;
import org.recourse.risk.MrSequence;

/**
 * The 32 features of one MR sequence, with the names of PyRadiomics: all 18 of first order and 14
 * of the co-occurrence matrix. The paper names its 32 in a supplement that is not at hand, so these
 * were chosen beforehand and without looking at any outcome; a package trained on patients names
 * its own. Intensities are normalised over the cut-out image to a standard deviation of 100 and
 * binned by 5.
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
