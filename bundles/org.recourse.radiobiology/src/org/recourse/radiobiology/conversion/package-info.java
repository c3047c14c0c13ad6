/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Conversion of physical dose to biologically effective dose (BED) and equieffective dose in 2 Gy
 * fractions (EQD2), for single numbers and for grids, and the sum of several courses.
 *
 * <p>Physical dose ends in {@code Gy}, BED in {@code BedGy}, EQD2 in {@code Eqd2Gy}; the three are
 * never mixed in one variable. Every formula names its source and its degenerate case. The worked
 * examples are tests.
 */
package org.recourse.radiobiology.conversion;
