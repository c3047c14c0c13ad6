/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.image;

/** How the voxels of an image were represented; filters round their results accordingly. */
public enum SampleType {
  /** Whole numbers: a resampled image of this type is truncated, as ITK does. */
  INTEGER,
  /** IEEE single precision. */
  FLOAT32,
  /** IEEE double precision. */
  FLOAT64
}
