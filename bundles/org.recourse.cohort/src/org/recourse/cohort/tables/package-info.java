/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The tables of the three papers made again on a cohort, each cell with the code and the seed that
 * made it, and the campaigns that show on synthetic patients with a known truth what the models can
 * learn: learning curve against the oracle, dose against no dose, cohorts without signal.
 */
package org.recourse.cohort.tables;
