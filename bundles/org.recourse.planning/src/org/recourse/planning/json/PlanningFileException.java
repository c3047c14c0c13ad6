/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.json;

/** A file of this bundle cannot be used; the message names the place and says what is wrong. */
public final class PlanningFileException extends Exception {

  private static final long serialVersionUID = 1L;

  public PlanningFileException(String sentence) {
    super(sentence);
  }

  public PlanningFileException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
