/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings by their PyRadiomics name, such as {@code binWidth} or {@code sigma}, already checked by
 * the parameter file reader or by {@link #with(String, Object)}. Immutable and thread-safe.
 *
 * <p>A value is a Boolean, a Double (all numbers), a String or a List of Doubles.
 */
public final class Settings {

  private static final Settings EMPTY = new Settings(Map.of());

  private final Map<String, Object> values;

  private Settings(Map<String, Object> values) {
    this.values = values;
  }

  /** No setting is given, so every question is answered by the default of the caller. */
  public static Settings empty() {
    return EMPTY;
  }

  /**
   * Returns a copy with one more value.
   *
   * @throws IllegalArgumentException if the key is unknown or the value is not of its kind
   */
  public Settings with(String key, Object value) {
    var copy = new LinkedHashMap<String, Object>(values);
    copy.put(key, SettingKey.named(key).checked(value));
    return new Settings(Collections.unmodifiableMap(copy));
  }

  /** Returns a copy in which the values of {@code other} win. */
  public Settings with(Settings other) {
    var copy = new LinkedHashMap<String, Object>(values);
    copy.putAll(other.values);
    return new Settings(Collections.unmodifiableMap(copy));
  }

  /** Returns a copy without one value, for a caller that has honoured it already. */
  public Settings without(String key) {
    var copy = new LinkedHashMap<String, Object>(values);
    copy.remove(SettingKey.named(key).key());
    return new Settings(Collections.unmodifiableMap(copy));
  }

  public boolean isSet(String key) {
    return values.containsKey(key);
  }

  public double number(String key, double defaultValue) {
    return values.get(SettingKey.named(key).key()) instanceof Double value ? value : defaultValue;
  }

  public Optional<Double> number(String key) {
    return values.get(SettingKey.named(key).key()) instanceof Double value
        ? Optional.of(value)
        : Optional.empty();
  }

  public int integer(String key, int defaultValue) {
    return (int) number(key, defaultValue);
  }

  public boolean flag(String key, boolean defaultValue) {
    return values.get(SettingKey.named(key).key()) instanceof Boolean value ? value : defaultValue;
  }

  public String text(String key, String defaultValue) {
    return values.get(SettingKey.named(key).key()) instanceof String value ? value : defaultValue;
  }

  /** Returns a list of numbers; empty if the setting is not given. */
  @SuppressWarnings("unchecked") // SettingKey admits no other lists
  public List<Double> numbers(String key) {
    return values.get(SettingKey.named(key).key()) instanceof List<?> list
        ? (List<Double>) list
        : List.of();
  }

  /** Returns all values by name, for records and reports. */
  public Map<String, Object> asMap() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
