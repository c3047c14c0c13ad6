/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * How a patient of a synthetic cohort is made: random draws, anatomy, tumour, dose and images.
 * Doses are in Gy, places in mm in patient space.
 */
package org.recourse.phantom.internal.cohort;
