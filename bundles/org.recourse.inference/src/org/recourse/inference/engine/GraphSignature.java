/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.engine;

import java.util.Objects;
import org.recourse.inference.tensor.TensorShape;

/**
 * What a graph takes and gives for one case; in the graph an axis for the cases stands before both.
 *
 * @param input shape of one case, such as 3 x 224 x 224
 * @param output shape of its answer, such as 1000
 */
public record GraphSignature(TensorShape input, TensorShape output) {

  public GraphSignature {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(output, "output");
  }
}
