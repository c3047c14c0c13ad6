/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.util.Objects;

/**
 * An installed model as its contributor declared it; known without loading the contributor's code.
 * Immutable.
 *
 * @param id id of the model
 * @param title name for people
 * @param contributor symbolic name of the bundle that brings it
 */
public record RiskModelEntry(String id, String title, String contributor) {

  public RiskModelEntry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(contributor, "contributor");
  }
}
