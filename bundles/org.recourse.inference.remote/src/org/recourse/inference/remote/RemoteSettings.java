/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where the server is and how it is spoken to. Immutable.
 *
 * @param server address such as {@code https://gpu.example:8443}; a path in front of {@code /v2}
 *     may follow
 * @param token secret for the server, only over TLS or to this machine itself
 * @param certificates file with the certificates that are trusted instead of those of the platform:
 *     PEM, DER, or a key store without password
 * @param connectTimeout longest time for making a connection, above zero
 * @param answerTimeout longest time from question to the last byte of the answer, above zero
 * @param retries when a question is asked again
 * @param answerBytes largest answer that is read
 * @param withoutChecksum whether a model is used although the server states no checksum for it; a
 *     checksum that differs is always refused
 */
public record RemoteSettings(
    URI server,
    Optional<BearerToken> token,
    Optional<Path> certificates,
    Duration connectTimeout,
    Duration answerTimeout,
    RetryRule retries,
    int answerBytes,
    boolean withoutChecksum) {

  /** Three seconds, enough for a network inside one house. */
  public static final Duration STANDARD_CONNECT_TIMEOUT = Duration.ofSeconds(3);

  /** A minute: a large network on a busy server. */
  public static final Duration STANDARD_ANSWER_TIMEOUT = Duration.ofSeconds(60);

  /** 64 MiB: three times the largest gradient in JSON. */
  public static final int STANDARD_ANSWER_BYTES = 64 << 20;

  private static final Set<String> LOOPBACK_HOSTS =
      Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  public RemoteSettings {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(certificates, "certificates");
    Objects.requireNonNull(retries, "retries");
    requireAddress(server);
    if (!isPositive(connectTimeout) || !isPositive(answerTimeout) || answerBytes < 1) {
      throw new IllegalArgumentException("time-outs and sizes must be above zero");
    }
    if (token.isPresent() && !isPrivate(server)) {
      throw new IllegalArgumentException(
          "a token would travel readable for everybody to "
              + server
              + "; use an address that starts with https");
    }
  }

  /** Returns settings with the standard time-outs, sizes and trust. */
  public static RemoteSettings of(URI server, Optional<BearerToken> token) {
    return new RemoteSettings(
        server,
        token,
        Optional.empty(),
        STANDARD_CONNECT_TIMEOUT,
        STANDARD_ANSWER_TIMEOUT,
        RetryRule.STANDARD,
        STANDARD_ANSWER_BYTES,
        false);
  }

  /** Returns these settings with other trusted certificates. */
  public RemoteSettings trusting(Path file) {
    return new RemoteSettings(
        server,
        token,
        Optional.of(file),
        connectTimeout,
        answerTimeout,
        retries,
        answerBytes,
        withoutChecksum);
  }

  /** Returns whether nobody on the way can read what is sent: TLS, or this machine itself. */
  public boolean isPrivate() {
    return isPrivate(server);
  }

  private static boolean isPrivate(URI server) {
    return server.getScheme().equals("https") || LOOPBACK_HOSTS.contains(server.getHost());
  }

  private static boolean isPositive(Duration duration) {
    return duration.compareTo(Duration.ZERO) > 0;
  }

  private static void requireAddress(URI server) {
    boolean http = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
    if (!http || server.getHost() == null) {
      throw new IllegalArgumentException(
          "an address starts with https:// or http:// and names a host: " + server);
    }
    if (server.getRawUserInfo() != null
        || server.getRawQuery() != null
        || server.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "an address has no user name, no question mark and no number sign");
    }
  }
}
