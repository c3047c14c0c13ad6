/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Cohorts: patients with centre, split, clinical data, outcomes with follow-up, and the tables of
 * their features; how they are read, written and checked on import.
 *
 * <p>Every type here is immutable and thread-safe. Tables are comma-separated text as in RFC 4180;
 * an empty cell is a value that is not known.
 */
package org.recourse.cohort.cases;
