/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;

/** Connections that break, servers that are slow or full. */
class BrokenConnectionTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int ATTEMPTS = 3;

  @TempDir private Path folder;

  private ModelPackage model;

  @BeforeEach
  void writePackage() throws ModelPackageException {
    model = QuadraticModel.packageIn(folder);
  }

  @Test
  void aBrokenConnectionIsTriedAgain() throws IOException, InferenceException {
    byte[] whole = LyingServer.json(LyingServer.SCORE);
    var asked = new AtomicInteger();
    try (ScriptedServer server =
            new LyingServer(model)
                .inferring(
                    (heard, out) -> {
                      switch (asked.incrementAndGet()) {
                        case 1 -> {} // hangs up without a word
                        case 2 -> out.write(Arrays.copyOf(whole, whole.length - 10));
                        default -> out.write(whole);
                      }
                    })
                .start();
        LoadedModel loaded = load(server.address(), LONG)) {
      assertEquals(0.25f, loaded.run(QuadraticModel.inputs(1, 0), null).tensor("score").at(0));
      assertEquals(ATTEMPTS, asked.get());
    }
  }

  @Test
  void itIsNotTriedForEver() throws IOException, InferenceException {
    var asked = new AtomicInteger();
    try (ScriptedServer server =
            new LyingServer(model).inferring((heard, out) -> asked.incrementAndGet()).start();
        LoadedModel loaded = load(server.address(), LONG)) {
      assertTrue(refusal(loaded).contains("broke"));
      assertEquals(ATTEMPTS, asked.get());
    }
  }

  @Test
  void aFullServerIsAskedAgainAndAFaultyOneIsNot() throws IOException, InferenceException {
    var asked = new AtomicInteger();
    try (ScriptedServer server =
            new LyingServer(model)
                .inferring(
                    (heard, out) -> {
                      boolean first = asked.incrementAndGet() == 1;
                      out.write(
                          ScriptedServer.http(
                              first ? 503 : 500,
                              "Retry-After: 3600\r\n", // bounded by our own longest pause
                              "{\"error\":\"as said\"}".getBytes(StandardCharsets.UTF_8)));
                    })
                .start();
        LoadedModel loaded = load(server.address(), LONG)) {
      String said = refusal(loaded);
      assertTrue(said.contains("status 500: as said"), said);
      assertEquals(2, asked.get());
    }
  }

  @Test
  void aSlowAnswerTimesOutAndIsNotAskedForAgain() throws IOException, InferenceException {
    var asked = new AtomicInteger();
    var end = new CountDownLatch(1);
    try (ScriptedServer server =
            new LyingServer(model)
                .inferring(
                    (heard, out) -> {
                      asked.incrementAndGet();
                      end.await();
                    })
                .start();
        LoadedModel loaded = load(server.address(), Duration.ofMillis(300))) {
      assertTrue(refusal(loaded).contains("did not answer within 300 ms"));
      assertEquals(1, asked.get());
    } finally {
      end.countDown();
    }
  }

  @Test
  void anAnswerThatTricklesTimesOutAsAWhole() throws IOException, InferenceException {
    try (ScriptedServer server =
            new LyingServer(model)
                .inferring(
                    (heard, out) -> {
                      out.write(
                          "HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n"
                              .getBytes(StandardCharsets.US_ASCII));
                      while (true) { // each byte in time, the whole never
                        out.write(' ');
                        out.flush();
                        Thread.sleep(20);
                      }
                    })
                .start();
        LoadedModel loaded = load(server.address(), Duration.ofMillis(400))) {
      assertTrue(refusal(loaded).contains("did not answer within 400 ms"));
    }
  }

  @Test
  void cancellingEndsTheWaiting() throws IOException, InferenceException {
    var monitor = new NullProgressMonitor();
    var end = new CountDownLatch(1);
    try (ScriptedServer server =
            new LyingServer(model)
                .inferring(
                    (heard, out) -> {
                      monitor.setCanceled(true);
                      end.await();
                    })
                .start();
        LoadedModel loaded = load(server.address(), LONG)) {
      assertThrows(
          OperationCanceledException.class, () -> loaded.run(QuadraticModel.inputs(1, 0), monitor));
    } finally {
      end.countDown();
    }
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    URI address = URI.create("http://127.0.0.1:" + port);
    EngineState state = new RemoteEngine(() -> Optional.of(settings(address, LONG))).state();

    var unavailable = assertInstanceOf(EngineState.Unavailable.class, state);
    assertTrue(unavailable.sentence().contains("cannot be reached"), unavailable.sentence());
  }

  @Test
  void withoutSettingsTheEngineSaysWhereToEnterThem() {
    var none = assertInstanceOf(EngineState.Unavailable.class, new RemoteEngine().state());
    assertTrue(none.sentence().contains("preferences"), none.sentence());

    var engine =
        new RemoteEngine(
            () -> {
              throw new IllegalArgumentException("the port is no number");
            });
    var wrong = assertInstanceOf(EngineState.Unavailable.class, engine.state());
    assertTrue(wrong.sentence().endsWith("the port is no number."), wrong.sentence());
  }

  @Test
  void aClosedModelIsNotAsked() throws IOException, InferenceException {
    try (ScriptedServer server = new LyingServer(model).start()) {
      LoadedModel loaded = load(server.address(), LONG);
      loaded.close();
      loaded.close();
      assertThrows(
          IllegalStateException.class, () -> loaded.run(QuadraticModel.inputs(1, 0), null));
    }
  }

  private LoadedModel load(URI address, Duration answerTimeout) throws InferenceException {
    // Time-outs of the questions in front would disturb the tests on a busy machine.
    RemoteSettings settings = settings(address, answerTimeout);
    return new RemoteEngine(() -> Optional.of(settings)).load(model, EngineOptions.cpu(1), null);
  }

  private static RemoteSettings settings(URI address, Duration answerTimeout) {
    return new RemoteSettings(
        address,
        Optional.empty(),
        Optional.empty(),
        LONG,
        answerTimeout,
        new RetryRule(ATTEMPTS, Duration.ofMillis(1), Duration.ofMillis(5)),
        1 << 20,
        false);
  }

  private static String refusal(LoadedModel loaded) {
    return assertThrows(
            InferenceException.class, () -> loaded.run(QuadraticModel.inputs(1, 0), null))
        .getMessage();
  }
}
