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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.Device;
import org.recourse.inference.engine.EngineCatalogue;
import org.recourse.inference.engine.EngineEntry;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.FallbackModel;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageReader;

/**
 * A checked model package whose network is loaded when it is first needed and then kept. A network
 * that fails, such as one on a server that went away, is loaded anew and asked once more: the
 * catalogue then connects again or takes the next engine. A server or a graphics card that fails
 * again is left for the processor. The findings of the network say what happened. One that was
 * loaded with reservations is loaded anew after {@link #RETRY_AFTER}, since what was missing may be
 * back. Thread-safe.
 */
public final class PackageModel implements AutoCloseable {

  /** Time after which a network with reservations is loaded anew. */
  static final Duration RETRY_AFTER = Duration.ofMinutes(5);

  /** What is asked of a loaded network. */
  @FunctionalInterface
  interface Question<R> {
    R of(LoadedModel network) throws InferenceException;
  }

  private final ModelPackage model;
  private final EngineCatalogue engines;
  private final InstantSource clock;
  private final ReadWriteLock use = new ReentrantReadWriteLock(); // read: asking, write: replacing
  private LoadedModel loaded; // null until first needed; guarded by use
  private Instant loadedAt = Instant.EPOCH; // guarded by use

  PackageModel(ModelPackage model, EngineCatalogue engines, InstantSource clock) {
    this.model = Objects.requireNonNull(model, "model");
    this.engines = Objects.requireNonNull(engines, "engines");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Reads and checks a package folder.
   *
   * @throws ModelPackageException if the package is damaged, incomplete, too large or hostile
   */
  public static PackageModel of(Path folder, EngineCatalogue engines) throws ModelPackageException {
    return new PackageModel(
        new ModelPackageReader().read(folder, null), engines, InstantSource.system());
  }

  public ModelDescription description() {
    return model.description();
  }

  /**
   * Asks the network; if it fails it is loaded anew and asked again, and if a server or a graphics
   * card fails again, the processor of this machine is asked instead and a finding says so.
   *
   * @throws InferenceException if no installed engine can run it, or all fail
   */
  <R> R ask(Question<R> question, IProgressMonitor monitor) throws InferenceException {
    SubMonitor progress = SubMonitor.convert(monitor, 3);
    LoadedModel first = current(progress.split(1));
    try {
      return answer(question);
    } catch (InferenceException e) {
      progress.checkCanceled();
      drop(first);
    }
    LoadedModel second = current(progress.split(1));
    try {
      return answer(question);
    } catch (InferenceException e) {
      progress.checkCanceled();
      if (second.device().kind() == Device.Kind.CPU) {
        throw e;
      }
      replace(onProcessor(e, progress.split(1)));
      return answer(question);
    }
  }

  private <R> R answer(Question<R> question) throws InferenceException {
    use.readLock().lock();
    try {
      if (loaded == null) { // another thread found it broken meanwhile
        throw new InferenceException("The network was given up while it was asked.");
      }
      return question.of(loaded);
    } finally {
      use.readLock().unlock();
    }
  }

  private LoadedModel onProcessor(InferenceException failure, IProgressMonitor monitor)
      throws InferenceException {
    SubMonitor progress = SubMonitor.convert(monitor, engines.engines().size());
    for (EngineEntry engine : engines.engines()) {
      try {
        LoadedModel candidate =
            engines.loadWith(engine.id(), model, EngineOptions.cpu(threads()), progress.split(1));
        if (candidate.device().kind() == Device.Kind.CPU) {
          return new FallbackModel(candidate, List.of(fallback(engine, failure)));
        }
        candidate.close();
      } catch (InferenceException e) {
        failure.addSuppressed(
            e); // the next engine may do; if none does, this is part of the answer
      }
    }
    throw failure;
  }

  private static Finding fallback(EngineEntry engine, InferenceException failure) {
    return Finding.warning(
        failure.getMessage()
            + " "
            + engine.title()
            + " on the processor of this machine took its place.",
        engine.title());
  }

  private static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  private LoadedModel current(IProgressMonitor monitor) throws InferenceException {
    use.readLock().lock();
    try {
      if (isGood()) {
        return loaded;
      }
    } finally {
      use.readLock().unlock();
    }
    use.writeLock().lock();
    try {
      if (!isGood()) {
        replace(engines.load(model, EngineOptions.fastest(threads()), monitor));
      }
      return loaded;
    } finally {
      use.writeLock().unlock();
    }
  }

  private void replace(LoadedModel fresh) {
    use.writeLock().lock();
    try {
      close();
      loaded = fresh;
      loadedAt = clock.instant();
    } finally {
      use.writeLock().unlock();
    }
  }

  private boolean isGood() {
    return loaded != null
        && (loaded.findings().isEmpty() || clock.instant().isBefore(loadedAt.plus(RETRY_AFTER)));
  }

  private void drop(LoadedModel failed) {
    use.writeLock().lock();
    try {
      if (loaded == failed) {
        close();
      }
    } finally {
      use.writeLock().unlock();
    }
  }

  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (loaded != null) {
        loaded.close();
        loaded = null;
      }
    } finally {
      use.writeLock().unlock();
    }
  }
}
