/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

/** Deep features cannot be had; the message is a sentence that says why and what to do. */
public final class DeepFeatureException extends Exception {

  private static final long serialVersionUID = 1L;

  public DeepFeatureException(String message) {
    super(message);
  }

  public DeepFeatureException(String message, Throwable cause) {
    super(message, cause);
  }
}
