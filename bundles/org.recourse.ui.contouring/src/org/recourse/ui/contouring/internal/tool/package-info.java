/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/** The tools on the slices: brush, eraser, polygon, freehand, and the row of controls for them. */
package org.recourse.ui.contouring.internal.tool;
