/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.engine;

import java.util.Set;

/**
 * What an engine is, known without loading native code. Immutable.
 *
 * @param id stored in results; never changes its meaning
 * @param title name shown to people
 * @param networkFormats formats of networks it reads, such as {@code onnx}
 * @param capabilities what it can do
 */
public record EngineDescription(
    String id, String title, Set<String> networkFormats, Set<Capability> capabilities) {

  public EngineDescription {
    networkFormats = Set.copyOf(networkFormats);
    capabilities = Set.copyOf(capabilities);
    if (id.isBlank() || title.isBlank() || networkFormats.isEmpty() || capabilities.isEmpty()) {
      throw new IllegalArgumentException(
          "an engine has id, title, formats and capabilities: " + id + ", " + title);
    }
  }
}
