/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.engine;

/** What an engine can do with a network. */
public enum Capability {
  /** Outputs from inputs. */
  FORWARD,
  /** Derivative of the score with respect to the dose. */
  GRADIENT,
  /** Fitting the parameters. */
  TRAINING
}
