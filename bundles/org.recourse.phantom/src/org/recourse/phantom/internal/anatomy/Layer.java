/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.anatomy;

import org.recourse.phantom.solid.Solid;

/**
 * A body filled with one tissue; a later layer covers an earlier one.
 *
 * @param body where
 * @param tissue what
 */
public record Layer(Solid body, Tissue tissue) {}
