/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.response;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.recourse.radiobiology.evidence.Source;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.ledger.RecoveryConvention;

/**
 * What a dose response says of itself. Immutable.
 *
 * @param id stored in results; never changes its meaning
 * @param version version of the implementation
 * @param title name for people
 * @param kind what the probability is of
 * @param organ organ or tumour, in words
 * @param alphaBeta ratio of the EQD2 it takes
 * @param convention recovery its doses were summed with
 * @param parameters its constants
 * @param source where it comes from
 */
public record DoseResponseDescription(
    String id,
    String version,
    String title,
    Kind kind,
    String organ,
    AlphaBetaRatio alphaBeta,
    RecoveryConvention convention,
    List<Parameter> parameters,
    Source source) {

  /** What a probability is of. */
  public enum Kind {
    /** A complication of normal tissue. */
    COMPLICATION,
    /** Control of a tumour. */
    TUMOUR_CONTROL
  }

  /**
   * A constant of a model.
   *
   * @param name name with its unit, such as td50Gy
   * @param value value that is used
   * @param lower lower end of the 95 % interval; empty if not stated
   * @param upper upper end; empty if not stated
   */
  public record Parameter(String name, double value, OptionalDouble lower, OptionalDouble upper) {

    static Parameter of(String name, double value) {
      return new Parameter(name, value, OptionalDouble.empty(), OptionalDouble.empty());
    }

    static Parameter of(String name, double value, double lower, double upper) {
      return new Parameter(name, value, OptionalDouble.of(lower), OptionalDouble.of(upper));
    }
  }

  public DoseResponseDescription {
    if (id.isBlank() || version.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("a dose response has an id, a version and a title");
    }
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(organ, "organ");
    Objects.requireNonNull(alphaBeta, "alphaBeta");
    Objects.requireNonNull(convention, "convention");
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(source, "source");
  }
}
