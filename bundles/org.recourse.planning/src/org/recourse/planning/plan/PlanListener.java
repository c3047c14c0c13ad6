/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.plan;

/** Hears of every accepted iterate, on the thread that optimises. */
@FunctionalInterface
public interface PlanListener {

  /** Listens to nothing. */
  PlanListener NONE = progress -> {};

  /**
   * @param progress may be asked during this call only
   */
  void accepted(PlanProgress progress);
}
