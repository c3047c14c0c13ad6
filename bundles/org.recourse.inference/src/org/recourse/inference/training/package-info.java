/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Training of the multi-omics network, without an engine: cases, preparation of their features,
 * SMOTE, folds, cross-validation, grid search, recalibration and the contract of a trainer.
 *
 * <p>Everything that is fitted (scaling, principal components, SMOTE) is fitted on the training
 * part of a fold only. What an engine adds is one method: {@code NetworkTrainer.train}.
 */
package org.recourse.inference.training;
