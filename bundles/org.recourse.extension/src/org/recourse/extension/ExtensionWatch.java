/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.extension;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryEventListener;

/**
 * Keeps what was read from extension points until a bundle with extensions comes or goes; then it
 * is read again when somebody asks. Thread-safe.
 *
 * @param <R> what is read; immutable, because several threads get the same one
 */
public final class ExtensionWatch<R> implements AutoCloseable {

  private final IExtensionRegistry registry;
  private final Function<IExtensionRegistry, R> reader;
  private final IRegistryEventListener listener = new Forgetting();
  private Optional<R> reading = Optional.empty(); // guarded by this

  /**
   * Starts to watch.
   *
   * @param reader reads the points
   * @param points whose changes matter
   */
  public ExtensionWatch(
      IExtensionRegistry registry,
      Function<IExtensionRegistry, R> reader,
      ExtensionPoint... points) {
    this.registry = Objects.requireNonNull(registry, "registry");
    this.reader = Objects.requireNonNull(reader, "reader");
    for (ExtensionPoint point : List.of(points)) {
      registry.addListener(listener, point.id());
    }
  }

  /** Returns what is installed now. */
  public synchronized R current() {
    if (reading.isEmpty()) {
      reading = Optional.of(reader.apply(registry));
    }
    return reading.get();
  }

  /** Stops watching; what was read last stays. */
  @Override
  public void close() {
    registry.removeListener(listener);
  }

  private synchronized void forget() {
    reading = Optional.empty();
  }

  /** Hears of every change of the points. */
  private final class Forgetting implements IRegistryEventListener {

    @Override
    public void added(IExtension[] extensions) {
      forget();
    }

    @Override
    public void removed(IExtension[] extensions) {
      forget();
    }

    @Override
    public void added(IExtensionPoint[] extensionPoints) {
      forget();
    }

    @Override
    public void removed(IExtensionPoint[] extensionPoints) {
      forget();
    }
  }
}
