/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.engine;

/**
 * An installed engine before its code is loaded.
 *
 * @param id unique id
 * @param title name shown to people
 * @param contributor bundle it comes from
 */
public record EngineEntry(String id, String title, String contributor) {

  public EngineEntry {
    if (id.isBlank() || title.isBlank() || contributor.isBlank()) {
      throw new IllegalArgumentException(
          "an engine has id, title and contributor: " + id + ", " + title + ", " + contributor);
    }
  }
}
