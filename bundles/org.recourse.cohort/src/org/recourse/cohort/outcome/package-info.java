/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Between daily work and cohorts: assessments of a case go into the outcome registry, what became
 * of the patients comes out as figures over calendar time and as a dated cohort.
 */
package org.recourse.cohort.outcome;
