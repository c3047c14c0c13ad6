/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The report of a case: its sections made from the numbers of one revision.
 *
 * <p>Every number stands with its unit. What is missing is said in a sentence, never left out.
 */
package org.recourse.report.content;
