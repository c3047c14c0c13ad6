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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.inference.engine.Capability;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;

/** A server may be broken, out of date or hostile: nothing it says becomes a number unchecked. */
class LyingServerTest {

  private static final int ANSWER_BYTES = 4096;

  @TempDir private Path folder;

  private ModelPackage model;

  @BeforeEach
  void writePackage() throws ModelPackageException {
    model = QuadraticModel.packageIn(folder);
  }

  @Test
  void theHonestAnswerIsBelieved() throws IOException, InferenceException {
    try (ScriptedServer server = new LyingServer(model).start();
        LoadedModel loaded = load(server)) {
      assertEquals(Set.of(Capability.FORWARD, Capability.GRADIENT), loaded.capabilities());
      assertTrue(loaded.findings().isEmpty(), loaded.findings().toString());
      assertEquals(0.25f, loaded.run(QuadraticModel.inputs(1, 0), null).tensor("score").at(0));
    }
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "[1;1], [1], has the shape 1 instead of 1 x 1",
        "FP32, FP64, is FP64 instead of FP32",
        "FP32, BYTES, the datatype BYTES is not supported",
        "[0.25], [0.25;0.5], more than 1 values",
        "[0.25], [], has 0 values",
        "[0.25], [NaN], not the JSON of the protocol",
        "[0.25], [1e60], not finite",
        "[0.25], [`0.25`], hold no number",
        "[1;1], [-1;-1], no tensor can have the shape",
        "[1;1], [99999;99999], no tensor can have the shape",
        "score, scores, leaves out score",
        "test.quadratic, test.cubic, answers for another model",
        "]}, ];, not the JSON of the protocol",
        "]}, , JSON ends early",
        "}]}, };{`name`:`more`;`shape`:[1];`datatype`:`FP32`;`data`:[1]}]}, nobody asked for",
      })
  void wrongAnswersAreRefused(String from, String to, String sentence)
      throws IOException, InferenceException {
    String answer =
        LyingServer.SCORE.replace(
            from.replace(';', ','), to == null ? "" : to.replace(';', ',').replace('`', '"'));
    try (ScriptedServer server = new LyingServer(model).answering(answer).start();
        LoadedModel loaded = load(server)) {
      String said = refusal(loaded);
      assertTrue(said.contains(sentence), said);
    }
  }

  @ParameterizedTest(name = "{0} behind a length of {1} for {2} bytes")
  @CsvSource({
    "NaN, right, 4, not finite",
    "0.25, right, 8, has 8 bytes of data",
    "0.25, right, 0, has 0 bytes of data",
    "0.25, right, 400, bytes follow",
    "0.25, right, -1, bytes follow",
    "0.25, 1, 4, JSON ends early",
    "0.25, 9999, 4, longer than the body",
    "0.25, many, 4, is no length",
    "0.25, none, 4, the JSON",
  })
  void wrongBinaryAnswersAreRefused(float value, String length, int size, String sentence)
      throws IOException, InferenceException {
    byte[] json =
        LyingServer.SCORE
            .replace("\"data\":[0.25]", "\"parameters\":{\"binary_data_size\":" + size + "}")
            .getBytes(StandardCharsets.UTF_8);
    byte[] body =
        ByteBuffer.allocate(json.length + (size == 8 ? 8 : Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(json)
            .putFloat(value)
            .array();
    String header =
        switch (length) {
          case "none" -> "";
          case "right" -> "Inference-Header-Content-Length: " + json.length + "\r\n";
          default -> "Inference-Header-Content-Length: " + length + "\r\n";
        };
    try (ScriptedServer server =
            new LyingServer(model)
                .extensions("\"binary_tensor_data\"")
                .inferring((heard, out) -> out.write(ScriptedServer.http(200, header, body)))
                .start();
        LoadedModel loaded = load(server)) {
      String said = refusal(loaded);
      assertTrue(said.contains(sentence), said);
    }
  }

  @Test
  void anotherNetworkUnderTheSameNameIsRefused() throws IOException {
    String right = model.description().file(FileRole.FORWARD).orElseThrow().sha256();
    var liar = new LyingServer(model).metadata(right, "0".repeat(64));
    try (ScriptedServer server = liar.start()) {
      String said = assertThrows(InferenceException.class, () -> load(server)).getMessage();
      assertTrue(said.contains("checksums differ"), said);
    }
  }

  @Test
  void aServerWithoutChecksumsIsRefusedUnlessItIsAllowed() throws IOException, InferenceException {
    var silent = new LyingServer(model).metadata("recourse_network_sha256", "something_else");
    try (ScriptedServer server = silent.start()) {
      String said = assertThrows(InferenceException.class, () -> load(server)).getMessage();
      assertTrue(said.contains("states no checksum"), said);

      try (LoadedModel loaded = load(settings(server.address(), Optional.empty(), true))) {
        assertTrue(loaded.findings().get(0).text().contains("no checksum"));
      }
    }
  }

  @Test
  void theChecksumMayStandInTheModelConfiguration() throws IOException, InferenceException {
    var triton =
        new LyingServer(model)
            .metadata("recourse_network_sha256", "something_else")
            .extensions("\"model_configuration\"");
    try (ScriptedServer server = triton.start();
        LoadedModel loaded = load(server)) {
      assertTrue(loaded.findings().isEmpty(), loaded.findings().toString());
    }
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "FP32, FP16, has another network",
    "'3,5,7', '7,5,3', has another network",
    "'-1,1,3', '2,1,3', has another network",
    "dose, doses, has another network",
    "'\"name\":\"test.quadratic\"', '\"name\":\"test.cubic\"', answers for test.cubic",
    "inputs, outputs, does not follow the Open Inference Protocol",
  })
  void aModelThatDoesNotFitIsRefused(String from, String to, String sentence) throws IOException {
    try (ScriptedServer server = new LyingServer(model).metadata(from, to).start()) {
      String said = assertThrows(InferenceException.class, () -> load(server)).getMessage();
      assertTrue(said.contains(sentence), said);
    }
  }

  @Test
  void anAnswerThatIsTooLargeIsNotRead() throws IOException, InferenceException {
    byte[] announced =
        "HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    byte[] endless = "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    try (ScriptedServer server =
            new LyingServer(model)
                .inferring(
                    (heard, out) -> {
                      out.write(announced);
                      out.flush();
                      Thread.sleep(Duration.ofHours(1)); // until the server is closed
                    })
                .start();
        LoadedModel loaded = load(server)) {
      assertTrue(refusal(loaded).contains("more than " + ANSWER_BYTES), refusal(loaded));
    }
    try (ScriptedServer server =
            new LyingServer(model)
                .inferring(
                    (heard, out) -> {
                      out.write(endless);
                      while (true) {
                        out.write(' ');
                      }
                    })
                .start();
        LoadedModel loaded = load(server)) {
      assertTrue(refusal(loaded).contains("more than " + ANSWER_BYTES), refusal(loaded));
    }
  }

  @Test
  void aScoreOutsideItsRangeIsRefused() throws IOException, InferenceException {
    String zeros = "0,".repeat(QuadraticModel.DOSE.valueCount() - 1) + "0";
    String answer =
        "{\"outputs\":[{\"name\":\"score\",\"shape\":[1,1],\"datatype\":\"FP32\",\"data\":[1.5]},"
            + "{\"name\":\"dose_gradient\",\"shape\":[1,1,3,5,7],\"datatype\":\"FP32\",\"data\":["
            + zeros
            + "]}]}";
    try (ScriptedServer server = new LyingServer(model).answering(answer).start();
        LoadedModel loaded = load(server)) {
      String said =
          assertThrows(
                  InferenceException.class,
                  () -> loaded.gradient(QuadraticModel.inputs(1, 0), null))
              .getMessage();
      assertTrue(said.contains("between 0 and 1"), said);
    }
  }

  @Test
  void aRedirectionIsNotFollowed() throws IOException {
    try (ScriptedServer elsewhere = new LyingServer(model).start();
        ScriptedServer server =
            new ScriptedServer(
                (heard, out) ->
                    out.write(
                        ScriptedServer.http(
                            307, "Location: " + elsewhere.address() + "/v2\r\n", new byte[0])))) {
      var token = new BearerToken("a-secret");
      RemoteSettings settings = settings(server.address(), Optional.of(token), false);
      assertThrows(InferenceException.class, () -> load(settings));
      assertTrue(elsewhere.heard().isEmpty());
    }
  }

  @Test
  void sentencesOfTheServerAreShortenedAndTheTokenIsNotRepeated() throws IOException {
    String chatty = "{\"error\":\"no\\u0007 " + "way ".repeat(500) + "\"}";
    try (ScriptedServer server =
        new ScriptedServer(
            (heard, out) ->
                out.write(ScriptedServer.http(403, "", chatty.getBytes(StandardCharsets.UTF_8))))) {
      RemoteSettings settings =
          settings(server.address(), Optional.of(new BearerToken("a-secret")), false);
      var state = (EngineState.Unavailable) new RemoteEngine(() -> Optional.of(settings)).state();
      assertTrue(state.sentence().length() < 400, state.sentence());
      assertFalse(state.sentence().contains("a-secret"), state.sentence());
      assertEquals("Bearer a-secret", server.heard().get(0).header("Authorization").orElse(""));
      String said = assertThrows(InferenceException.class, () -> load(settings)).getMessage();
      assertTrue(said.contains("token is missing or wrong: no way"), said);
      assertFalse(said.contains("a-secret"), said);
    }
  }

  private LoadedModel load(ScriptedServer server) throws InferenceException {
    return load(settings(server.address(), Optional.empty(), false));
  }

  private LoadedModel load(RemoteSettings settings) throws InferenceException {
    return new RemoteEngine(() -> Optional.of(settings)).load(model, EngineOptions.cpu(1), null);
  }

  private static RemoteSettings settings(
      URI address, Optional<BearerToken> token, boolean withoutChecksum) {
    return new RemoteSettings(
        address,
        token,
        Optional.empty(),
        Duration.ofMinutes(5),
        Duration.ofMinutes(5),
        new RetryRule(1, Duration.ZERO, Duration.ZERO),
        ANSWER_BYTES,
        withoutChecksum);
  }

  private static String refusal(LoadedModel loaded) {
    return assertThrows(
            InferenceException.class, () -> loaded.run(QuadraticModel.inputs(1, 0), null))
        .getMessage();
  }
}
