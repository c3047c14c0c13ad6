/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import java.util.TreeMap;

/** Sum of run length matrices with a weight for each direction. Not thread-safe. */
final class WeightedRuns {

  private final TreeMap<Long, Double> cells = new TreeMap<>(); // level · 2³² + length

  CellSink collector(double weight) {
    return (level, size, count) ->
        cells.merge((long) level << Integer.SIZE | size, weight * count, Double::sum);
  }

  void forEach(CellSink sink) {
    cells.forEach((key, sum) -> sink.add((int) (key >> Integer.SIZE), key.intValue(), sum));
  }
}
