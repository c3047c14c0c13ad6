/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.search;

/** What two registered images have in common. */
public enum SimilarityKind {
  /** Intensities that differ by gain and offset only: CT to CT, same MR sequence. */
  NORMALISED_CORRELATION,
  /** Intensities that predict each other in any way: CT to MR, different MR sequences. */
  MUTUAL_INFORMATION
}
