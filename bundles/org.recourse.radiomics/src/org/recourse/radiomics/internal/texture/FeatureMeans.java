/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import java.util.List;
import org.recourse.radiomics.feature.FeatureValue.Reason;
import org.recourse.radiomics.feature.FeatureVector;

/** Means of features over directions; a direction without pairs is left out. Not thread-safe. */
final class FeatureMeans {

  private final List<String> names;
  private final double[] sum;
  private final int[] count;

  FeatureMeans(List<String> names) {
    this.names = names;
    sum = new double[names.size()];
    count = new int[names.size()];
  }

  /** Adds the values of one direction, in the order of the names; NaN is left out. */
  void add(double[] values) {
    for (int i = 0; i < sum.length; i++) {
      if (!Double.isNaN(values[i])) {
        sum[i] += values[i];
        count[i]++;
      }
    }
  }

  FeatureVector vector() {
    FeatureVector.Builder vector = FeatureVector.builder();
    for (int i = 0; i < sum.length; i++) {
      if (count[i] == 0) {
        vector.undefined(names.get(i), Reason.NO_NEIGHBOURS);
      } else {
        vector.put(names.get(i), sum[i] / count[i], Reason.DIVISION_BY_ZERO);
      }
    }
    return vector.build();
  }
}
