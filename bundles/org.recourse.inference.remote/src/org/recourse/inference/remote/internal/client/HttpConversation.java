/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.remote.RemoteSettings;
import org.recourse.inference.remote.RetryRule;
import org.recourse.inference.remote.internal.client.ConnectionFailure.Kind;
import org.recourse.inference.remote.internal.protocol.WireBody;

/**
 * Questions and answers over HTTP/1.1, straight to the server: no proxy, so that doses do not pass
 * through one, and no redirection, so that the token goes to nobody else. Thread-safe.
 */
final class HttpConversation implements AutoCloseable {

  private static final long CANCEL_CHECK_MS = 50;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int BAD_GATEWAY = 502;
  private static final int UNAVAILABLE = 503;
  private static final int GATEWAY_TIMEOUT = 504;

  private final RemoteSettings settings;
  private final HttpClient client;

  HttpConversation(RemoteSettings settings) throws InferenceException {
    this.settings = settings;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(settings.connectTimeout());
    if (settings.certificates().isPresent()) {
      builder.sslContext(Trust.only(settings.certificates().get()));
    }
    client = builder.build();
  }

  /** Asks for a resource below the address of the server, such as {@code /v2/health/live}. */
  Answer get(String path, IProgressMonitor monitor) throws ConnectionFailure {
    return ask(request(path).GET().build(), monitor);
  }

  /** Sends a message. */
  Answer post(String path, WireBody body, IProgressMonitor monitor) throws ConnectionFailure {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", body.contentType())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes()));
    body.jsonLength()
        .ifPresent(length -> request.header(WireBody.JSON_LENGTH_HEADER, Integer.toString(length)));
    return ask(request.build(), monitor);
  }

  private HttpRequest.Builder request(String path) {
    String base = settings.server().toString().replaceAll("/+$", "");
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    settings.token().ifPresent(token -> request.header("Authorization", token.headerValue()));
    return request;
  }

  /** Asks, and asks again as the rule says. The answer may still be a refusal. */
  private Answer ask(HttpRequest request, IProgressMonitor monitor) throws ConnectionFailure {
    RetryRule rule = settings.retries();
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt == rule.attempts();
      Duration pause = rule.pauseAfter(attempt);
      try {
        Answer answer = askOnce(request, monitor);
        if (last || !saysLater(answer)) {
          return answer;
        }
        pause = pauseAskedFor(answer).orElse(pause);
      } catch (ConnectionFailure e) {
        if (last || !e.mayRepeat()) {
          throw e;
        }
      }
      sleep(pause, monitor);
    }
  }

  private static boolean saysLater(Answer answer) {
    return switch (answer.status()) {
      case TOO_MANY_REQUESTS, BAD_GATEWAY, UNAVAILABLE, GATEWAY_TIMEOUT -> true;
      default -> false;
    };
  }

  /** A date instead of seconds is not understood; the pause of the rule holds then. */
  private Optional<Duration> pauseAskedFor(Answer answer) {
    return answer
        .header("Retry-After")
        .filter(value -> value.matches("[0-9]{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .map(
            asked ->
                asked.compareTo(settings.retries().longestPause()) < 0
                    ? asked
                    : settings.retries().longestPause());
  }

  private Answer askOnce(HttpRequest request, IProgressMonitor monitor) throws ConnectionFailure {
    CompletableFuture<HttpResponse<byte[]>> asked =
        client.sendAsync(
            request,
            info ->
                new BoundedBody(
                    settings.answerBytes(),
                    info.headers().firstValueAsLong("Content-Length").orElse(0)));
    try {
      HttpResponse<byte[]> response = await(asked, monitor);
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (TimeoutException e) {
      throw timedOut(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationCanceledException();
    } finally {
      asked.cancel(true); // does nothing once it is done
    }
  }

  private HttpResponse<byte[]> await(
      CompletableFuture<HttpResponse<byte[]>> asked, IProgressMonitor monitor)
      throws ExecutionException, TimeoutException, InterruptedException {
    long endNs = System.nanoTime() + settings.answerTimeout().toNanos();
    while (true) {
      long leftNs = endNs - System.nanoTime();
      if (leftNs <= 0) {
        throw new TimeoutException();
      }
      try {
        long waitNs = Math.min(leftNs, TimeUnit.MILLISECONDS.toNanos(CANCEL_CHECK_MS));
        return asked.get(waitNs, TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (monitor.isCanceled()) {
          throw new OperationCanceledException();
        }
      }
    }
  }

  private ConnectionFailure failure(Throwable cause) {
    return switch (cause) {
      case AnswerTooLargeException e ->
          new ConnectionFailure(
              Kind.TOO_LARGE, where() + " sends " + e.getMessage() + ", which is refused.", e);
      case HttpConnectTimeoutException e -> notConnected(e);
      case HttpTimeoutException e -> timedOut(e);
      case ConnectException e -> notConnected(e);
      case SSLException e ->
          new ConnectionFailure(
              Kind.UNTRUSTED,
              where()
                  + " could not prove who it is: "
                  + e.getMessage()
                  + ". The certificate of the department can be named in the preferences.",
              e);
      case IOException e when e.getCause() instanceof UnresolvedAddressException -> notConnected(e);
      default ->
          new ConnectionFailure(
              Kind.BROKEN, "The connection to " + address() + " broke: " + cause, cause);
    };
  }

  private ConnectionFailure notConnected(Throwable cause) {
    return new ConnectionFailure(
        Kind.NOT_CONNECTED,
        where() + " cannot be reached. Is it running, and is the address right?",
        cause);
  }

  private ConnectionFailure timedOut(Throwable cause) {
    return new ConnectionFailure(
        Kind.TIMED_OUT,
        where() + " did not answer within " + settings.answerTimeout().toMillis() + " ms.",
        cause);
  }

  private String where() {
    return "The inference server " + address();
  }

  private String address() {
    return settings.server().toString();
  }

  private static void sleep(Duration pause, IProgressMonitor monitor) {
    long endNs = System.nanoTime() + pause.toNanos();
    try {
      for (long left = endNs - System.nanoTime(); left > 0; left = endNs - System.nanoTime()) {
        if (monitor.isCanceled()) {
          throw new OperationCanceledException();
        }
        TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(CANCEL_CHECK_MS)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationCanceledException();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
