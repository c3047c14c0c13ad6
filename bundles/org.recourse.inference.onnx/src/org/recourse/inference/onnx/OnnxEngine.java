/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.Capability;
import org.recourse.inference.engine.Device;
import org.recourse.inference.engine.EngineDescription;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.engine.GraphicsCard;
import org.recourse.inference.engine.InferenceEngine;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.network.NetworkFile;

/**
 * Runs networks of the formats {@code onnx}, which holds graphs, and {@code multi-omics}, whose
 * graphs are written here from its parameters, on the processor or, where the installed natives
 * offer it and it works, on the first graphics card. Thread-safe; the native library is loaded once
 * by the runtime itself when a model is first loaded.
 */
public final class OnnxEngine implements InferenceEngine {

  /** Id of this engine in results. */
  public static final String ID = "org.recourse.inference.onnx";

  private static final String TITLE = "ONNX Runtime";
  private static final String GRAPHS = "onnx";

  /** How sessions are put on a graphics card. */
  interface Cuda {

    /** Returns whether the natives were built for it; loads them. */
    boolean isOffered();

    /** Puts sessions with these options on the first card. */
    void use(OrtSession.SessionOptions options) throws OrtException;
  }

  private static final Cuda OF_RUNTIME =
      new Cuda() {
        @Override
        public boolean isOffered() {
          return OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
        }

        @Override
        public void use(OrtSession.SessionOptions options) throws OrtException {
          options.addCUDA(0);
        }
      };

  private final Cuda cuda;
  private final GraphicsCard card;

  public OnnxEngine() {
    this(OF_RUNTIME);
  }

  OnnxEngine(Cuda cuda) {
    this.cuda = Objects.requireNonNull(cuda, "cuda");
    this.card = new GraphicsCard(ID, TITLE, cuda::isOffered, () -> CudaTrial.run(cuda));
  }

  @Override
  public EngineDescription description() {
    return new EngineDescription(
        ID,
        TITLE,
        Set.of(GRAPHS, NetworkFile.FORMAT),
        Set.of(Capability.FORWARD, Capability.GRADIENT));
  }

  @Override
  public EngineState state() {
    try {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      environment.setTelemetry(false);
      String version = environment.getVersion();
      return new EngineState.Ready(version, card.devices(), card.findings());
    } catch (LinkageError
        | RuntimeException
        | OrtException e) { // the runtime throws both when natives are absent
      return new EngineState.Unavailable(
          TITLE + " has no native library that works on this machine: " + e);
    }
  }

  @Override
  public LoadedModel load(ModelPackage model, EngineOptions options, IProgressMonitor monitor)
      throws InferenceException {
    switch (state()) {
      case EngineState.Unavailable unavailable ->
          throw new InferenceException(unavailable.sentence());
      case EngineState.Ready ready -> {
        return card.isChosen(options)
            ? onCardOrProcessor(model, options, monitor)
            : load(model, options, Device.CPU, card.findings(options), monitor);
      }
    }
  }

  /** A card that passed its trial may still lack memory or an operation for this model. */
  private LoadedModel onCardOrProcessor(
      ModelPackage model, EngineOptions options, IProgressMonitor monitor)
      throws InferenceException {
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    try {
      return load(model, options, card.devices().getFirst(), List.of(), progress.split(1));
    } catch (InferenceException e) {
      List<Finding> reason = List.of(card.failed(String.valueOf(e.getMessage())));
      return load(model, options, Device.CPU, reason, progress.split(1));
    }
  }

  private LoadedModel load(
      ModelPackage model,
      EngineOptions options,
      Device device,
      List<Finding> findings,
      IProgressMonitor monitor)
      throws InferenceException {
    Map<FileRole, OrtSession> sessions = new EnumMap<>(FileRole.class);
    List<OrtSession> ensemble = new ArrayList<>();
    try {
      NetworkGraphs graphs = NetworkGraphs.of(model);
      SubMonitor progress =
          SubMonitor.convert(monitor, "Loading network", 2 + graphs.ensemble().size());
      for (Map.Entry<FileRole, byte[]> graph : graphs.byRole().entrySet()) {
        progress.checkCanceled();
        sessions.put(graph.getKey(), session(graph.getValue(), options, device));
        progress.worked(1);
      }
      for (byte[] member : graphs.ensemble()) {
        progress.checkCanceled();
        ensemble.add(session(member, options, device));
        progress.worked(1);
      }
      SessionShape.requireFit(sessions, model.description());
      var loaded =
          new OnnxModel(
              model.description(), Map.copyOf(sessions), List.copyOf(ensemble), device, findings);
      sessions.clear(); // the model closes them
      ensemble.clear();
      return loaded;
    } catch (OrtException e) {
      throw new InferenceException(
          "The network of "
              + model.description().identity().title()
              + " cannot be loaded: "
              + e.getMessage(),
          e);
    } finally {
      OnnxModel.close(sessions.values());
      OnnxModel.close(ensemble);
    }
  }

  private OrtSession session(byte[] network, EngineOptions options, Device device)
      throws OrtException, InferenceException {
    NetworkInspection.requireSelfContained(network);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (var session = new OrtSession.SessionOptions()) {
      if (device.kind() == Device.Kind.CUDA) {
        cuda.use(session);
      }
      session.setIntraOpNumThreads(options.threadCount());
      session.setInterOpNumThreads(1);
      // Waiting threads that spin take the processor from everything else on a small machine.
      session.addConfigEntry("session.intra_op.allow_spinning", "0");
      session.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      return environment.createSession(network, session);
    }
  }
}
