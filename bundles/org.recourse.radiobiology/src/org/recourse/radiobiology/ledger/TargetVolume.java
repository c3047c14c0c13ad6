/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import java.util.Objects;
import org.recourse.radiobiology.conversion.Tissue;

/**
 * A target. No method takes a target and a recovery table: a tumour does not recover. Immutable.
 *
 * @param name name of the structure
 * @param tissue how it answers to fractionation
 */
public record TargetVolume(String name, Tissue tissue) implements LedgerStructure {
  public TargetVolume {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(tissue, "tissue");
  }
}
