/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Differences between centres and scanners: seen by a test, lessened by ComBat.
 *
 * <p>A harmonisation is fitted on training patients alone and applied to others unchanged; a centre
 * that it has never seen is refused until enough of its own patients, without outcomes, are given.
 */
package org.recourse.learning.harmonisation;
