/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.inference.engine.Device;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.ScoreGradient;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.remote.BearerToken;
import org.recourse.inference.remote.QuadraticModel;
import org.recourse.inference.remote.RemoteEngine;
import org.recourse.inference.remote.RemoteSettings;
import org.recourse.inference.remote.RetryRule;
import org.recourse.inference.tensor.Tensor;

/** Client and server of this project against each other, over loopback. */
class BothEndsTest {

  private static final String VERSION = "1.0.0";

  @TempDir private Path folder;

  private ModelPackage model;

  @BeforeEach
  void writePackage() throws ModelPackageException {
    model = QuadraticModel.packageIn(folder);
  }

  @Test
  void scoreAndGradientAreThoseOfTheClosedForm() throws ServerException, InferenceException {
    try (InferenceServer server = serve(ServerSettings.loopback(0, VERSION));
        LoadedModel loaded = load(patient(server.address(), Optional.empty()))) {
      assertEquals(Device.Kind.REMOTE, loaded.device().kind());
      for (float doseGy : new float[] {0, 0.1f, 1, 1.9f}) {
        var inputs = QuadraticModel.inputs(doseGy, 0.03125f);
        float score = doseGy * doseGy / 4 + 0.03125f;
        assertEquals(score, loaded.run(inputs, null).tensor("score").at(0));
        assertEquals(List.of(score / 2.0, (double) score), loaded.ensembleScores(inputs, null));
        ScoreGradient gradient = loaded.gradient(inputs, null);
        assertEquals(score, gradient.score());
        float[] expected = new float[QuadraticModel.DOSE.valueCount()];
        expected[0] = doseGy / 2;
        assertEquals(Tensor.of(QuadraticModel.DOSE, expected), gradient.perGy());
      }
    }
  }

  @Test
  void theServerSaysWhatItIs() throws ServerException {
    try (InferenceServer server = serve(ServerSettings.loopback(0, VERSION))) {
      var settings = patient(server.address(), Optional.empty());
      var ready =
          assertInstanceOf(
              EngineState.Ready.class, new RemoteEngine(() -> Optional.of(settings)).state());
      assertEquals("ReCourse 1.0.0", ready.version());
      assertTrue(ready.findings().isEmpty(), ready.findings().toString());
    }
  }

  @Test
  void theTokenOpensAndAWrongOneDoesNot() throws ServerException, InferenceException {
    var token = new BearerToken("right");
    var settings = ServerSettings.loopback(0, VERSION).listening("127.0.0.1", Optional.of(token));
    try (InferenceServer server = serve(settings)) {
      try (LoadedModel loaded = load(patient(server.address(), Optional.of(token)))) {
        assertEquals(0.25f, loaded.run(QuadraticModel.inputs(1, 0), null).tensor("score").at(0));
      }
      for (Optional<BearerToken> wrong :
          List.of(Optional.<BearerToken>empty(), Optional.of(new BearerToken("wrong")))) {
        String said =
            assertThrows(InferenceException.class, () -> load(patient(server.address(), wrong)))
                .getMessage();
        assertTrue(said.contains("token is missing or wrong"), said);
      }
    }
  }

  @Test
  void aServerForOthersNeedsAToken() {
    var open = ServerSettings.loopback(0, VERSION).listening("0.0.0.0", Optional.empty());
    String said = assertThrows(ServerException.class, () -> serve(open)).getMessage();
    assertTrue(said.contains("needs a token"), said);
  }

  @Test
  void aPortInUseIsASentence() throws ServerException {
    try (InferenceServer server = serve(ServerSettings.loopback(0, VERSION))) {
      var same = ServerSettings.loopback(server.address().getPort(), VERSION);
      String said = assertThrows(ServerException.class, () -> serve(same)).getMessage();
      assertTrue(said.contains("cannot listen on 127.0.0.1"), said);
    }
  }

  @Test
  void onlyTheNamedCertificateIsTrusted()
      throws ServerException, InferenceException, IOException, InterruptedException {
    Path keys = keyStore(folder.resolve("server.p12"));
    Path certificate = folder.resolve("server.pem");
    keytool(
        "-exportcert",
        "-rfc",
        "-keystore",
        keys.toString(),
        "-storepass",
        "changeit",
        "-alias",
        "server",
        "-file",
        certificate.toString());
    var token = new BearerToken("right");
    var settings =
        ServerSettings.loopback(0, VERSION)
            .listening("127.0.0.1", Optional.of(token))
            .encrypted(new ServerKeyStore(keys, "changeit"));
    try (InferenceServer server = serve(settings)) {
      assertEquals("https", server.address().getScheme());
      RemoteSettings platform = patient(server.address(), Optional.of(token));
      try (LoadedModel loaded = load(platform.trusting(certificate))) {
        assertEquals(0.25f, loaded.run(QuadraticModel.inputs(1, 0), null).tensor("score").at(0));
      }
      String said = assertThrows(InferenceException.class, () -> load(platform)).getMessage();
      assertTrue(said.contains("could not prove who it is"), said);
      Path other = folder.resolve("other.pem");
      keytool(
          "-exportcert",
          "-rfc",
          "-keystore",
          keyStore(folder.resolve("other.p12")).toString(),
          "-storepass",
          "changeit",
          "-alias",
          "server",
          "-file",
          other.toString());
      assertThrows(InferenceException.class, () -> load(platform.trusting(other)));
      URI byName = URI.create("https://localhost:" + server.address().getPort());
      RemoteSettings wrongName = patient(byName, Optional.of(token));
      assertThrows(InferenceException.class, () -> load(wrongName.trusting(certificate)));
    }
  }

  @Test
  void aFullQueueSaysLater() throws Exception {
    var started = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var slow = waiting(started, end);
    var settings = ServerSettings.loopback(0, VERSION).bounded(0, 1 << 20);
    try (InferenceServer server = InferenceServer.start(settings, List.of(slow));
        ExecutorService threads = Executors.newSingleThreadExecutor();
        LoadedModel first = load(patient(server.address(), Optional.empty()));
        LoadedModel second = load(once(server.address()))) {
      Future<Float> running = threads.submit(score(first));
      started.await();
      String said =
          assertThrows(
                  InferenceException.class, () -> second.run(QuadraticModel.inputs(1, 0), null))
              .getMessage();
      assertTrue(said.contains("status 503: all places are taken"), said);
      end.countDown();
      assertEquals(0.25f, running.get(1, TimeUnit.MINUTES));
      assertEquals(0.25f, score(second).call(), "there is room again");
    }
  }

  @Test
  void stoppingLetsTheRunningRequestEnd() throws Exception {
    var started = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var slow = waiting(started, end);
    InferenceServer server =
        InferenceServer.start(ServerSettings.loopback(0, VERSION), List.of(slow));
    try (ExecutorService threads = Executors.newFixedThreadPool(2);
        LoadedModel loaded = load(patient(server.address(), Optional.empty()))) {
      Future<Float> running = threads.submit(score(loaded));
      started.await();
      Future<?> stopping = threads.submit(server::close);
      end.countDown();
      assertEquals(0.25f, running.get(1, TimeUnit.MINUTES));
      stopping.get(1, TimeUnit.MINUTES);
    }
    var state =
        RemoteEngine.state(patient(server.address(), Optional.empty()), new NullProgressMonitor());
    assertInstanceOf(EngineState.Unavailable.class, state);
  }

  /** Computes at once for the server, which passes no monitor when it starts; then waits. */
  private QuadraticModel waiting(CountDownLatch started, CountDownLatch end) {
    return new QuadraticModel(
        model.description(),
        monitor -> {
          if (monitor == null) {
            return;
          }
          started.countDown();
          try {
            end.await();
          } catch (InterruptedException e) {
            throw new InferenceException("interrupted", e);
          }
        });
  }

  private static Callable<Float> score(LoadedModel loaded) {
    return () -> loaded.run(QuadraticModel.inputs(1, 0), null).tensor("score").at(0);
  }

  private InferenceServer serve(ServerSettings settings) throws ServerException {
    return InferenceServer.start(settings, List.of(QuadraticModel.of(model)));
  }

  private LoadedModel load(RemoteSettings settings) throws InferenceException {
    return new RemoteEngine(() -> Optional.of(settings)).load(model, EngineOptions.cpu(1), null);
  }

  /** The standard times are for departments; a test machine may be busy with other things. */
  private static RemoteSettings patient(URI address, Optional<BearerToken> token) {
    RemoteSettings standard = RemoteSettings.of(address, token);
    return new RemoteSettings(
        address,
        token,
        Optional.empty(),
        Duration.ofMinutes(5),
        Duration.ofMinutes(5),
        standard.retries(),
        standard.answerBytes(),
        false);
  }

  private static RemoteSettings once(URI address) {
    RemoteSettings standard = patient(address, Optional.empty());
    return new RemoteSettings(
        address,
        Optional.empty(),
        Optional.empty(),
        standard.connectTimeout(),
        standard.answerTimeout(),
        new RetryRule(1, Duration.ZERO, Duration.ZERO),
        standard.answerBytes(),
        false);
  }

  private static Path keyStore(Path file) throws IOException, InterruptedException {
    keytool(
        "-genkeypair",
        "-alias",
        "server",
        "-keyalg",
        "EC",
        "-dname",
        "CN=127.0.0.1",
        "-ext",
        "SAN=ip:127.0.0.1",
        "-storetype",
        "PKCS12",
        "-keystore",
        file.toString(),
        "-storepass",
        "changeit",
        "-validity",
        "2");
    return file;
  }

  /** The tool of the JDK makes keys, so that none is kept in the repository. */
  private static void keytool(String... arguments) throws IOException, InterruptedException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    assumeTrue(Files.isExecutable(tool), "this Java has no keytool");
    var command = new ArrayList<>(List.of(tool.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}
