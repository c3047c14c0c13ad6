/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.audit;

import java.util.Objects;

/**
 * A risk model as it was used. Immutable.
 *
 * @param id id of the model
 * @param version version of its implementation; empty text if it could not be created
 * @param checksum SHA-256 of what the model says of itself, formula and parameters among it, and of
 *     every file of its package if it has one
 */
public record ModelStamp(String id, String version, String checksum) {

  public ModelStamp {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(checksum, "checksum");
  }
}
