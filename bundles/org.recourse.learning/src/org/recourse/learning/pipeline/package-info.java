/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * A chain of steps that is fitted as a whole, so that nothing of a patient left out can reach the
 * model: every step, from screening to classifier, sees the training patients alone.
 *
 * <p>Steps and learners are stateless descriptions; what they fit is immutable and keeps no
 * patient. Randomness comes from the seed given to {@code fit}: the same data and seed give the
 * same model.
 */
package org.recourse.learning.pipeline;
