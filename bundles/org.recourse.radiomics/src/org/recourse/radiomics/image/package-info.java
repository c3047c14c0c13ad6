/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Voxel values and regions as the filters and features see them. A {@link
 * org.recourse.radiomics.image.VoxelBlock} remembers the sample type of its source, because
 * integer, single and double precision images give different numbers in PyRadiomics.
 */
package org.recourse.radiomics.image;
