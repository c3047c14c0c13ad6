/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.server;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The key and the certificate a server shows. Immutable.
 *
 * @param file key store in the form PKCS #12
 * @param password opens it; never shown
 */
public record ServerKeyStore(Path file, String password) {

  public ServerKeyStore {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(password, "password");
  }

  @Override
  public String toString() {
    return "ServerKeyStore[" + file + "]";
  }
}
