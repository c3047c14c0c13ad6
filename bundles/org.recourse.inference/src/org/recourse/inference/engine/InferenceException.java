/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.engine;

/** A network that cannot be loaded or run; the message is a sentence for people. */
public final class InferenceException extends Exception {

  private static final long serialVersionUID = 1L;

  public InferenceException(String sentence) {
    super(sentence);
  }

  public InferenceException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
