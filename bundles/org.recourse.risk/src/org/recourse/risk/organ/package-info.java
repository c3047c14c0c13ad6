/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Organs that risk models ask for: how a structure is recognised by its name, and which dose an
 * organ got from all courses together, with courses known from paper.
 */
package org.recourse.risk.organ;
