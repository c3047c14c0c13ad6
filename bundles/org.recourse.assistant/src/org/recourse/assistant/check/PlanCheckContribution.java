/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.check;

import java.util.Objects;
import org.eclipse.core.runtime.CoreException;

/**
 * A check as its contributor declared it, known without loading its code. Immutable.
 *
 * @param id unlike that of any other check; stored in results
 * @param title name for people
 * @param contributor symbolic name of the bundle that brings it
 * @param source creates it when it is first needed
 */
public record PlanCheckContribution(String id, String title, String contributor, Source source) {

  /** Creates a check. */
  @FunctionalInterface
  public interface Source {

    /**
     * Creates the check.
     *
     * @throws CoreException if its class cannot be loaded or instantiated
     */
    PlanCheck create() throws CoreException;
  }

  public PlanCheckContribution {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(contributor, "contributor");
    Objects.requireNonNull(source, "source");
  }
}
