/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.engine;

import java.util.List;
import org.recourse.grid.finding.Finding;

/** Whether an engine works on this machine. */
public sealed interface EngineState {

  /**
   * It works.
   *
   * @param version version of the runtime
   * @param devices devices that were tried and work, the preferred one first; not empty
   * @param findings devices that were expected and do not work, with the reason
   */
  record Ready(String version, List<Device> devices, List<Finding> findings)
      implements EngineState {
    public Ready {
      devices = List.copyOf(devices);
      findings = List.copyOf(findings);
      if (version.isBlank() || devices.isEmpty()) {
        throw new IllegalArgumentException("a ready engine has a version and a device");
      }
    }
  }

  /**
   * It does not work.
   *
   * @param sentence why, and what can be done
   */
  record Unavailable(String sentence) implements EngineState {
    public Unavailable {
      if (sentence.isBlank()) {
        throw new IllegalArgumentException("an engine that does not work says why");
      }
    }
  }
}
