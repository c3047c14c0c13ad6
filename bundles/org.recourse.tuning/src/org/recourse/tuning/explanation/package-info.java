/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What drives a risk: shares per structure and dose band, Shapley values of the inputs, a
 * counterfactual sentence, each with a test of its fidelity.
 */
package org.recourse.tuning.explanation;
