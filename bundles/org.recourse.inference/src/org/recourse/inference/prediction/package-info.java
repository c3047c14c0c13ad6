/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What may be said about a patient from the score of a network: a probability only after
 * calibration, nothing about real patients from synthetic training, and how far the case lies from
 * the training data with every number.
 */
package org.recourse.inference.prediction;
