/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.registry;

/** A family or a filter of a vendor. */
public interface Contributed {

  /** Symbolic name of the bundle that contributes it. */
  String bundle();
}
