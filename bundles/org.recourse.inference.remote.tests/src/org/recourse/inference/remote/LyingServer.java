/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelPackage;

/** Scripts of a server that is right in everything except what a test changes. */
final class LyingServer {

  /** A right answer: the score 0.25 in JSON. */
  static final String SCORE =
      "{\"model_name\":\"test.quadratic\",\"outputs\":[{\"name\":\"score\",\"shape\":[1,1],"
          + "\"datatype\":\"FP32\",\"data\":[0.25]}]}";

  private final ModelPackage model;
  private String extensions = "";
  private String forwardMetadata;
  private ScriptedServer.Script infer = (heard, out) -> out.write(json(SCORE));

  LyingServer(ModelPackage model) {
    this.model = model;
    this.forwardMetadata = metadata(QuadraticModel.ID, FileRole.FORWARD);
  }

  LyingServer extensions(String names) {
    extensions = names;
    return this;
  }

  LyingServer metadata(String from, String to) {
    if (!forwardMetadata.contains(from)) {
      throw new IllegalArgumentException(forwardMetadata);
    }
    forwardMetadata = forwardMetadata.replace(from, to);
    return this;
  }

  /** Answers inference with this JSON. */
  LyingServer answering(String text) {
    return inferring((heard, out) -> out.write(json(text)));
  }

  LyingServer inferring(ScriptedServer.Script script) {
    infer = script;
    return this;
  }

  ScriptedServer start() throws IOException {
    return new ScriptedServer(
        (heard, out) -> {
          switch (heard.line()) {
            case "GET /v2" ->
                out.write(
                    json(
                        "{\"name\":\"liar\",\"version\":\"1\",\"extensions\":["
                            + extensions
                            + "]}"));
            case "GET /v2/models/test.quadratic" -> out.write(json(forwardMetadata));
            case "GET /v2/models/test.quadratic.gradient" ->
                out.write(json(metadata("test.quadratic.gradient", FileRole.GRADIENT)));
            case "GET /v2/models/test.quadratic.ensemble" ->
                out.write(ScriptedServer.http(404, "", new byte[0]));
            case "GET /v2/models/test.quadratic/config" ->
                out.write(
                    json(
                        "{\"parameters\":{\"recourse_network_sha256\":{\"string_value\":\""
                            + sha256(FileRole.FORWARD)
                            + "\"}}}"));
            default -> {
              if (heard.line().startsWith("POST")) {
                infer.answer(heard, out);
              } else {
                out.write(json("{\"ready\":true}"));
              }
            }
          }
        });
  }

  static byte[] json(String text) {
    return ScriptedServer.http(
        200, "Content-Type: application/json\r\n", text.getBytes(StandardCharsets.UTF_8));
  }

  private String sha256(FileRole role) {
    return model.description().file(role).orElseThrow().sha256();
  }

  private String metadata(String name, FileRole role) {
    String gradient =
        role == FileRole.GRADIENT
            ? ",{\"name\":\"dose_gradient\",\"datatype\":\"FP32\",\"shape\":[1,1,3,5,7]}"
            : "";
    return """
    {"name":"%s","versions":["1"],"platform":"onnxruntime_onnx",
     "inputs":[{"name":"dose","datatype":"FP32","shape":[-1,1,3,5,7]},
       {"name":"features","datatype":"FP32","shape":[1,2]}],
     "outputs":[{"name":"score","datatype":"FP32","shape":[1,1]}%s],
     "parameters":{"recourse_network_sha256":"%s"}}
    """
        .formatted(name, gradient, sha256(role));
  }
}
