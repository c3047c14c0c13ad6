/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.inference.engine.Capability;
import org.recourse.inference.engine.EngineDescription;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.engine.InferenceEngine;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.network.NetworkFile;
import org.recourse.inference.remote.internal.client.RemoteModels;
import org.recourse.inference.remote.internal.client.RemoteServer;

/**
 * Runs models on a server through the Open Inference Protocol. The server holds the networks under
 * the id of the model, the backward pass under the id with {@code .gradient} behind it; a server of
 * ours also offers the networks of the cross-validation as {@code .ensemble}. It must state the
 * SHA-256 digest of the file each comes from as the parameter {@code recourse_network_sha256}, so
 * that the numbers come from the model whose package lies here.
 *
 * <p>Stateless and thread-safe; the settings are asked for at every load.
 */
public final class RemoteEngine implements InferenceEngine {

  /** Id of this engine in results. */
  public static final String ID = "org.recourse.inference.remote";

  private static final String TITLE = "Inference server";

  private final RemoteSettingsSource source;

  /** Takes the settings of the services of the framework. */
  public RemoteEngine() {
    this(new FrameworkSettings());
  }

  public RemoteEngine(RemoteSettingsSource source) {
    this.source = Objects.requireNonNull(source, "source");
  }

  @Override
  public EngineDescription description() {
    return new EngineDescription(
        ID,
        TITLE,
        Set.of("onnx", NetworkFile.FORMAT),
        Set.of(Capability.FORWARD, Capability.GRADIENT));
  }

  @Override
  public EngineState state() {
    try {
      return state(settings(), new NullProgressMonitor());
    } catch (InferenceException e) {
      return new EngineState.Unavailable(e.getMessage());
    }
  }

  /** Asks a server what it is, whether these settings are in force or not. */
  public static EngineState state(RemoteSettings settings, IProgressMonitor monitor) {
    try (var server = new RemoteServer(settings)) {
      return server.state(monitor);
    } catch (InferenceException e) {
      return new EngineState.Unavailable(e.getMessage());
    }
  }

  @Override
  public LoadedModel load(ModelPackage model, EngineOptions options, IProgressMonitor monitor)
      throws InferenceException {
    var server = new RemoteServer(settings());
    Optional<LoadedModel> loaded = Optional.empty();
    try {
      loaded = Optional.of(RemoteModels.load(model.description(), server, monitor));
      return loaded.get();
    } finally {
      if (loaded.isEmpty()) {
        server.close();
      }
    }
  }

  private RemoteSettings settings() throws InferenceException {
    try {
      return source
          .settings()
          .orElseThrow(
              () ->
                  new InferenceException(
                      "No inference server is set up. Its address is entered in the preferences"
                          + " under Inference."));
    } catch (IllegalArgumentException e) {
      throw new InferenceException(
          "The settings of the inference server are wrong: " + e.getMessage() + ".", e);
    }
  }
}
