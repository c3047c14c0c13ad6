/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.service;

import java.util.Map;

/** A request that is not answered as asked: an HTTP status and a sentence for the client. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Map<String, String> headers;

  Refusal(int status, String sentence) {
    this(status, sentence, Map.of());
  }

  Refusal(int status, String sentence, Map<String, String> headers) {
    super(sentence);
    this.status = status;
    this.headers = headers;
  }

  Reply reply() {
    return Reply.error(status, getMessage()).with(headers);
  }
}
