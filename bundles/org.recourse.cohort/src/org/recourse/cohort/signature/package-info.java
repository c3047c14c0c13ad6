/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The radiomic signature of Liu 2023 (doi:10.1186/s12916-023-03164-3) on any cohort: stable
 * features, three rankings to 100 per sequence, elimination below |r| 0.7, 18 candidate pipelines,
 * a random forest on six features, cut-offs of its own, and the analyses of the paper.
 *
 * <p>The signature does not depend on the planned dose: it sees the pre-treatment images only.
 */
package org.recourse.cohort.signature;
