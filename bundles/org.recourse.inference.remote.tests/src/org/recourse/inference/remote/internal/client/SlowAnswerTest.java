/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.inference.remote.RemoteSettings;
import org.recourse.inference.remote.RetryRule;
import org.recourse.inference.remote.ScriptedServer;

/** One question only: with such a short time no model could be loaded on a busy machine. */
class SlowAnswerTest {

  private static final int ATTEMPTS = 3;

  @Test
  void itIsGivenUpAndNotAskedForAgain() throws Exception {
    var asked = new AtomicInteger();
    var end = new CountDownLatch(1);
    try (var server =
        new ScriptedServer(
            (heard, out) -> {
              asked.incrementAndGet();
              end.await();
            })) {
      assertGivenUp(server.address());
      assertTrue(asked.get() <= 1, "asked " + asked); // not yet where the machine is slow
    } finally {
      end.countDown();
    }
  }

  @Test
  void oneThatTricklesIsGivenUpAsAWhole() throws Exception {
    try (var server =
        new ScriptedServer(
            (heard, out) -> {
              out.write(
                  "HTTP/1.1 200 OK\r\nContent-Length: 400000\r\n\r\n"
                      .getBytes(StandardCharsets.US_ASCII));
              while (true) { // each byte in time, the whole never
                out.write(' ');
                out.flush();
                Thread.sleep(20);
              }
            })) {
      assertGivenUp(server.address());
    }
  }

  private static void assertGivenUp(URI address) throws Exception {
    var settings =
        new RemoteSettings(
            address,
            Optional.empty(),
            Optional.empty(),
            Duration.ofMinutes(5),
            Duration.ofMillis(300),
            new RetryRule(ATTEMPTS, Duration.ofMillis(1), Duration.ofMillis(5)),
            1 << 20,
            false);
    try (var conversation = new HttpConversation(settings)) {
      ConnectionFailure failure =
          assertThrows(
              ConnectionFailure.class, () -> conversation.get("/v2", new NullProgressMonitor()));
      assertEquals(ConnectionFailure.Kind.TIMED_OUT, failure.kind());
      assertTrue(
          failure.getMessage().contains("did not answer within 300 ms"), failure.getMessage());
    }
  }
}
