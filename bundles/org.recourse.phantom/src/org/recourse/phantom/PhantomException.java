/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom;

/** A synthetic case could not be written or read back. The message says which and what to do. */
public final class PhantomException extends Exception {

  private static final long serialVersionUID = 1;

  public PhantomException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
