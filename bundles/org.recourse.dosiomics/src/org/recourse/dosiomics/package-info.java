/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Features of a dose in a region: the radiomic families and filters on the dose grid, figures of
 * the dose-volume histogram, and how the dose lies in space. Physical dose and EQD2 are both dose
 * grids in Gy; the name of the variable and {@link org.recourse.dosiomics.DoseQuantity} tell them
 * apart. What does not depend on the dose is made once per region, so that a new dose costs
 * milliseconds.
 */
package org.recourse.dosiomics;
