/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.internal.json;

/** JSON that is not what was asked for; the message names the key. */
public final class JsonRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  public JsonRefusedException(String sentence) {
    super(sentence);
  }

  public JsonRefusedException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
