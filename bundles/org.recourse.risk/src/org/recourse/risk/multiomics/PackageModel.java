/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.multiomics;

import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.inference.engine.EngineCatalogue;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageReader;

/**
 * A checked model package whose network is loaded when it is first needed and then kept.
 * Thread-safe.
 */
public final class PackageModel implements AutoCloseable {

  private final ModelPackage model;
  private final EngineCatalogue engines;
  private LoadedModel loaded; // null until first needed; guarded by this

  private PackageModel(ModelPackage model, EngineCatalogue engines) {
    this.model = Objects.requireNonNull(model, "model");
    this.engines = Objects.requireNonNull(engines, "engines");
  }

  /**
   * Reads and checks a package folder.
   *
   * @throws ModelPackageException if the package is damaged, incomplete, too large or hostile
   */
  public static PackageModel of(Path folder, EngineCatalogue engines) throws ModelPackageException {
    return new PackageModel(new ModelPackageReader().read(folder, null), engines);
  }

  public ModelDescription description() {
    return model.description();
  }

  /**
   * Returns the loaded network.
   *
   * @throws InferenceException if no installed engine can run it
   */
  public synchronized LoadedModel loaded(IProgressMonitor monitor) throws InferenceException {
    if (loaded == null) {
      int threads = Runtime.getRuntime().availableProcessors();
      loaded = engines.load(model, EngineOptions.cpu(threads), monitor);
    }
    return loaded;
  }

  /** What is asked of a loaded network. */
  @FunctionalInterface
  interface Question<R> {
    R of(LoadedModel network) throws InferenceException;
  }

  /**
   * Asks the network.
   *
   * @throws InferenceException if no installed engine can run it, or it fails
   */
  <R> R ask(Question<R> question, IProgressMonitor monitor) throws InferenceException {
    return question.of(loaded(monitor));
  }

  @Override
  public synchronized void close() {
    if (loaded != null) {
      loaded.close();
      loaded = null;
    }
  }
}
