/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.protocols;

import java.util.Objects;
import org.recourse.radiobiology.evidence.Source;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

/**
 * One entry of an alpha/beta set. Immutable.
 *
 * @param structures which structures it is for
 * @param alphaBeta the ratio
 * @param source where it comes from
 */
public record ProtocolTissue(StructureNames structures, AlphaBetaRatio alphaBeta, Source source) {
  public ProtocolTissue {
    Objects.requireNonNull(structures, "structures");
    Objects.requireNonNull(alphaBeta, "alphaBeta");
    Objects.requireNonNull(source, "source");
  }
}
