/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What to extract, as a parameter file says it. Immutable.
 *
 * @param settings general settings
 * @param imageTypes settings of each image type, by id, in the order of extraction
 * @param featureClasses feature names of each feature class, by id; no name means all features
 * @param voxelSettings settings of feature maps
 */
public record ExtractionParameters(
    Settings settings,
    Map<String, Settings> imageTypes,
    Map<String, Set<String>> featureClasses,
    Settings voxelSettings) {

  /** Image type of the image itself. */
  public static final String ORIGINAL = "Original";

  public ExtractionParameters {
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(voxelSettings, "voxelSettings");
    imageTypes = Collections.unmodifiableMap(new LinkedHashMap<>(imageTypes));
    featureClasses = Collections.unmodifiableMap(new LinkedHashMap<>(featureClasses));
  }

  /** Parameters of features of whole regions. */
  public ExtractionParameters(
      Settings settings,
      Map<String, Settings> imageTypes,
      Map<String, Set<String>> featureClasses) {
    this(settings, imageTypes, featureClasses, Settings.empty());
  }

  /** Everything on the original image, as PyRadiomics does without a parameter file. */
  public static ExtractionParameters defaults() {
    return new ExtractionParameters(Settings.empty(), Map.of(ORIGINAL, Settings.empty()), Map.of());
  }

  public ExtractionParameters withSettings(Settings general) {
    return new ExtractionParameters(general, imageTypes, featureClasses, voxelSettings);
  }
}
