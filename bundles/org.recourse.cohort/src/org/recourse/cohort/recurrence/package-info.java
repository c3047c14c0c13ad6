/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The recurrence models of Hu 2025 (doi:10.1007/s10585-025-10349-y) on any cohort: handcrafted and
 * deep features of T1C and T2, agreement between readers, ComBat, LASSO, three feature sets and
 * five classifiers: thirty models.
 *
 * <p>The paper counts 975 handcrafted features; its text does not let that number be reproduced, so
 * the features are those of the cohort, and reports state how many. Deep features come from a
 * network the user supplies; nothing is downloaded.
 */
package org.recourse.cohort.recurrence;
