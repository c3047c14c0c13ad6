/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.watch;

import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * Where the three kinds of work of a {@link PlanWatch} run.
 *
 * @param model runs tasks on the thread of the model, later rather than at once, so that all edits
 *     of one command are seen together: {@code display::asyncExec}; {@code Runnable::run} in tests
 * @param background runs the computation; one task at a time is enough
 * @param listeners calls the listeners, in order: {@code display::asyncExec} where they touch
 *     widgets
 */
public record WatchThreads(Executor model, Executor background, Executor listeners) {

  public WatchThreads {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(background, "background");
    Objects.requireNonNull(listeners, "listeners");
  }
}
