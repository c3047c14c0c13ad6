/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The model packages of this installation: where they may lie, and which of them are sound. A
 * package that is refused stays in the list with its sentence, so that people see why it is not
 * used.
 */
package org.recourse.inference.library;
