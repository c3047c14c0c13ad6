/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Slices of a patient as pixels: image, dose colour wash, isodose lines and contours, without any
 * window system. A {@link org.recourse.rendering.SliceScene} says what is seen, a {@link
 * org.recourse.rendering.ViewTransform} from where, and a {@link
 * org.recourse.rendering.FrameRenderer} draws it into a {@link org.recourse.rendering.FrameBuffer}.
 *
 * <p>Plane coordinates u (to the right of the screen) and v (down) are patient millimetres; pixel
 * coordinates are continuous, so that pixel (i, j) covers [i, i+1) x [j, j+1) and its centre lies
 * at (i + 0.5, j + 0.5).
 */
package org.recourse.rendering;
