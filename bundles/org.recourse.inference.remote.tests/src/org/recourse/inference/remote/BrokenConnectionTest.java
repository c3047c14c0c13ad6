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
import java.net.InetSocketAddress;
import java.net.Socket;
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

  private static final Duration LONG = Duration.ofMinutes(5);
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
        LoadedModel loaded = load(server.address())) {
      assertEquals(0.25f, loaded.run(QuadraticModel.inputs(1, 0), null).tensor("score").at(0));
      assertEquals(ATTEMPTS, asked.get());
    }
  }

  @Test
  void itIsNotTriedForEver() throws IOException, InferenceException {
    var asked = new AtomicInteger();
    try (ScriptedServer server =
            new LyingServer(model).inferring((heard, out) -> asked.incrementAndGet()).start();
        LoadedModel loaded = load(server.address())) {
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
        LoadedModel loaded = load(server.address())) {
      String said = refusal(loaded);
      assertTrue(said.contains("status 500: as said"), said);
      assertEquals(2, asked.get());
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
        LoadedModel loaded = load(server.address())) {
      assertThrows(
          OperationCanceledException.class, () -> loaded.run(QuadraticModel.inputs(1, 0), monitor));
    } finally {
      end.countDown();
    }
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() throws IOException {
    try (var held = new Socket()) { // nobody else gets the port, and nobody listens there
      held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      URI address = URI.create("http://127.0.0.1:" + held.getLocalPort());
      EngineState state = new RemoteEngine(() -> Optional.of(settings(address))).state();

      var unavailable = assertInstanceOf(EngineState.Unavailable.class, state);
      assertTrue(unavailable.sentence().contains("cannot be reached"), unavailable.sentence());
    }
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
      LoadedModel loaded = load(server.address());
      loaded.close();
      loaded.close();
      assertThrows(
          IllegalStateException.class, () -> loaded.run(QuadraticModel.inputs(1, 0), null));
    }
  }

  private LoadedModel load(URI address) throws InferenceException {
    RemoteSettings settings = settings(address);
    return new RemoteEngine(() -> Optional.of(settings)).load(model, EngineOptions.cpu(1), null);
  }

  private static RemoteSettings settings(URI address) {
    return new RemoteSettings(
        address,
        Optional.empty(),
        Optional.empty(),
        LONG,
        LONG,
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
