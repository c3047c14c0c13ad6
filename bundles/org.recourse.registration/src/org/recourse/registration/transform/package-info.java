/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Maps between frames of reference as immutable values, in patient millimetres. A transform named
 * {@code targetToSource} carries a position of the target's frame to the same anatomical point of
 * the source's frame.
 */
package org.recourse.registration.transform;
