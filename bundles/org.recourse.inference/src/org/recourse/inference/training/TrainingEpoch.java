/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

import java.util.OptionalDouble;

/**
 * What one pass over the training cases came to.
 *
 * @param epoch number of the pass, from 1
 * @param trainingLoss mean cross-entropy of the batches, before each step
 * @param validationLoss mean cross-entropy of the validation cases after the pass
 * @param validationAuc area under their ROC curve; empty without cases of both kinds
 */
public record TrainingEpoch(
    int epoch, double trainingLoss, OptionalDouble validationLoss, OptionalDouble validationAuc) {}
