/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Samples and estimates: the values that every statistic of this bundle takes and gives.
 *
 * <p>Every type is immutable. "Not defined for this sample" is a value of its own with a reason,
 * never NaN.
 */
package org.recourse.learning.sample;
