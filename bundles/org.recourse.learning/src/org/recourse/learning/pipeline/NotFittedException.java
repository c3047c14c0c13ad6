/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.pipeline;

/** These patients do not allow this fit; the message is a sentence that says why. */
public final class NotFittedException extends Exception {

  private static final long serialVersionUID = 1L;

  public NotFittedException(String sentence) {
    super(sentence);
  }
}
