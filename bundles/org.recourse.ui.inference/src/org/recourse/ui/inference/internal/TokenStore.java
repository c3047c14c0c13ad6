/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.recourse.inference.remote.BearerToken;

/** The token of the server in the encrypted storage of the platform. Thread-safe. */
final class TokenStore {

  private static final String NODE = "/org/recourse/inference/server";
  private static final String TOKEN = "token";

  private final ISecurePreferences storage;

  TokenStore(ISecurePreferences storage) {
    this.storage = Objects.requireNonNull(storage, "storage");
  }

  static TokenStore ofUser() {
    return new TokenStore(SecurePreferencesFactory.getDefault());
  }

  /** Returns the token; the platform may ask the user for the password of the storage. */
  Optional<BearerToken> token() throws StorageException {
    String text = storage.node(NODE).get(TOKEN, "");
    return text.isEmpty() ? Optional.empty() : Optional.of(new BearerToken(text));
  }

  /**
   * Keeps a token.
   *
   * @throws IllegalArgumentException if the text is no token
   */
  void store(String token) throws StorageException, IOException {
    if (!new BearerToken(token).opens("Bearer " + token)) {
      throw new IllegalArgumentException("the token cannot be sent");
    }
    storage.node(NODE).put(TOKEN, token, true);
    storage.flush();
  }

  void forget() throws IOException {
    storage.node(NODE).remove(TOKEN);
    storage.flush();
  }
}
