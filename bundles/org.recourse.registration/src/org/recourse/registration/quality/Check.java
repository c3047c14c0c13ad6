/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.quality;

/** What the quality assurance of a transform said. */
public enum Check {
  NOT_DONE,
  PASSED,
  NEEDS_REVIEW,
  FAILED
}
