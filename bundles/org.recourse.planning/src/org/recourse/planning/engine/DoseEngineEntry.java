/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.engine;

import java.util.Objects;
import org.eclipse.core.runtime.CoreException;

/**
 * An installed engine as its contributor declared it. Immutable.
 *
 * @param id equals the id of the description
 * @param title shown before the class is loaded
 * @param contributor bundle
 * @param source creates the engine
 */
public record DoseEngineEntry(String id, String title, String contributor, Source source) {

  /** Creates an engine. */
  @FunctionalInterface
  public interface Source {

    /**
     * @throws CoreException if the class cannot be loaded or instantiated
     */
    DoseEngine create() throws CoreException;
  }

  public DoseEngineEntry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(contributor, "contributor");
    Objects.requireNonNull(source, "source");
  }
}
