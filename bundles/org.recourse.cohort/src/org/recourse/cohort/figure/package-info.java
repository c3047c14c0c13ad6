/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Figures by which models are compared, as values: receiver operating characteristic, calibration,
 * decision curve, survival and forest plot. The window draws them; {@code SvgFigure} writes them.
 */
package org.recourse.cohort.figure;
