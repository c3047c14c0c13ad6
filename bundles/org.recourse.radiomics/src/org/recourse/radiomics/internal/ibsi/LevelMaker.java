/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.ibsi;

import java.util.Arrays;
import org.recourse.radiomics.ibsi.IbsiSettings;
import org.recourse.radiomics.ibsi.IbsiSettings.Discretisation;

/**
 * Grey levels by the IBSI definitions. With bin width w the level is {@code ⌊(x − low)/w⌋ + 1};
 * with n bins it is {@code ⌊n·(x − min)/(max − min)⌋ + 1}, and n for the maximum. Not changed after
 * construction.
 */
public record LevelMaker(int[] levels, int levelCount) {

  /** Makes levels in the order of the values. */
  public static LevelMaker of(double[] values, IbsiSettings settings) {
    double minimum = Arrays.stream(values).min().orElseThrow();
    double maximum = Arrays.stream(values).max().orElseThrow();
    int[] levels = new int[values.length];
    int most = 1;
    for (int i = 0; i < values.length; i++) {
      levels[i] =
          switch (settings.discretisation()) {
            case Discretisation.None none -> (int) values[i];
            case Discretisation.BinWidth(double width) -> {
              double low = settings.resegmentation().map(IbsiSettings.Range::low).orElse(minimum);
              yield (int) Math.floor((values[i] - low) / width) + 1;
            }
            case Discretisation.BinCount(int count) ->
                values[i] == maximum
                    ? count
                    : (int) Math.floor(count * (values[i] - minimum) / (maximum - minimum)) + 1;
          };
      most = Math.max(most, levels[i]);
    }
    return new LevelMaker(levels, most);
  }
}
