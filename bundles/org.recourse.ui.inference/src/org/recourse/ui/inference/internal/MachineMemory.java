/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import javax.management.JMException;
import javax.management.ObjectName;

/** Memory of this machine as text. Stateless. */
final class MachineMemory {

  private static final double BYTES_PER_GIB = 1L << 30;

  private MachineMemory() {}

  /** Returns free and all memory; empty if this Java does not tell. */
  static String text() {
    try {
      double freeGiB = attribute("FreeMemorySize") / BYTES_PER_GIB;
      double allGiB = attribute("TotalMemorySize") / BYTES_PER_GIB;
      return String.format(Locale.ROOT, "%.1f of %.1f GiB free", freeGiB, allGiB);
    } catch (JMException e) {
      return "";
    }
  }

  private static long attribute(String name) throws JMException {
    Object value =
        ManagementFactory.getPlatformMBeanServer()
            .getAttribute(new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), name);
    return value instanceof Long bytes ? bytes : 0;
  }
}
