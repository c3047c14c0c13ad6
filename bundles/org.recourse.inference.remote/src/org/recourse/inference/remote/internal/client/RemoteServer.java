/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.Device;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.remote.RemoteEngine;
import org.recourse.inference.remote.RemoteSettings;
import org.recourse.inference.remote.internal.protocol.InferenceRequest;
import org.recourse.inference.remote.internal.protocol.InferenceResponse;
import org.recourse.inference.remote.internal.protocol.MessageReader;
import org.recourse.inference.remote.internal.protocol.MessageWriter;
import org.recourse.inference.remote.internal.protocol.MetadataJson;
import org.recourse.inference.remote.internal.protocol.ModelMetadata;
import org.recourse.inference.remote.internal.protocol.ProtocolException;
import org.recourse.inference.remote.internal.protocol.ServerMetadata;
import org.recourse.inference.remote.internal.protocol.Text;
import org.recourse.inference.remote.internal.protocol.WireBody;

/** A server as its protocol shows it; everything it does wrong becomes a sentence. Thread-safe. */
public final class RemoteServer implements AutoCloseable {

  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final RemoteSettings settings;
  private final HttpConversation conversation;

  public RemoteServer(RemoteSettings settings) throws InferenceException {
    this.settings = settings;
    this.conversation = new HttpConversation(settings);
  }

  RemoteSettings settings() {
    return settings;
  }

  /** Returns the machine the models run on. */
  Device device() {
    int port = settings.server().getPort();
    String host = settings.server().getHost();
    return new Device(Device.Kind.REMOTE, 0, port < 0 ? host : host + ":" + port);
  }

  /** Asks whether it lives, is ready and what it is. */
  public EngineState state(IProgressMonitor monitor) throws InferenceException {
    if (!get("/v2/health/live", monitor).isOk()) {
      return new EngineState.Unavailable(where() + " says that it is not working.");
    }
    ServerMetadata metadata = metadata(monitor);
    List<Finding> findings = new ArrayList<>(reservations());
    if (!get("/v2/health/ready", monitor).isOk()) {
      findings.add(
          Finding.warning(where() + " is not ready for all of its models.", RemoteEngine.ID));
    }
    String version = Text.shortened(metadata.name() + " " + metadata.version());
    return new EngineState.Ready(version, List.of(device()), findings);
  }

  /** Returns what holds for every model on this server. */
  List<Finding> reservations() {
    return settings.isPrivate()
        ? List.of()
        : List.of(
            Finding.warning(
                "Doses travel to "
                    + settings.server()
                    + " without encryption and can be read on the way.",
                RemoteEngine.ID));
  }

  ServerMetadata metadata(IProgressMonitor monitor) throws InferenceException {
    Answer answer = get("/v2", monitor);
    requireOk(answer);
    return understood(() -> MetadataJson.server(answer.body()));
  }

  /** Returns what the server says about a model; empty if it has none of this name. */
  Optional<ModelMetadata> model(String name, IProgressMonitor monitor) throws InferenceException {
    Answer answer = get("/v2/models/" + name, monitor);
    if (answer.status() == NOT_FOUND || answer.status() == BAD_REQUEST) {
      return Optional.empty(); // the protocol leaves it to the server which of the two it is
    }
    requireOk(answer);
    return Optional.of(understood(() -> MetadataJson.model(answer.body())));
  }

  boolean isReady(String name, IProgressMonitor monitor) throws InferenceException {
    return get("/v2/models/" + name + "/ready", monitor).isOk();
  }

  /** Returns the parameters of the extension for model configurations; empty without it. */
  Map<String, String> configuredParameters(String name, IProgressMonitor monitor)
      throws InferenceException {
    Answer answer = get("/v2/models/" + name + "/config", monitor);
    return answer.isOk()
        ? understood(() -> MetadataJson.configuredParameters(answer.body()))
        : Map.of();
  }

  /**
   * Runs a model.
   *
   * @param binary whether tensors travel as bytes
   * @param mostValues values of the largest output that is expected
   */
  InferenceResponse infer(
      String name,
      InferenceRequest request,
      boolean binary,
      int mostValues,
      IProgressMonitor monitor)
      throws InferenceException {
    WireBody question = understood(() -> MessageWriter.request(request, binary));
    Answer answer;
    try {
      answer = conversation.post("/v2/models/" + name + "/infer", question, monitor);
    } catch (ConnectionFailure e) {
      throw new InferenceException(e.getMessage(), e);
    }
    requireOk(answer);
    return understood(
        () -> {
          Optional<String> header = answer.header(WireBody.JSON_LENGTH_HEADER);
          OptionalInt length =
              header.isPresent() ? WireBody.jsonLength(header.get()) : OptionalInt.empty();
          return new MessageReader(mostValues).response(new WireBody(answer.body(), length));
        });
  }

  private Answer get(String path, IProgressMonitor monitor) throws InferenceException {
    try {
      return conversation.get(path, monitor);
    } catch (ConnectionFailure e) {
      throw new InferenceException(e.getMessage(), e);
    }
  }

  private void requireOk(Answer answer) throws InferenceException {
    if (answer.isOk()) {
      return;
    }
    String said =
        MetadataJson.errorSentence(answer.body()).map(sentence -> ": " + sentence).orElse("");
    String what =
        switch (answer.status()) {
          case UNAUTHORISED, FORBIDDEN -> " refuses us; the token is missing or wrong";
          default -> " answers with the status " + answer.status();
        };
    throw new InferenceException(where() + what + said + ".");
  }

  /** Something that the protocol must allow. */
  private interface Understanding<T> {
    T understand() throws ProtocolException;
  }

  private <T> T understood(Understanding<T> understanding) throws InferenceException {
    try {
      return understanding.understand();
    } catch (ProtocolException e) {
      throw new InferenceException(
          where() + " does not follow the Open Inference Protocol: " + e.getMessage() + ".", e);
    }
  }

  String where() {
    return "The inference server " + settings.server();
  }

  @Override
  public void close() {
    conversation.close();
  }
}
