/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.engine;

import java.util.List;

/**
 * What a dose engine says of itself. Immutable.
 *
 * @param id stored in results; never changes its meaning
 * @param version of the implementation
 * @param title shown to people
 * @param method how it computes, one or two sentences
 * @param limits where its dose is known to be wrong, one sentence each
 * @param literature DOIs or citations
 */
public record DoseEngineDescription(
    String id,
    String version,
    String title,
    String method,
    List<String> limits,
    List<String> literature) {

  public DoseEngineDescription {
    if (id.isBlank() || version.isBlank() || title.isBlank() || method.isBlank()) {
      throw new IllegalArgumentException(
          "a dose engine has id, version, title and method: '" + id + "', '" + title + "'");
    }
    limits = List.copyOf(limits);
    literature = List.copyOf(literature);
  }
}
