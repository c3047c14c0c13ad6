/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics;

import java.util.ArrayList;
import java.util.List;
import org.recourse.dosiomics.internal.spatial.SpatialFeatures;
import org.recourse.dosiomics.internal.volume.HistogramFeatures;

/** What the dose-volume and spatial features of a set of settings mean. Stateless. */
public final class DosiomicsFeatures {

  private DosiomicsFeatures() {}

  /**
   * Returns the definitions of the {@code dvh_} and {@code spatial_} features in the order of the
   * results; those of the radiomic families stand in their descriptions.
   */
  public static List<DoseFeature> definitions(DosiomicsSettings settings) {
    var all = new ArrayList<>(HistogramFeatures.definitions(settings));
    all.addAll(new SpatialFeatures(settings).definitions());
    return List.copyOf(all);
  }
}
