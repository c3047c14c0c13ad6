/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import org.recourse.dosimetry.dvh.Dvh;

/**
 * Histogram of a cumulative EQD2 with the convention it was summed by. Immutable; made by {@link
 * CumulativeDose} only, so that the convention in the type is the one that was applied.
 *
 * @param <C> whether earlier courses are discounted
 */
public final class CumulativeDvh<C extends RecoveryConvention> {

  private final LedgerStructure structure;
  private final C convention;
  private final Dvh eqd2Dvh;

  CumulativeDvh(LedgerStructure structure, C convention, Dvh eqd2Dvh) {
    this.structure = structure;
    this.convention = convention;
    this.eqd2Dvh = eqd2Dvh;
  }

  public LedgerStructure structure() {
    return structure;
  }

  public C convention() {
    return convention;
  }

  public Dvh eqd2Dvh() {
    return eqd2Dvh;
  }
}
