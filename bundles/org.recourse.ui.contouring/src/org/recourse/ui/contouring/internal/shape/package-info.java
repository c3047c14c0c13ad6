/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Geometry of drawing: areas on one axial slice, strokes of a brush, and the slices of a structure.
 * Areas are polygons throughout; nothing is rasterised. Patient LPS, mm.
 */
package org.recourse.ui.contouring.internal.shape;
