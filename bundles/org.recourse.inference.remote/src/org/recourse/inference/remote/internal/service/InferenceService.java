/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.remote.BearerToken;
import org.recourse.inference.remote.internal.protocol.InferenceRequest;
import org.recourse.inference.remote.internal.protocol.InferenceResponse;
import org.recourse.inference.remote.internal.protocol.MessageReader;
import org.recourse.inference.remote.internal.protocol.MessageWriter;
import org.recourse.inference.remote.internal.protocol.MetadataJson;
import org.recourse.inference.remote.internal.protocol.ProtocolException;
import org.recourse.inference.remote.internal.protocol.ServerMetadata;
import org.recourse.inference.remote.internal.protocol.WireBody;
import org.recourse.inference.remote.server.ServerSettings;

/** The endpoints of the protocol over loaded models. Thread-safe. */
public final class InferenceService {

  private static final Pattern MODEL_PATH =
      Pattern.compile(
          "/v2/models/([A-Za-z][A-Za-z0-9.-]{0,127})(?:/versions/([0-9.]{1,32}))?(/ready|/infer)?");
  private static final String READY = "/ready";
  private static final String INFER = "/infer";

  /** Bytes of one number in JSON, generously, and of everything else in a request. */
  private static final long BYTES_PER_VALUE = 32;

  private static final long BYTES_BESIDE_VALUES = 1 << 16;

  private final ServerSettings settings;
  private final Map<String, ServedNetwork> networks;
  private final Admission admission;
  private final BodyReader bodies;
  private final NullProgressMonitor running = new NullProgressMonitor();
  private final AtomicBoolean ready = new AtomicBoolean(true);

  /**
   * @throws InferenceException if a model does not run
   */
  public InferenceService(ServerSettings settings, List<LoadedModel> models)
      throws InferenceException {
    this.settings = settings;
    this.networks = ServedNetwork.byName(models);
    this.admission = new Admission(settings.runningCount(), settings.waitingCount());
    this.bodies = new BodyReader(settings.bodyBytes(), settings.bodyTime());
  }

  /** Says that it is not ready any more, while requests under way are finished. */
  public void endSoon() {
    ready.set(false);
  }

  /** Ends what is still under way. */
  public void cancel() {
    running.setCanceled(true);
  }

  /** Answers; a refusal is an answer too. */
  public Reply answer(Question question) {
    try {
      requireNoBrowser(question);
      return route(question);
    } catch (Refusal e) {
      return e.reply();
    }
  }

  /** A page in a browser on this machine could reach a server that trusts the machine. */
  private static void requireNoBrowser(Question question) throws Refusal {
    if (question.header("Origin").isPresent()) {
      throw new Refusal(Reply.FORBIDDEN, "pages of browsers are not served");
    }
  }

  private Reply route(Question question) throws Refusal {
    switch (question.path()) {
      case "/v2/health/live" -> {
        requireGet(question);
        return Reply.json(MetadataJson.live(true));
      }
      case "/v2/health/ready" -> {
        requireGet(question);
        byte[] body = MetadataJson.serverReady(ready.get());
        return ready.get()
            ? Reply.json(body)
            : new Reply(Reply.BUSY, Reply.json(body).headers(), body);
      }
      default -> {
        requireToken(question);
        return ofServerOrModel(question);
      }
    }
  }

  private void requireToken(Question question) throws Refusal {
    Optional<BearerToken> token = settings.token();
    if (token.isPresent()
        && question.header("Authorization").filter(token.get()::opens).isEmpty()) {
      throw new Refusal(
          Reply.UNAUTHORISED,
          "the token is missing or wrong",
          Map.of("WWW-Authenticate", "Bearer"));
    }
  }

  private Reply ofServerOrModel(Question question) throws Refusal {
    String path = question.path();
    if (path.equals("/v2") || path.equals("/v2/")) {
      requireGet(question);
      return Reply.json(
          MetadataJson.server(
              new ServerMetadata(
                  settings.name(), settings.version(), List.of(ServerMetadata.BINARY_TENSORS))));
    }
    Matcher matcher = MODEL_PATH.matcher(path);
    if (!matcher.matches()) {
      throw new Refusal(Reply.NOT_FOUND, "there is nothing at this address");
    }
    ServedNetwork network = network(matcher.group(1), Optional.ofNullable(matcher.group(2)));
    String rest = Optional.ofNullable(matcher.group(3)).orElse("");
    return switch (rest) {
      case READY -> {
        requireGet(question);
        yield Reply.json(MetadataJson.modelReady(network.name(), true));
      }
      case INFER -> infer(network, question);
      default -> {
        requireGet(question);
        yield Reply.json(MetadataJson.model(network.metadata()));
      }
    };
  }

  private ServedNetwork network(String name, Optional<String> version) throws Refusal {
    ServedNetwork network = networks.get(name);
    if (network == null) {
      throw new Refusal(Reply.NOT_FOUND, "there is no model of this name");
    }
    if (!version.orElse(network.version()).equals(network.version())) {
      throw new Refusal(Reply.NOT_FOUND, "the model has only the version " + network.version());
    }
    return network;
  }

  private static void requireGet(Question question) throws Refusal {
    if (!question.method().equals("GET") && !question.method().equals("HEAD")) {
      throw new Refusal(Reply.WRONG_METHOD, "this address takes GET", Map.of("Allow", "GET"));
    }
  }

  private Reply infer(ServedNetwork network, Question question) throws Refusal {
    if (!question.method().equals("POST")) {
      throw new Refusal(Reply.WRONG_METHOD, "this address takes POST", Map.of("Allow", "POST"));
    }
    if (question.header("Content-Encoding").isPresent()) {
      throw new Refusal(Reply.WRONG_ENCODING, "compressed bodies are not read");
    }
    try (Admission.Place place = admission.enter()) {
      InferenceRequest request = request(network, question);
      NamedTensors inputs = network.inputs(request);
      place.awaitTurn(settings.waitTime());
      InferenceResponse response = network.run(request, inputs, running);
      return Reply.of(MessageWriter.response(response, request::binary));
    } catch (InferenceException | ProtocolException e) {
      throw new Refusal(Reply.FAILED, "the model failed: " + e.getMessage());
    } catch (OperationCanceledException e) {
      throw new Refusal(Reply.BUSY, "the server is stopping");
    }
  }

  private InferenceRequest request(ServedNetwork network, Question question) throws Refusal {
    long most = network.inputValues() * BYTES_PER_VALUE + BYTES_BESIDE_VALUES;
    byte[] body = bodies.read(question, (int) Math.min(Integer.MAX_VALUE, most));
    try {
      Optional<String> header = question.header(WireBody.JSON_LENGTH_HEADER);
      OptionalInt jsonLength =
          header.isPresent() ? WireBody.jsonLength(header.get()) : OptionalInt.empty();
      return new MessageReader(network.mostInputValues()).request(new WireBody(body, jsonLength));
    } catch (ProtocolException e) {
      throw new Refusal(Reply.BAD_REQUEST, e.getMessage());
    }
  }
}
