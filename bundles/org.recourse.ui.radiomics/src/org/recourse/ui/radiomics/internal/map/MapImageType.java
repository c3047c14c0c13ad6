/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal.map;

import java.util.ArrayList;
import java.util.List;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.filter.ImageFilter;
import org.recourse.radiomics.settings.Settings;

/**
 * One derived image that a map can be made of: a filter with its settings and, of several images
 * that it makes, which one. Immutable.
 *
 * @param title name for people
 * @param filterId image type of a parameter file
 * @param settings settings of the filter
 * @param imageName prefix of its features, such as {@code wavelet-LLH}; empty text for the first
 */
record MapImageType(String title, String filterId, Settings settings, String imageName) {

  private static final List<String> BANDS =
      List.of("LLH", "LHL", "LHH", "HLL", "HLH", "HHL", "HHH", "LLL");
  private static final double[] SIGMAS_MM = {1, 2, 3, 5};

  /** Everything that the installed filters offer, in their order. */
  static List<MapImageType> of(FeatureCatalogue catalogue) {
    var all = new ArrayList<MapImageType>();
    for (ImageFilter filter : catalogue.filters()) {
      String id = filter.description().id();
      String title = filter.description().title();
      switch (id) {
        case "Wavelet" ->
            BANDS.forEach(
                band ->
                    all.add(
                        new MapImageType(
                            title + ", " + band, id, Settings.empty(), "wavelet-" + band)));
        case "LoG" -> {
          for (double sigma : SIGMAS_MM) {
            all.add(
                new MapImageType(
                    title + ", " + (int) sigma + " mm",
                    id,
                    Settings.empty().with("sigma", List.of(sigma)),
                    ""));
          }
        }
        default -> all.add(new MapImageType(title, id, Settings.empty(), ""));
      }
    }
    return List.copyOf(all);
  }
}
