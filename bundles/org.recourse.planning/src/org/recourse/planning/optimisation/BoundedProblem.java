/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.optimisation;

/** A smooth function of variables that are not negative. */
@FunctionalInterface
public interface BoundedProblem {

  /**
   * Value at {@code variables}; writes the gradient.
   *
   * @param gradient receives one derivative per variable
   */
  double evaluate(double[] variables, double[] gradient);
}
