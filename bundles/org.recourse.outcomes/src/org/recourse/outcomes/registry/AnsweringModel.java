/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.registry;

import java.util.Objects;

/**
 * The model behind a statement.
 *
 * @param id its id
 * @param version its version
 * @param checksum digest of its weights, or empty text for a closed form
 */
public record AnsweringModel(String id, String version, String checksum) {

  public AnsweringModel {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a model has an id");
    }
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(checksum, "checksum");
  }
}
