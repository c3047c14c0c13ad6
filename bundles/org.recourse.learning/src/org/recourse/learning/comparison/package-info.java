/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Tests whether groups of patients differ: the tests of the papers' first tables.
 *
 * <p>Every test gives a two-sided p-value; what it assumes stands in its description.
 */
package org.recourse.learning.comparison;
