/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Every number derived from a plan: dose, dose-volume histograms, goals, cumulative EQD2 over all
 * courses and risks.
 *
 * <p>{@link org.recourse.assistant.numbers.PlanSnapshot} is captured from the model on the model's
 * thread; {@link org.recourse.assistant.numbers.NumbersComputation} turns it into {@link
 * org.recourse.assistant.numbers.PlanNumbers} on any thread. Everything here is immutable except
 * the caches of the computation, which hold geometry and earlier courses only. The same snapshot
 * gives the same bits for any number of threads, so an undone edit brings the old numbers back
 * exactly.
 */
package org.recourse.assistant.numbers;
