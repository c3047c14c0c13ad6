/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.feature;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.recourse.radiomics.settings.SettingKey;

/**
 * What a family says about itself. Immutable.
 *
 * @param id feature class in parameter files; stored in results, never changes its meaning
 * @param title name shown to people
 * @param version changes when the implementation is corrected
 * @param features names computed when none is chosen
 * @param onRequest names computed only when they are chosen by name
 * @param usesImage false for shape, which is computed once and not per derived image
 * @param settings the settings it reads
 * @param literature citation with DOI, or the definition it follows
 */
public record FamilyDescription(
    String id,
    String title,
    String version,
    List<String> features,
    Set<String> onRequest,
    boolean usesImage,
    List<SettingKey> settings,
    String literature) {

  public FamilyDescription {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(literature, "literature");
    features = List.copyOf(features);
    onRequest = Set.copyOf(onRequest);
    settings = List.copyOf(settings);
    if (id.isBlank()) {
      throw new IllegalArgumentException("a family needs an id");
    }
  }
}
