/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal.table;

import java.util.Map;

/** Units of radiomic features; {@code u} is the unit of the image or dose. Stateless. */
final class FeatureUnits {

  private static final String INTENSITY = "u";
  private static final String PLAIN = "";

  private static final Map<String, String> FIRST_ORDER =
      Map.of(
          "Energy", "u²",
          "TotalEnergy", "u²·mm³",
          "Entropy", "bits",
          "Uniformity", PLAIN,
          "Skewness", PLAIN,
          "Kurtosis", PLAIN,
          "Variance", "u²");

  private static final Map<String, String> SHAPE =
      Map.of(
          "Elongation", PLAIN,
          "Flatness", PLAIN,
          "Sphericity", PLAIN,
          "MeshVolume", "mm³",
          "VoxelVolume", "mm³",
          "SurfaceArea", "mm²",
          "SurfaceVolumeRatio", "1/mm");

  private FeatureUnits() {}

  /** Returns the unit of a feature; empty for a plain number and for families of vendors. */
  static String of(String familyId, String feature) {
    return switch (familyId) {
      case "firstorder" -> FIRST_ORDER.getOrDefault(feature, INTENSITY);
      case "shape" -> SHAPE.getOrDefault(feature, "mm");
      case "glcm", "gldm", "glrlm", "glszm" -> feature.endsWith("Entropy") ? "bits" : PLAIN;
      default -> PLAIN;
    };
  }
}
