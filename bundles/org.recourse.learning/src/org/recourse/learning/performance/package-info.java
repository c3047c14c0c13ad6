/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * How well a score or a probability agrees with observed outcomes: discrimination, calibration and
 * net benefit.
 *
 * <p>Discrimination takes scores, calibration and net benefit take probabilities. Every type is
 * immutable and every method may be called from several threads.
 */
package org.recourse.learning.performance;
