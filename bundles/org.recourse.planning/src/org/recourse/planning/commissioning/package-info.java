/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * From measurements in water to a machine, and back: the data file, the fit of the pencils, and the
 * comparison of any machine with measurements.
 */
package org.recourse.planning.commissioning;
