/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Classifiers of the papers: logistic regression, support-vector machines, random forest, AdaBoost,
 * nearest neighbours and naive Bayes.
 *
 * <p>Each is a {@code Learner}; what it fits is immutable. Scores are on the classifier's own scale
 * and become probabilities only by recalibration.
 */
package org.recourse.learning.classifier;
