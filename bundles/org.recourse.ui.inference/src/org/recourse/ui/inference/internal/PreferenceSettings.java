/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import java.util.Optional;
import org.eclipse.equinox.security.storage.StorageException;
import org.osgi.service.component.annotations.Component;
import org.recourse.inference.remote.BearerToken;
import org.recourse.inference.remote.RemoteSettings;
import org.recourse.inference.remote.RemoteSettingsSource;

/** Gives the engines what the user entered in the preferences. Stateless and thread-safe. */
@Component
public final class PreferenceSettings implements RemoteSettingsSource {

  @Override
  public Optional<RemoteSettings> settings() {
    ServerEntry server = InferencePreferences.ofWorkspace().server();
    return server.used() ? Optional.of(server.settings(token(server))) : Optional.empty();
  }

  /** The storage is opened only if something lies in it, since it may ask for a password. */
  private static Optional<BearerToken> token(ServerEntry server) {
    if (!server.tokenStored()) {
      return Optional.empty();
    }
    try {
      return TokenStore.ofUser().token();
    } catch (StorageException e) {
      throw new IllegalArgumentException(
          "the token cannot be read from the secure storage: " + e.getMessage(), e);
    }
  }
}
