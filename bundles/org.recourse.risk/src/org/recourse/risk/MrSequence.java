/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

/** MR sequences that risk models ask for. */
public enum MrSequence {
  /** T1-weighted without contrast agent. */
  T1,
  /** T1-weighted with contrast agent. */
  T1C,
  /** T2-weighted. */
  T2
}
