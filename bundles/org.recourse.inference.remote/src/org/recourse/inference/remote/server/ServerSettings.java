/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.server;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.recourse.inference.remote.BearerToken;

/**
 * How a server listens and what it puts up with. Immutable.
 *
 * @param host name or address of the network interface
 * @param port from 0 to 65535; 0 takes any free one
 * @param token what clients must know; needed when others than this machine can reach it
 * @param keyStore key for TLS; without one the traffic can be read on the way
 * @param runningCount requests computed at the same time, at least one
 * @param waitingCount requests that may wait; the next one is sent away with 503
 * @param waitTime longest time a request waits for its turn
 * @param bodyBytes largest body
 * @param bodyTime longest time for a body to arrive
 * @param name what the server calls itself
 * @param version its version
 */
public record ServerSettings(
    String host,
    int port,
    Optional<BearerToken> token,
    Optional<ServerKeyStore> keyStore,
    int runningCount,
    int waitingCount,
    Duration waitTime,
    int bodyBytes,
    Duration bodyTime,
    String name,
    String version) {

  /** Only this machine. */
  public static final String LOOPBACK = "127.0.0.1";

  private static final int HIGHEST_PORT = 65535;
  private static final int STANDARD_WAITING = 16;
  private static final int STANDARD_BODY_BYTES = 64 << 20;
  private static final Duration STANDARD_TIME = Duration.ofSeconds(60);

  public ServerSettings {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(keyStore, "keyStore");
    if (host.isBlank() || port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("no address: " + host + ":" + port);
    }
    if (runningCount < 1 || waitingCount < 0 || bodyBytes < 1) {
      throw new IllegalArgumentException("at least one request with at least one byte");
    }
    if (waitTime.isNegative() || bodyTime.isNegative() || name.isBlank()) {
      throw new IllegalArgumentException("times must not be negative, the name not blank");
    }
  }

  /** Returns settings for this machine only: one request at a time, 16 waiting, 64 MiB, 60 s. */
  public static ServerSettings loopback(int port, String version) {
    return new ServerSettings(
        LOOPBACK,
        port,
        Optional.empty(),
        Optional.empty(),
        1,
        STANDARD_WAITING,
        STANDARD_TIME,
        STANDARD_BODY_BYTES,
        STANDARD_TIME,
        "ReCourse",
        version);
  }

  /** Returns these settings for another address and for clients that know the token. */
  public ServerSettings listening(String otherHost, Optional<BearerToken> needed) {
    return with(otherHost, needed, keyStore, waitingCount, bodyBytes);
  }

  /** Returns these settings with TLS. */
  public ServerSettings encrypted(ServerKeyStore key) {
    return with(host, token, Optional.of(key), waitingCount, bodyBytes);
  }

  /** Returns these settings with another queue and another largest body. */
  public ServerSettings bounded(int waiting, int largestBodyBytes) {
    return with(host, token, keyStore, waiting, largestBodyBytes);
  }

  private ServerSettings with(
      String newHost,
      Optional<BearerToken> newToken,
      Optional<ServerKeyStore> newKeyStore,
      int newWaiting,
      int newBodyBytes) {
    return new ServerSettings(
        newHost,
        port,
        newToken,
        newKeyStore,
        runningCount,
        newWaiting,
        waitTime,
        newBodyBytes,
        bodyTime,
        name,
        version);
  }
}
