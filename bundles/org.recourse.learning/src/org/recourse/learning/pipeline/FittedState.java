/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a fitted transform or classifier consists of, as plain numbers and names, so that it can be
 * written to any file format and restored without executing anything.
 *
 * @param kind which step it is, such as {@code standardisation}; never changes meaning
 * @param numbers values by key, in the order of the keys, so that a file is the same in every run;
 *     not to be written to
 * @param names texts by key
 * @param parts inner steps, in order
 */
public record FittedState(
    String kind,
    Map<String, double[]> numbers,
    Map<String, List<String>> names,
    List<FittedState> parts) {

  public FittedState {
    Objects.requireNonNull(kind, "kind");
    numbers = java.util.Collections.unmodifiableMap(new TreeMap<>(numbers));
    names = java.util.Collections.unmodifiableMap(new TreeMap<>(names));
    parts = List.copyOf(parts);
  }

  public static FittedState ofNumbers(String kind, Map<String, double[]> numbers) {
    return new FittedState(kind, numbers, Map.of(), List.of());
  }

  /**
   * The values of a key.
   *
   * @throws IllegalArgumentException if there are none
   */
  public double[] values(String key) {
    double[] values = numbers.get(key);
    if (values == null) {
      throw new IllegalArgumentException("the step " + kind + " has no numbers " + key);
    }
    return values.clone();
  }

  /**
   * The single value of a key.
   *
   * @throws IllegalArgumentException if there is not exactly one
   */
  public double value(String key) {
    double[] values = values(key);
    if (values.length != 1) {
      throw new IllegalArgumentException(kind + ": " + key + " has " + values.length + " values");
    }
    return values[0];
  }

  /**
   * The texts of a key.
   *
   * @throws IllegalArgumentException if there are none
   */
  public List<String> texts(String key) {
    List<String> texts = names.get(key);
    if (texts == null) {
      throw new IllegalArgumentException("the step " + kind + " has no names " + key);
    }
    return List.copyOf(texts);
  }

  /** Rows one after the other in one array. */
  public static double[] flat(double[][] rows) {
    return java.util.Arrays.stream(rows).flatMapToDouble(java.util.Arrays::stream).toArray();
  }

  /**
   * Rows of equal length out of one array.
   *
   * @throws IllegalArgumentException if the length does not divide the array
   */
  public static double[][] rows(double[] flat, int rowLength) {
    if (rowLength < 1 || flat.length % rowLength != 0) {
      throw new IllegalArgumentException(flat.length + " numbers in rows of " + rowLength);
    }
    double[][] rows = new double[flat.length / rowLength][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = java.util.Arrays.copyOfRange(flat, i * rowLength, (i + 1) * rowLength);
    }
    return rows;
  }
}
