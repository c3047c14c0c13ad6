/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Regression models fitted by maximum (penalised) likelihood.
 *
 * <p>A design matrix is {@code double[patients][features]} without a column of ones. A fit that
 * does not converge is a value of its own, never a coefficient that happens to be large.
 */
package org.recourse.learning.regression;
