/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.dvh;

import java.util.Objects;
import java.util.Optional;

/**
 * One structure in the chart. Immutable.
 *
 * @param id unique among the lines
 * @param name name for people
 * @param colourRgb 0xRRGGBB
 * @param selected whether it is drawn strong
 * @param curve its points
 * @param envelope where it may lie if earlier courses are misplaced; empty without registrations
 */
public record DvhLine(
    String id,
    String name,
    int colourRgb,
    boolean selected,
    DvhCurve curve,
    Optional<DvhEnvelope> envelope) {

  public DvhLine {
    Objects.requireNonNull(curve, "curve");
    Objects.requireNonNull(envelope, "envelope");
  }

  /** A structure without an interval. */
  public DvhLine(String id, String name, int colourRgb, boolean selected, DvhCurve curve) {
    this(id, name, colourRgb, selected, curve, Optional.empty());
  }
}
