/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.engine;

import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * An engine that is made when it is first needed.
 *
 * @param entry what is known before
 * @param maker makes the engine; may throw
 */
public record EngineContribution(EngineEntry entry, Callable<InferenceEngine> maker) {

  public EngineContribution {
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(maker, "maker");
  }
}
