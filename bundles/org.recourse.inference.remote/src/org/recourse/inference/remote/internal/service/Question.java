/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.service;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** What a client asks, as the HTTP library shows it. Used by one thread. */
public interface Question {

  String method();

  /** Returns the path as it was sent, with its escapes and detours, without the query. */
  String path();

  Optional<String> header(String name);

  /** Returns the body; reading waits for the client, but not for ever. */
  InputStream body() throws IOException;
}
