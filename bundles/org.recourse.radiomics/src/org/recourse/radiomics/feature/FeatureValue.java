/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.feature;

/** Outcome of one feature on one region. "Not defined here" is a result, never 0, NaN or 1e6. */
public sealed interface FeatureValue {

  /** A finite value. */
  record Defined(double value) implements FeatureValue {
    public Defined {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a defined feature value is finite: " + value);
      }
    }
  }

  /** No value, with the reason. */
  record Undefined(Reason reason) implements FeatureValue {}

  /** Why a feature has no value. */
  enum Reason {
    EMPTY_REGION,
    SINGLE_VOXEL,
    SINGLE_GREY_LEVEL,
    NO_NEIGHBOURS,
    /** A quotient of the formula has no divisor, such as a variance or a mean of 0. */
    DIVISION_BY_ZERO,
    /** The region has fewer dimensions than the feature needs. */
    TOO_FEW_DIMENSIONS,
    /** The region is smaller than the part that the feature asks for, such as D1cc of 0.5 cm³. */
    REGION_TOO_SMALL,
    FAILED
  }

  /** Text for a report cell. The compiler finds this switch when a case is added. */
  default String toReportText() {
    return switch (this) {
      case Defined(double value) -> Double.toString(value);
      case Undefined(Reason reason) -> "n/a (" + reason + ")";
    };
  }
}
