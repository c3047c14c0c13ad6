/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Features of all patients of a cohort: what is extracted, where the images come from, and the run
 * over the patients that spreads over threads, goes on where it was interrupted and makes findings
 * of the cases that fail.
 */
package org.recourse.cohort.extraction;
