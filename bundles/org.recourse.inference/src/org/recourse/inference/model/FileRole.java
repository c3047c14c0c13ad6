/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

/** What a file of a model package is for. */
public enum FileRole {
  /** The model card, {@code MODEL_CARD.md}: what the model is, for people. */
  CARD,
  /** A network that gives the outputs. */
  FORWARD,
  /** A network that gives the outputs and the gradient of the score with respect to the dose. */
  GRADIENT,
  /** Parameters in a form that one engine trains further. */
  PARAMETERS,
  /** From which score a patient counts as positive; read by who judges the model. */
  DECISION
}
