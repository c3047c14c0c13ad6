/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import org.recourse.radiobiology.conversion.Tissue;

/**
 * A structure as the ledger sees it. Immutable. The two kinds are types of their own, because what
 * may be asked for an organ may not be asked for a target.
 */
public sealed interface LedgerStructure permits OrganAtRisk, TargetVolume {

  String name();

  /** How the structure answers to fractionation. */
  Tissue tissue();
}
