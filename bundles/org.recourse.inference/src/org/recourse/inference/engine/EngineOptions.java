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
 * How a network is to be run.
 *
 * @param threadCount threads on a processor, at least one
 * @param device kind of device that is wanted; another one is used with a finding
 * @param ifThere whether the processor will do, without a finding, where the installation offers no
 *     device of that kind; one that is offered and fails is a finding in any case
 */
public record EngineOptions(int threadCount, Device.Kind device, boolean ifThere) {

  public EngineOptions {
    Objects.requireNonNull(device, "device");
    if (threadCount < 1) {
      throw new IllegalArgumentException("threadCount must be >= 1: " + threadCount);
    }
  }

  /** Returns options for a device that is asked for. */
  public EngineOptions(int threadCount, Device.Kind device) {
    this(threadCount, device, false);
  }

  /** Returns options for the processor. */
  public static EngineOptions cpu(int threadCount) {
    return new EngineOptions(threadCount, Device.Kind.CPU);
  }

  /** Returns options for a graphics card where there is one, else for the processor. */
  public static EngineOptions fastest(int threadCount) {
    return new EngineOptions(threadCount, Device.Kind.CUDA, true);
  }
}
