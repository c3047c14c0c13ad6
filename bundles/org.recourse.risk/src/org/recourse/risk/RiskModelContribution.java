/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.util.Objects;
import org.eclipse.core.runtime.CoreException;

/**
 * A model that can be created. Immutable.
 *
 * @param entry what its contributor declared
 * @param source creates it; called at most once by a catalogue
 */
public record RiskModelContribution(RiskModelEntry entry, Source source) {

  /** Creates a model. */
  @FunctionalInterface
  public interface Source {

    /**
     * Creates the model.
     *
     * @throws CoreException if its class cannot be loaded or instantiated
     */
    RiskModel create() throws CoreException;
  }

  public RiskModelContribution {
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(source, "source");
  }

  /** Contributes a model that exists already. */
  public static RiskModelContribution of(RiskModel model, String contributor) {
    RiskModelDescription description = model.description();
    return new RiskModelContribution(
        new RiskModelEntry(description.id(), description.title(), contributor), () -> model);
  }
}
