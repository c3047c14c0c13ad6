/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.protocol;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads requests and responses of inference. Immutable and thread-safe. Unknown keys are skipped,
 * as the protocol allows servers to add some.
 */
public final class MessageReader {

  private static final int DEEPEST = 16;
  private static final int MOST_TENSORS = 64;

  private final int mostValues;

  /**
   * @param mostValues values of the largest tensor that is expected; a larger one is refused before
   *     its memory is taken
   */
  public MessageReader(int mostValues) {
    if (mostValues < 1) {
      throw new IllegalArgumentException("mostValues must be >= 1: " + mostValues);
    }
    this.mostValues = mostValues;
  }

  /** Reads what a client asks. */
  public InferenceRequest request(WireBody body) throws ProtocolException {
    Envelope envelope = envelope(body, "inputs");
    if (envelope.tensors.isEmpty()) {
      throw new ProtocolException("the request has no inputs");
    }
    return new InferenceRequest(
        envelope.id,
        envelope.parameters.allBinary(),
        complete(envelope.tensors, body),
        envelope.requested);
  }

  /** Reads what a server answers. */
  public InferenceResponse response(WireBody body) throws ProtocolException {
    Envelope envelope = envelope(body, "outputs");
    return new InferenceResponse(
        envelope.modelName, envelope.modelVersion, envelope.id, complete(envelope.tensors, body));
  }

  private static List<WireTensor> complete(List<TensorDraft> drafts, WireBody body)
      throws ProtocolException {
    int jsonLength = body.jsonLength().orElse(body.bytes().length);
    ByteBuffer following =
        ByteBuffer.wrap(body.bytes(), jsonLength, body.bytes().length - jsonLength);
    List<WireTensor> tensors = new ArrayList<>();
    var names = new HashSet<String>();
    for (TensorDraft draft : drafts) {
      if (draft.isBinary() && body.jsonLength().isEmpty()) {
        throw new ProtocolException("binary data need the header " + WireBody.JSON_LENGTH_HEADER);
      }
      WireTensor tensor = draft.complete(following);
      if (!names.add(tensor.name())) {
        throw new ProtocolException(
            "the tensor " + Text.shortened(tensor.name()) + " occurs twice");
      }
      tensors.add(tensor);
    }
    if (following.hasRemaining()) {
      throw new ProtocolException(following.remaining() + " bytes belong to no tensor");
    }
    return tensors;
  }

  /** Keys of both messages as they come. Filled while reading. */
  private static final class Envelope {
    private Optional<String> id = Optional.empty();
    private Optional<String> modelName = Optional.empty();
    private Optional<String> modelVersion = Optional.empty();
    private final Parameters parameters = new Parameters();
    private final List<TensorDraft> tensors = new ArrayList<>();
    private final List<RequestedOutput> requested = new ArrayList<>();
  }

  private Envelope envelope(WireBody body, String tensorKey) throws ProtocolException {
    int length = body.jsonLength().orElse(body.bytes().length);
    if (length > body.bytes().length) {
      throw new ProtocolException(
          WireBody.JSON_LENGTH_HEADER + " is longer than the body: " + length);
    }
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var text = new InputStreamReader(new ByteArrayInputStream(body.bytes(), 0, length), decoder);
    try (var reader = new JsonReader(text)) {
      reader.setStrictness(Strictness.STRICT);
      reader.setNestingLimit(DEEPEST);
      Envelope envelope = read(reader, tensorKey);
      reader.peek(); // refuses anything behind the object
      return envelope;
    } catch (MalformedJsonException | NumberFormatException | IllegalStateException e) {
      throw new ProtocolException("the text is not the JSON of the protocol", e);
    } catch (IOException e) {
      throw new ProtocolException("the JSON ends early or is not UTF-8", e);
    }
  }

  private Envelope read(JsonReader reader, String tensorKey) throws IOException, ProtocolException {
    var envelope = new Envelope();
    var seen = new HashSet<String>();
    reader.beginObject();
    while (reader.hasNext()) {
      String key = Keys.next(reader, seen);
      if (key.equals(tensorKey)) {
        tensors(reader, envelope);
        continue;
      }
      switch (key) {
        case "id" -> envelope.id = Optional.of(reader.nextString());
        case "model_name" -> envelope.modelName = Optional.of(reader.nextString());
        case "model_version" -> envelope.modelVersion = Optional.of(reader.nextString());
        case "parameters" -> envelope.parameters.read(reader);
        case "outputs" -> requested(reader, envelope);
        default -> reader.skipValue();
      }
    }
    reader.endObject();
    return envelope;
  }

  private void tensors(JsonReader reader, Envelope envelope) throws IOException, ProtocolException {
    reader.beginArray();
    while (reader.hasNext()) {
      requireFewer(envelope.tensors.size());
      envelope.tensors.add(TensorDraft.read(reader, mostValues));
    }
    reader.endArray();
  }

  private static void requested(JsonReader reader, Envelope envelope)
      throws IOException, ProtocolException {
    reader.beginArray();
    while (reader.hasNext()) {
      requireFewer(envelope.requested.size());
      envelope.requested.add(requestedOutput(reader));
    }
    reader.endArray();
  }

  private static void requireFewer(int count) throws ProtocolException {
    if (count == MOST_TENSORS) {
      throw new ProtocolException("more than " + MOST_TENSORS + " tensors");
    }
  }

  private static RequestedOutput requestedOutput(JsonReader reader)
      throws IOException, ProtocolException {
    Optional<String> name = Optional.empty();
    var parameters = new Parameters();
    var seen = new HashSet<String>();
    reader.beginObject();
    while (reader.hasNext()) {
      switch (Keys.next(reader, seen)) {
        case "name" -> name = Optional.of(reader.nextString());
        case "parameters" -> parameters.read(reader);
        default -> reader.skipValue();
      }
    }
    reader.endObject();
    if (name.isEmpty()) {
      throw new ProtocolException("an output that is asked for lacks its name");
    }
    return new RequestedOutput(name.get(), parameters.binary());
  }
}
