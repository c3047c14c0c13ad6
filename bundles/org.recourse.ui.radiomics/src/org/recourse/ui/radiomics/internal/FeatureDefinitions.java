/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A sentence with the formula for each feature of our own families, shown where a feature is chosen
 * or listed. Immutable and thread-safe.
 */
public final class FeatureDefinitions {

  private static final String RESOURCE = "features.properties";

  private final Map<String, String> sentences;

  private FeatureDefinitions(Map<String, String> sentences) {
    this.sentences = sentences;
  }

  /** Reads the sentences of this bundle. */
  public static FeatureDefinitions load() {
    try (InputStream in =
            Objects.requireNonNull(
                FeatureDefinitions.class.getResourceAsStream(RESOURCE), RESOURCE);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      var properties = new Properties();
      properties.load(reader);
      var sentences = new TreeMap<String, String>();
      properties.forEach((key, value) -> sentences.put(key.toString(), value.toString()));
      return new FeatureDefinitions(sentences);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the definition of a feature; empty for one of a vendor. */
  public Optional<String> sentence(String familyId, String feature) {
    return Optional.ofNullable(sentences.get(familyId + "." + feature));
  }
}
