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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.remote.QuadraticModel;
import org.recourse.testing.Waiting;

/** What clients send is not believed either. After every attack the server still works. */
class HostileClientTest {

  private static final int BODY_BYTES = 100_000;
  private static final int SOCKET_MS = 300_000;

  @TempDir private Path folder;

  private InferenceServer server;

  @BeforeEach
  void start() throws ModelPackageException, ServerException {
    server = serve(Duration.ofMinutes(5));
  }

  private InferenceServer serve(Duration bodyTime) throws ModelPackageException, ServerException {
    ModelPackage model = QuadraticModel.packageIn(folder);
    var settings =
        new ServerSettings(
            ServerSettings.LOOPBACK,
            0,
            Optional.empty(),
            Optional.empty(),
            1,
            2,
            Duration.ofMinutes(5),
            BODY_BYTES,
            bodyTime,
            "Test",
            "1.0.0");
    return InferenceServer.start(settings, List.of(QuadraticModel.of(model)));
  }

  @AfterEach
  void stillWorksAndStops() throws IOException {
    String answer = answerWhenThereIsAPlace();
    server.close();
    assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    assertTrue(answer.contains("\"data\":[0.25]"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/v2/models",
        "/v2/models/",
        "/v2/models/other",
        "/v2/models/test.quadratic/",
        "/v2/models/../../etc/passwd",
        "/v2/models/..%2f..%2fetc%2fpasswd",
        "/v2/models/%2e%2e/%2e%2e/etc/passwd",
        "/v2/models/test.quadratic/../test.quadratic",
        "/v2/models/test.quadratic%00",
        "/v2/models/test.quadratic;x=y",
        "//v2",
        "/v2/./models",
        "/v2/models/test.quadratic/versions/9",
        "/v2/models/test.quadratic/versions/../../x",
        "/v2/models/C:\\\\windows",
        "/v2/models/test.quadratic/config",
        "/v2/repository/index"
      })
  void pathsOtherThanThoseOfTheProtocolAreRefused(String path) throws IOException {
    String answer = ask("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertTrue(answer.matches("(?s)HTTP/1.1 40[04] .*"), answer);
    assertTrue(answer.contains("{\"error\":"), answer);
    assertFalse(answer.contains("etc"), "nothing is repeated: " + answer);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "POST, /v2/health/live, 405",
    "DELETE, /v2/models/test.quadratic, 405",
    "GET, /v2/models/test.quadratic/infer, 405",
    "PUT, /v2/models/test.quadratic/infer, 405",
    "GET, /v2/models/test.quadratic/ready, 200",
    "GET, /v2/models/test.quadratic/versions/1.0.0, 200",
    "GET, /v2/models/test.quadratic.gradient/versions/1.0.0/ready, 200",
    "GET, /v2/health/live, 200",
    "GET, /v2/health/ready, 200",
    "HEAD, /v2, 200",
    "GET, /v2?a=b, 200"
  })
  void everyAddressHasItsMethod(String method, String path, int status) throws IOException {
    String answer = ask(method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
  }

  @Test
  void pagesOfBrowsersAreSentAway() throws IOException {
    String answer =
        post("/v2/models/test.quadratic/infer", "Origin: https://evil.example\r\n", soundBody());
    assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
  }

  @Test
  void bodiesThatAreTooLargeAreNotRead() throws IOException {
    String announced =
        ask(
            "POST /v2/models/test.quadratic/infer HTTP/1.1\r\nHost: x\r\n"
                + "Content-Length: 900000000000\r\n\r\n{");
    assertTrue(announced.startsWith("HTTP/1.1 413"), announced);
    String chunk = "8000\r\n" + " ".repeat(0x8000) + "\r\n";
    String chunked =
        ask(
            "POST /v2/models/test.quadratic/infer HTTP/1.1\r\nHost: x\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + chunk.repeat(8)
                + "0\r\n\r\n");
    assertTrue(chunked.startsWith("HTTP/1.1 413"), chunked);
    String headers = ask("GET /v2 HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(50_000) + "\r\n\r\n");
    assertTrue(headers.startsWith("HTTP/1.1 431"), headers);
  }

  @Test
  void bodiesThatDoNotArriveInTimeAreGivenUp() throws Exception {
    try (InferenceServer impatient = serve(Duration.ofMillis(100));
        Socket socket = connect(impatient)) {
      socket
          .getOutputStream()
          .write(
              ("POST /v2/models/test.quadratic/infer HTTP/1.1\r\nHost: x\r\n"
                      + "Content-Length: 50000\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      Waiting.until("it has had enough", () -> isAnswered(socket));
      String answer = read(socket);
      assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
    }
  }

  /** Sends one more byte where there is no answer yet. */
  private static boolean isAnswered(Socket socket) {
    try {
      if (socket.getInputStream().available() > 0) {
        return true;
      }
      socket.getOutputStream().write(' ');
      return false;
    } catch (IOException e) {
      return true; // it has hung up; what it said before can still be read
    }
  }

  @Test
  void connectionsThatBreakCostNothing() throws IOException {
    for (int i = 0; i < 20; i++) { // more than the queue has places
      try (Socket socket = connect()) {
        socket
            .getOutputStream()
            .write(
                ("POST /v2/models/test.quadratic/infer HTTP/1.1\r\nHost: x\r\n"
                        + "Content-Length: 5000\r\n\r\n{\"inputs\":")
                    .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        socket.setSoLinger(true, 0);
      }
    }
    String answer = answerWhenThereIsAPlace();
    assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
  }

  /** Places come back as soon as the server has seen the connections of a test end. */
  private String answerWhenThereIsAPlace() throws IOException {
    String answer = post("/v2/models/test.quadratic/infer", "", soundBody());
    while (answer.startsWith("HTTP/1.1 503")) {
      answer = post("/v2/models/test.quadratic/infer", "", soundBody());
    }
    return answer;
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "FP32, FP64, should be FP32",
        "FP32, EVIL, is not supported",
        "[1;2], [2;1], should be FP32",
        "features, feature, is missing",
        "[0;0], [0;1e60], not finite",
        "[0;0], [0;NaN], not the JSON",
        "[0;0], [0], has 1 values",
        "{, [, not the JSON",
        "`inputs`, `outputs`, lacks its name",
        "`inputs`, `entries`, no inputs"
      })
  void messagesThatAreWrongGetASentence(String from, String to, String sentence)
      throws IOException {
    String body =
        soundBody()
            .replaceFirst(
                Pattern.quote(from.replace(';', ',').replace('`', '"')),
                Matcher.quoteReplacement(to.replace(';', ',').replace('`', '"')));
    if (from.equals("FP32")) {
      body = soundBody().replace(from, to);
    }
    if (to.contains("outputs")) {
      body = "{\"outputs\":[{}]}";
    }
    String answer = post("/v2/models/test.quadratic/infer", "", body);
    assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    assertTrue(answer.contains(sentence), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "0", "999999", "-1", "x", "99999999999999999999"})
  void wrongLengthsOfTheJsonAreRefused(String length) throws IOException {
    String answer =
        post(
            "/v2/models/test.quadratic/infer",
            "Inference-Header-Content-Length: " + length + "\r\n",
            soundBody());
    assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
  }

  @Test
  void outputsThatDoNotExistAndCompressionAreRefused() throws IOException {
    String unknown = soundBody().replaceFirst("\\{", "{\"outputs\":[{\"name\":\"secret\"}],");
    String answer = post("/v2/models/test.quadratic/infer", "", unknown);
    assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    String packed =
        post("/v2/models/test.quadratic/infer", "Content-Encoding: gzip\r\n", soundBody());
    assertTrue(packed.startsWith("HTTP/1.1 415"), packed);
  }

  @Test
  void theServerDoesNotSayWhatItIsMadeOf() throws IOException {
    String answer = ask("GET /v2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertFalse(answer.toLowerCase(Locale.ROOT).contains("jetty"), answer);
    String bad = ask("NONSENSE\r\n\r\n");
    assertTrue(bad.startsWith("HTTP/1.1 400"), bad);
    assertFalse(bad.toLowerCase(Locale.ROOT).contains("jetty"), bad);
  }

  private static String soundBody() {
    String doses = "1,".repeat(QuadraticModel.DOSE.valueCount() - 1) + "1";
    return "{\"id\":\"7\",\"inputs\":[{\"name\":\"features\",\"shape\":[1,2],\"datatype\":\"FP32\","
        + "\"data\":[0,0]},{\"name\":\"dose\",\"shape\":[1,1,3,5,7],\"datatype\":\"FP32\","
        + "\"data\":["
        + doses
        + "]}]}";
  }

  private String post(String path, String headers, String body) throws IOException {
    String answer =
        ask(
            "POST "
                + path
                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + headers
                + "Content-Length: "
                + body.length()
                + "\r\n\r\n"
                + body);
    if (answer.startsWith("HTTP/1.1 200")) {
      assertTrue(answer.contains("\"id\":\"7\""), answer);
      assertEquals(1, answer.split("\"model_name\"", -1).length - 1, answer);
    }
    return answer;
  }

  private String ask(String request) throws IOException {
    try (Socket socket = connect()) {
      try {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
      } catch (IOException e) {
        // the server may hang up before it has read everything
      }
      return read(socket);
    }
  }

  private static String read(Socket socket) throws IOException {
    var text = new ByteArrayOutputStream();
    byte[] part = new byte[4096];
    try {
      for (int n = socket.getInputStream().read(part);
          n >= 0;
          n = socket.getInputStream().read(part)) {
        text.write(part, 0, n);
        if (text.toString(StandardCharsets.UTF_8).contains("\r\n\r\n{\"error\"")
            && text.toString(StandardCharsets.UTF_8).endsWith("}")) {
          break;
        }
      }
    } catch (IOException e) {
      // reset after the answer
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  private Socket connect() throws IOException {
    return connect(server);
  }

  private static Socket connect(InferenceServer server) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
    socket.setSoTimeout(SOCKET_MS);
    return socket;
  }
}
