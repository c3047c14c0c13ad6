/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.client;

/** A question without an answer. */
final class ConnectionFailure extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why there is none. */
  enum Kind {
    /** Nobody listens, or the name is unknown. */
    NOT_CONNECTED,
    /** The connection broke before the last byte. */
    BROKEN,
    /** The time was up. */
    TIMED_OUT,
    /** The certificate is not trusted or the encryption failed. */
    UNTRUSTED,
    /** The answer is larger than allowed. */
    TOO_LARGE
  }

  private final Kind kind;

  ConnectionFailure(Kind kind, String sentence, Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /** Returns whether the same question may be asked again. */
  boolean mayRepeat() {
    return kind == Kind.NOT_CONNECTED || kind == Kind.BROKEN;
  }
}
