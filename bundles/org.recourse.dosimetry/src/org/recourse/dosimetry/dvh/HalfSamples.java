/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

/**
 * What every second sample alone says, from which the sampling error of all is estimated. Belongs
 * to one {@link Dvh}, which never lets the array out.
 *
 * @param cumulative falling curve in any unit, at the doses of the whole curve
 */
record HalfSamples(double meanGy, double minGy, double maxGy, double[] cumulative) {}
