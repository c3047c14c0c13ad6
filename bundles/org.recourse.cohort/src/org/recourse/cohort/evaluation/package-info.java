/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * How a model of a cohort is judged: endpoints at a horizon, samples of patients, discrimination
 * with intervals, calibration, net benefit, leakage audits, and the sheets by which the reporting
 * of a study is scored.
 *
 * <p>Every type is immutable. What a sample does not define is an {@code Estimate.Undefined} with
 * its reason.
 */
package org.recourse.cohort.evaluation;
