/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sizes of the axes of a tensor, the slowest first. Immutable.
 *
 * @param sizes each at least one; their product fits one Java array
 */
public record TensorShape(List<Integer> sizes) {

  private static final int MOST_AXES = 8;

  public TensorShape {
    sizes = List.copyOf(sizes);
    if (sizes.isEmpty() || sizes.size() > MOST_AXES) {
      throw new IllegalArgumentException("a tensor has 1 to " + MOST_AXES + " axes: " + sizes);
    }
    long count = 1;
    for (int size : sizes) {
      count *= size;
      if (size < 1 || count > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("no tensor can have the shape " + sizes);
      }
    }
  }

  public static TensorShape of(int... sizes) {
    return new TensorShape(Arrays.stream(sizes).boxed().toList());
  }

  /** Returns the number of values of a tensor of this shape. */
  public int valueCount() {
    int count = 1;
    for (int size : sizes) {
      count *= size;
    }
    return count;
  }

  public long[] toLongArray() {
    return sizes.stream().mapToLong(Integer::longValue).toArray();
  }

  /** Returns the sizes as people write them, such as {@code 1 x 1 x 80 x 120 x 120}. */
  @Override
  public String toString() {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining(" x "));
  }
}
