/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.plan;

/** A plan cannot be computed as it is wished; the message says why in one sentence. */
public final class PlanningException extends Exception {

  private static final long serialVersionUID = 1L;

  public PlanningException(String sentence) {
    super(sentence);
  }
}
