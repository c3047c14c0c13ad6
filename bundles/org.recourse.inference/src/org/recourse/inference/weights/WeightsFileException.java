/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.weights;

/** A file of weights cannot be used; the message is a sentence that names file and tensor. */
public final class WeightsFileException extends Exception {

  private static final long serialVersionUID = 1L;

  public WeightsFileException(String message) {
    super(message);
  }

  public WeightsFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
