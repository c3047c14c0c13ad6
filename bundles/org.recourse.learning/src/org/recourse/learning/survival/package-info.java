/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Times to an event with censoring: Kaplan-Meier, log-rank, Cox regression, concordance, competing
 * risks and the honest search for a cut-off.
 *
 * <p>A time is counted from the same moment for every patient in any one unit; results carry that
 * unit. Every type is immutable.
 */
package org.recourse.learning.survival;
