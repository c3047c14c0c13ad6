/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Necrosis after re-irradiation from MR features and the planned dose, by a trained network (Gao
 * 2025): cutting the dose of the target out of the plan, features of its images, the model package,
 * and what may be said about its output. Training uses the same preparation as prediction.
 */
package org.recourse.risk.multiomics;
