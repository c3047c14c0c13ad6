/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

/** A tool that draws a line on a slice. */
enum LineTool {
  /** Measures a length. */
  RULER,
  /** Shows the dose along the line. */
  PROFILE
}
