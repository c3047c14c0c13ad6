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
 * Answer for one part of the body, such as the left temporal lobe. Immutable.
 *
 * @param label the part in words
 * @param structureName structure it was computed on
 * @param value the answer
 */
public record RiskPart(String label, String structureName, RiskValue value) {

  public RiskPart {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(structureName, "structureName");
    Objects.requireNonNull(value, "value");
  }
}
