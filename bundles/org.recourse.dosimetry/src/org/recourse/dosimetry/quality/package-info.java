/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Figures that judge a dose distribution against a target: homogeneity and conformity, each under
 * the name of its definition. Types are immutable.
 */
package org.recourse.dosimetry.quality;
