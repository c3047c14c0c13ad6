/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Risk models: what they are asked ({@link org.recourse.risk.RiskInput}), what they answer ({@link
 * org.recourse.risk.RiskResult}), how they describe themselves and how they are found ({@link
 * org.recourse.risk.RiskCatalogue}).
 *
 * <p>A model that lacks an input or is asked outside its domain says so and gives no number. Every
 * type here is immutable and thread-safe. Physical dose is in gray and its name ends in {@code Gy};
 * equieffective dose in 2 Gy fractions ends in {@code Eqd2Gy}.
 */
package org.recourse.risk;
