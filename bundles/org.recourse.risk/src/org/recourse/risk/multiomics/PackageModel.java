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
