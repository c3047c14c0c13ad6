/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import org.recourse.grid.geometry.Vector3;

/**
 * Where the maximum of a cumulative EQD2 in a structure lies, and within which bounds if every
 * registered course may be misplaced within its sphere of uncertainty. Immutable.
 *
 * @param nominalEqd2Gy maximum over the points of the structure that were searched, as registered
 * @param atMm patient position of the nominal maximum
 * @param lowestEqd2Gy no misplacement gives a lower maximum
 * @param highestEqd2Gy the worst case: no misplacement found in the search gives a higher one
 * @param radiusMm largest radius searched
 */
public record MaximumRange(
    double nominalEqd2Gy,
    Vector3 atMm,
    double lowestEqd2Gy,
    double highestEqd2Gy,
    double radiusMm) {}
