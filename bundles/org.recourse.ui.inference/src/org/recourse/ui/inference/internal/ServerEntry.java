/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.recourse.inference.remote.BearerToken;
import org.recourse.inference.remote.RemoteSettings;
import org.recourse.inference.remote.RetryRule;

/**
 * What the user entered about a server, as it stands in the fields. Immutable.
 *
 * @param used whether the server shall be used
 * @param address its address
 * @param certificates file of trusted certificates; empty for those of the platform
 * @param connectSeconds longest time for making a connection
 * @param answerSeconds longest time for an answer
 * @param withoutChecksum whether models without checksum are used
 * @param tokenStored whether a token lies in the secure storage
 */
record ServerEntry(
    boolean used,
    String address,
    String certificates,
    int connectSeconds,
    int answerSeconds,
    boolean withoutChecksum,
    boolean tokenStored) {

  static final ServerEntry NONE =
      new ServerEntry(
          false,
          "",
          "",
          (int) RemoteSettings.STANDARD_CONNECT_TIMEOUT.toSeconds(),
          (int) RemoteSettings.STANDARD_ANSWER_TIMEOUT.toSeconds(),
          false,
          false);

  ServerEntry {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(certificates, "certificates");
  }

  /**
   * Returns the settings.
   *
   * @throws IllegalArgumentException with a sentence for the user if they make no sense
   */
  RemoteSettings settings(Optional<BearerToken> token) {
    try {
      return new RemoteSettings(
          new URI(address.strip()),
          token,
          certificates.isBlank() ? Optional.empty() : Optional.of(Path.of(certificates.strip())),
          Duration.ofSeconds(connectSeconds),
          Duration.ofSeconds(answerSeconds),
          RetryRule.STANDARD,
          RemoteSettings.STANDARD_ANSWER_BYTES,
          withoutChecksum);
    } catch (URISyntaxException | InvalidPathException e) {
      throw new IllegalArgumentException("this is no address or file: " + e.getMessage(), e);
    }
  }

  ServerEntry withToken(boolean stored) {
    return new ServerEntry(
        used, address, certificates, connectSeconds, answerSeconds, withoutChecksum, stored);
  }
}
