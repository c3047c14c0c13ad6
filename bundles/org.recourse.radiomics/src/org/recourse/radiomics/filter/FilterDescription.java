/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import java.util.List;
import java.util.Objects;
import org.recourse.radiomics.settings.SettingKey;

/**
 * What a filter says about itself. Immutable.
 *
 * @param id image type in parameter files; stored in results, never changes its meaning
 * @param title name shown to people
 * @param version changes when the implementation is corrected
 * @param settings the settings it reads
 * @param literature citation with DOI, or the definition it follows
 */
public record FilterDescription(
    String id, String title, String version, List<SettingKey> settings, String literature) {

  public FilterDescription {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(literature, "literature");
    settings = List.copyOf(settings);
    if (id.isBlank()) {
      throw new IllegalArgumentException("a filter needs an id");
    }
  }
}
