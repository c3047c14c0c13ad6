/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.settings;

/** A parameter file cannot be used; the message names the section and the key. */
public final class ParameterFileException extends Exception {

  private static final long serialVersionUID = 1L;

  public ParameterFileException(String message) {
    super(message);
  }

  public ParameterFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
