/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/** Geometry of stacks of slices and of dose grids as DICOM states it, checked and sorted. */
package org.recourse.dicom.internal.geometry;
