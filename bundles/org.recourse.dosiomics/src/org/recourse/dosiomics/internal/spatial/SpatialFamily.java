/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics.internal.spatial;

import java.util.List;
import org.recourse.dosiomics.DoseFeature;
import org.recourse.radiomics.feature.FeatureVector;

/** A group of spatial features. Stateless and thread-safe. */
interface SpatialFamily {

  /** Returns what the features mean, in the order in which they are added. */
  List<DoseFeature> definitions();

  void addTo(FeatureVector.Builder vector, SpatialDose dose);

  /** A feature of this bundle; the name is prefixed. */
  static DoseFeature feature(
      String name, String title, String unit, String formula, String undefined, String source) {
    return new DoseFeature(SpatialFeatures.PREFIX + name, title, unit, formula, undefined, source);
  }
}
