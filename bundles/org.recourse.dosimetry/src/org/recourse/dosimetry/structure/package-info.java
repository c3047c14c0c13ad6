/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Structures made from other structures: booleans, margins, rings, interpolation between slices,
 * and how well two versions of a structure agree. Everything works on contours with sub-voxel
 * accuracy; types are immutable and thread-safe. Lengths are in mm, volumes in cm³.
 */
package org.recourse.dosimetry.structure;
