/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.protocol;

/** A message that does not follow the protocol; the message is a sentence without a full stop. */
public final class ProtocolException extends Exception {

  private static final long serialVersionUID = 1L;

  public ProtocolException(String sentence) {
    super(sentence);
  }

  public ProtocolException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
