/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Regression with an elastic-net penalty: linear, logistic and Cox, by coordinate descent along a
 * path of penalties, and the choice of the penalty by cross-validation.
 *
 * <p>The objective is that of Friedman, Hastie and Tibshirani 2010 (doi:10.18637/jss.v033.i01) and,
 * for survival, Simon et al. 2011 (doi:10.18637/jss.v039.i05): mean loss + λ (α ‖β‖₁ + (1 − α)/2
 * ‖β‖₂²) on standardised features; coefficients are given on the scale of the input.
 */
package org.recourse.learning.penalised;
