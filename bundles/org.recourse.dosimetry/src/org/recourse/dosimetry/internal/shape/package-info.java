/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Shape of a structure that is given by contours: a level function on every plane, its
 * interpolation between planes and its end beyond the last one. Shared by the histogram and by what
 * makes structures; not exported.
 */
package org.recourse.dosimetry.internal.shape;
