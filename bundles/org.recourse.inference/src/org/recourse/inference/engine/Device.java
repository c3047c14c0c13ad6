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

/**
 * Hardware a network runs on.
 *
 * @param kind processor or graphics card
 * @param index number among the devices of its kind, from 0
 * @param name name shown to people
 */
public record Device(Kind kind, int index, String name) {

  /** Kind of hardware. */
  public enum Kind {
    CPU,
    CUDA,
    REMOTE
  }

  /** The processor of this machine. */
  public static final Device CPU = new Device(Kind.CPU, 0, "CPU");

  public Device {
    Objects.requireNonNull(kind, "kind");
    if (index < 0 || name.isBlank()) {
      throw new IllegalArgumentException("no device: " + index + " " + name);
    }
  }
}
