/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal.map;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.radiomics.maps.KernelSettings;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.Settings;
import org.recourse.ui.radiomics.internal.CaseImage;

/**
 * Which map is wanted. Immutable.
 *
 * @param image image of the case
 * @param structure region of the map
 * @param type derived image
 * @param familyId feature class, such as {@code glcm}
 * @param feature feature of the class
 * @param kernel neighbourhood of a voxel
 * @param binWidth width of a grey level, intensity units of the derived image, above 0
 */
record MapRequest(
    CaseImage image,
    StructureState structure,
    MapImageType type,
    String familyId,
    String feature,
    KernelSettings kernel,
    double binWidth) {

  /** The others are known by their letters, such as GLCM. */
  private static final Map<String, String> CLASS_TITLES = Map.of("firstorder", "First order");

  MapRequest {
    if (!(binWidth > 0 && binWidth < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("binWidth must be finite and > 0: " + binWidth);
    }
  }

  /** The parameters of an extraction; filters see the surroundings only (preCrop). */
  ExtractionParameters parameters() {
    Map<String, Set<String>> classes = new LinkedHashMap<>();
    classes.put(familyId, Set.of(feature));
    return new ExtractionParameters(
        Settings.empty().with("binWidth", binWidth),
        Map.of(type.filterId(), type.settings()),
        classes);
  }

  /** Tells whether an image that the filter makes is the one that is wanted. */
  boolean concerns(String imageName) {
    return type.imageName().isEmpty() || type.imageName().equals(imageName);
  }

  /** What is drawn, such as "GLCM Contrast of MR T1 in GTVnx, 3 x 3 x 3 voxels". */
  String title() {
    int side = 2 * kernel.radiusVoxels() + 1;
    String derived = type.filterId().equals("Original") ? "" : " (" + type.title() + ")";
    return String.format(
        Locale.ROOT,
        "%s %s of %s%s in %s, %d³ voxels",
        CLASS_TITLES.getOrDefault(familyId, familyId.toUpperCase(Locale.ROOT)),
        feature,
        image.title(),
        derived,
        structure.name(),
        side);
  }
}
