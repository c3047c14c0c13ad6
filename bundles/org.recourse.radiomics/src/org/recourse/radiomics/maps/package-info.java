/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Voxel-based feature maps: each feature computed in a small cube around every voxel of a region,
 * with the meaning that PyRadiomics 3.0.1 gives them.
 */
package org.recourse.radiomics.maps;
