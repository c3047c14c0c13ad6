/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Editing a case: one editing domain per open case, every change a command with a label, undone
 * exactly. How the dirty state stays exact is written in {@code docs/editing.md} of this bundle.
 */
package org.recourse.model.edit;
