/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What a plan shall achieve, as functions of the dose in a structure with their derivatives.
 *
 * <p>Objectives are means over the voxels of a structure, so their values do not depend on its size
 * or on the grid. They work on any dose per voxel: physical, EQD2, or cumulative EQD2 with previous
 * courses as background.
 */
package org.recourse.planning.objective;
