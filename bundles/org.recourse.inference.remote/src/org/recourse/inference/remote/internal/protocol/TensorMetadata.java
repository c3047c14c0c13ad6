/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.protocol;

import java.util.List;

/**
 * An input or output as the server describes it. Immutable.
 *
 * @param name name of the tensor
 * @param datatype name of the type, whether we support it or not
 * @param shape sizes; -1 is a size that may vary
 */
public record TensorMetadata(String name, String datatype, List<Long> shape) {

  private static final long ANY = -1;

  public TensorMetadata {
    shape = List.copyOf(shape);
  }

  /** Returns whether a tensor of these sizes fits. */
  public boolean takes(List<Integer> sizes) {
    if (sizes.size() != shape.size()) {
      return false;
    }
    for (int axis = 0; axis < sizes.size(); axis++) {
      long size = shape.get(axis);
      if (size != ANY && size != sizes.get(axis)) {
        return false;
      }
    }
    return true;
  }
}
