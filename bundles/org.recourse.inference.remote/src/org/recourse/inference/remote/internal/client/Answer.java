/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.client;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** What came back: status, headers and a body that is not larger than allowed. */
record Answer(int status, HttpHeaders headers, byte[] body) {

  private static final int OK = 200;

  boolean isOk() {
    return status == OK;
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }
}
