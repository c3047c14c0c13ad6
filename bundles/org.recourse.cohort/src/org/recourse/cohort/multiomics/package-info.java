/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The eight networks of Gao 2025 on any cohort: chi-square screening and LASSO to 32 features a
 * sequence, principal components for several sequences, SMOTE in training folds only, five-fold
 * cross-validation, with and without the dose volume, and the paper's tables 2 and 3.
 *
 * <p>Unlike a cross-validation around finished features, everything that looks at an outcome is
 * fitted again in each fold, and the epoch that is kept is chosen on patients of the training part.
 */
package org.recourse.cohort.multiomics;
