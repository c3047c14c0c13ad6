/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal.table;

import java.util.Objects;
import org.recourse.ui.radiomics.internal.CaseImage;

/** From what a column of features is computed. Immutable, equal by content. */
sealed interface FeatureSource {

  /** An image of the case. */
  record OfImage(CaseImage image) implements FeatureSource {
    public OfImage {
      Objects.requireNonNull(image, "image");
    }
  }

  /** Physical dose of the assessed plan. */
  record PhysicalDose() implements FeatureSource {}

  /** EQD2 of the assessed plan alone, at the alpha/beta of the structure. */
  record PlanEqd2() implements FeatureSource {}

  /** EQD2 of all courses with a dose, at the alpha/beta of the structure. */
  record CumulativeEqd2() implements FeatureSource {}

  /** Unit of the intensities or doses. */
  default String unit() {
    return switch (this) {
      case OfImage(CaseImage image) -> image.unit();
      case PhysicalDose dose -> "Gy";
      case PlanEqd2 dose -> "Gy";
      case CumulativeEqd2 dose -> "Gy";
    };
  }

  /** Name of the source. */
  default String title() {
    return switch (this) {
      case OfImage(CaseImage image) -> image.title();
      case PhysicalDose dose -> "Physical dose";
      case PlanEqd2 dose -> "EQD2";
      case CumulativeEqd2 dose -> "Cumulative EQD2";
    };
  }

  /** Whether the numbers change with the plan. */
  default boolean isDose() {
    return switch (this) {
      case OfImage image -> false;
      case PhysicalDose dose -> true;
      case PlanEqd2 dose -> true;
      case CumulativeEqd2 dose -> true;
    };
  }
}
