/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Benchmarks: what is timed, and how. Times are wall-clock times of whole user actions, after a
 * stated warm-up; a fixed calibration loop is timed with every run, so that figures from machines
 * of different speed can be compared.
 */
package org.recourse.cli.internal.bench;
