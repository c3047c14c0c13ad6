/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Bodies given by a formula, and the contours cut from them. A body is a field that is negative
 * inside and close to the signed distance from its surface in mm, so that bodies can be grown,
 * shrunk and combined without voxels. Every type here is immutable and thread-safe.
 */
package org.recourse.phantom.solid;
