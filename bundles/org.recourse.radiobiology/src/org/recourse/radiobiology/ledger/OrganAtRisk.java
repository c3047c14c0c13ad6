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
 * A normal tissue; recovery may be asked for it. Immutable.
 *
 * @param name name of the structure
 * @param tissue how it answers to fractionation
 */
public record OrganAtRisk(String name, Tissue tissue) implements LedgerStructure {
  public OrganAtRisk {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(tissue, "tissue");
  }
}
