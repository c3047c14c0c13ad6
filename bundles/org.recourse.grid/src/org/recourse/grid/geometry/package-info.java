/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Points, grids and transforms. Patient space is DICOM LPS in millimetres: x grows to the patient's
 * left, y to posterior, z to superior. Arrays are x fastest, then y, then z.
 */
package org.recourse.grid.geometry;
