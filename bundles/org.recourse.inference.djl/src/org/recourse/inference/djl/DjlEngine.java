/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.djl;

import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.inference.engine.Capability;
import org.recourse.inference.engine.EngineDescription;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.engine.InferenceEngine;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.network.NetworkFile;

/**
 * Runs networks of the format {@code multi-omics} with DJL and PyTorch: the reference for scores
 * and gradients, slower than ONNX Runtime for one patient. Stateless and thread-safe; natives are
 * loaded when a model is first loaded, and nothing is ever downloaded.
 */
public final class DjlEngine implements InferenceEngine {

  /** Id of this engine in results. */
  public static final String ID = "org.recourse.inference.djl";

  private static final String TITLE = "DJL with PyTorch";

  private final DjlRuntime runtime = new DjlRuntime();

  @Override
  public EngineDescription description() {
    return new EngineDescription(
        ID,
        TITLE,
        Set.of(NetworkFile.FORMAT),
        Set.of(Capability.FORWARD, Capability.GRADIENT, Capability.TRAINING));
  }

  @Override
  public EngineState state() {
    try {
      return new EngineState.Ready(
          runtime.version(), runtime.card().devices(), runtime.card().findings());
    } catch (InferenceException e) {
      return new EngineState.Unavailable(e.getMessage());
    }
  }

  @Override
  public LoadedModel load(ModelPackage model, EngineOptions options, IProgressMonitor monitor)
      throws InferenceException {
    SubMonitor.convert(monitor, "Loading network", 1).checkCanceled();
    runtime.version();
    byte[] parameters =
        model
            .content(FileRole.PARAMETERS)
            .orElseThrow(
                () ->
                    new InferenceException(
                        "The package of "
                            + model.description().identity().title()
                            + " has no parameters file."));
    try {
      NetworkFile file = NetworkFile.of(parameters);
      return new DjlModel(
          model.description(), file, options.threadCount(), runtime.card().findings(options));
    } catch (IllegalArgumentException e) {
      throw new InferenceException(
          "The network of "
              + model.description().identity().title()
              + " cannot be loaded: "
              + e.getMessage(),
          e);
    }
  }
}
