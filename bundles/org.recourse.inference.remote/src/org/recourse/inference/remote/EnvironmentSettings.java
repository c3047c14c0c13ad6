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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Settings of the environment, for command lines and for a department that sets them for everybody:
 * {@code RECOURSE_INFERENCE_SERVER}, {@code RECOURSE_INFERENCE_TOKEN_FILE} and {@code
 * RECOURSE_INFERENCE_CERTIFICATES}. They go before those of the window. A token is taken from a
 * file, since other users of a machine may see the environment of a process.
 */
@Component(property = "service.ranking:Integer=100")
public final class EnvironmentSettings implements RemoteSettingsSource {

  static final String SERVER = "RECOURSE_INFERENCE_SERVER";
  static final String TOKEN_FILE = "RECOURSE_INFERENCE_TOKEN_FILE";
  static final String CERTIFICATES = "RECOURSE_INFERENCE_CERTIFICATES";

  private final Map<String, String> environment;

  @Activate
  public EnvironmentSettings() {
    this(System.getenv());
  }

  EnvironmentSettings(Map<String, String> environment) {
    this.environment = Objects.requireNonNull(environment, "environment");
  }

  @Override
  public Optional<RemoteSettings> settings() {
    Optional<String> server = variable(SERVER);
    if (server.isEmpty()) {
      return Optional.empty();
    }
    Optional<BearerToken> token =
        variable(TOKEN_FILE).map(file -> tokenFrom(Path.of(file), TOKEN_FILE));
    RemoteSettings settings = RemoteSettings.of(URI.create(server.get()), token);
    return Optional.of(
        variable(CERTIFICATES).map(file -> settings.trusting(Path.of(file))).orElse(settings));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static BearerToken tokenFrom(Path file, String variable) {
    try {
      return new BearerToken(Files.readString(file, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the file " + file + " that " + variable + " names cannot be read", e);
    }
  }
}
