/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The ledger of courses: what every course gave, summed as EQD2 for one structure at a time.
 *
 * <p>Order of the sum, for every structure: (1) the physical dose of each plan is converted to EQD2
 * voxel by voxel on its own grid with its own fractions, (2) mapped to the grid of the sum, (3)
 * discounted by recovery if, and only if, the structure is an organ and the reader asked for a
 * recovery table, (4) added.
 *
 * <p>Recovery cannot reach a target or a limit that was derived without it, by type: every sum and
 * every limit carries its {@link org.recourse.radiobiology.ledger.RecoveryConvention} as type
 * parameter, {@link org.recourse.radiobiology.ledger.Limit#judge} takes only a histogram of the
 * same convention, and the only method that makes a discounted sum takes an {@link
 * org.recourse.radiobiology.ledger.OrganAtRisk}. {@code docs/ledger.md} states the argument.
 */
package org.recourse.radiobiology.ledger;
