/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.feature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Feature values by name, in the order of computation. Immutable and thread-safe. */
public final class FeatureVector {

  private final Map<String, FeatureValue> values;

  private FeatureVector(Map<String, FeatureValue> values) {
    this.values = values;
  }

  public static Builder builder() {
    return new Builder();
  }

  public Set<String> names() {
    return values.keySet();
  }

  public int size() {
    return values.size();
  }

  public Optional<FeatureValue> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Returns the number of a feature, or empty if it is unknown or not defined. */
  public OptionalDouble number(String name) {
    return values.get(name) instanceof FeatureValue.Defined(double value)
        ? OptionalDouble.of(value)
        : OptionalDouble.empty();
  }

  public Map<String, FeatureValue> asMap() {
    return values;
  }

  /** Collects values; not thread-safe. */
  public static final class Builder {

    private final Map<String, FeatureValue> values = new LinkedHashMap<>();

    private Builder() {}

    /** Adds a value; a repeated name is refused. */
    public Builder put(String name, FeatureValue value) {
      if (values.putIfAbsent(name, Objects.requireNonNull(value, name)) != null) {
        throw new IllegalArgumentException("feature given twice: " + name);
      }
      return this;
    }

    public Builder put(String name, double value) {
      return put(name, new FeatureValue.Defined(value));
    }

    /** Adds a number if it is finite, else the reason why it is not. */
    public Builder put(String name, double value, FeatureValue.Reason otherwise) {
      return put(
          name,
          Double.isFinite(value)
              ? new FeatureValue.Defined(value)
              : new FeatureValue.Undefined(otherwise));
    }

    public Builder undefined(String name, FeatureValue.Reason reason) {
      return put(name, new FeatureValue.Undefined(reason));
    }

    /** Adds all values of a vector under {@code prefix + name}, as far as they are wanted. */
    public Builder putAll(String prefix, FeatureVector vector, Set<String> wanted) {
      vector.values.forEach(
          (name, value) -> {
            if (wanted.isEmpty() || wanted.contains(name)) {
              put(prefix + name, value);
            }
          });
      return this;
    }

    public FeatureVector build() {
      return new FeatureVector(Collections.unmodifiableMap(new LinkedHashMap<>(values)));
    }
  }
}
