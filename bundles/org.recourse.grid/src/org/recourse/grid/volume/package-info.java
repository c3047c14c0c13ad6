/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Immutable voxel data: images, doses and masks. Physical dose is in gray and its name ends in
 * {@code Gy}; equieffective dose in 2 Gy fractions ends in {@code Eqd2Gy}.
 */
package org.recourse.grid.volume;
