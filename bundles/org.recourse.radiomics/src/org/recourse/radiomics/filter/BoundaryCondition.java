/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

/**
 * How an image continues beyond its border (IBSI-2 reference manual, arXiv:2006.05470, section 2).
 */
public enum BoundaryCondition {
  /** Zero. */
  ZERO {
    @Override
    int source(int i, int size) {
      return i < 0 || i >= size ? OUTSIDE : i;
    }
  },
  /** The border value. */
  NEAREST {
    @Override
    int source(int i, int size) {
      return Math.clamp(i, 0, size - 1);
    }
  },
  /** The image again. */
  PERIODIC {
    @Override
    int source(int i, int size) {
      return Math.floorMod(i, size);
    }
  },
  /** The image mirrored, with the border value repeated: c b a | a b c. */
  MIRROR {
    @Override
    int source(int i, int size) {
      int wrapped = Math.floorMod(i, 2 * size);
      return wrapped < size ? wrapped : 2 * size - 1 - wrapped;
    }
  };

  /** Stands for a sample that is zero. */
  static final int OUTSIDE = -1;

  /** Returns the voxel that stands at position {@code i}, or {@link #OUTSIDE}. */
  abstract int source(int i, int size);
}
