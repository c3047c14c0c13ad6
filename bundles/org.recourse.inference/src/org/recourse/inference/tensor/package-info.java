/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Numbers that go into a model and come out of it, as immutable values that no engine sees behind.
 *
 * <p>Values are single precision in row-major order: the last axis varies fastest. A dose volume of
 * {@code GridGeometry} order (x fastest, then y, then z) is therefore a tensor of the shape (batch,
 * channel, z, y, x).
 */
package org.recourse.inference.tensor;
