/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.server;

/** A server that cannot start; the message is a sentence for people. */
public final class ServerException extends Exception {

  private static final long serialVersionUID = 1L;

  public ServerException(String sentence) {
    super(sentence);
  }

  public ServerException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
