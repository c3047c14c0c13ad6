/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.pipeline;

/** Restores fitted transforms from their state. */
public final class FittedTransforms {

  static final String CHOSEN = "chosen-features";
  static final String STANDARDISATION = "standardisation";
  static final String COMPONENTS = "principal-components";

  private FittedTransforms() {}

  /**
   * @throws IllegalArgumentException if the state is of no transform known here, or damaged
   */
  public static FittedTransform of(FittedState state) {
    return switch (state.kind()) {
      case CHOSEN -> ChosenFeatures.of(state);
      case STANDARDISATION -> Standardisation.of(state);
      case COMPONENTS -> PrincipalComponents.of(state);
      default -> throw new IllegalArgumentException("no transform of the kind " + state.kind());
    };
  }
}
