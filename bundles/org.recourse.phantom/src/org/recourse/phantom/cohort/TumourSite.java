/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.cohort;

/** Where the recurrent tumours of a cohort lie. */
public enum TumourSite {
  /** Nasopharynx, for which the models are made. */
  NASOPHARYNX,
  /** Side wall of the oropharynx: outside of the domain of the models. */
  OROPHARYNX
}
