/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Features of a region: the interface for feature families, which vendors implement through the
 * extension point {@code org.recourse.radiomics.featureFamilies}, and the values they return. A
 * feature that is not defined for a region is a value of its own, never NaN, 0 or 1.
 */
package org.recourse.radiomics.feature;
