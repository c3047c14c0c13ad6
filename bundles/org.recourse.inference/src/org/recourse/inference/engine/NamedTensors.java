/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.recourse.inference.tensor.Tensor;

/**
 * Inputs or outputs of a network by name. Immutable.
 *
 * @param tensors not empty, in the order given
 */
public record NamedTensors(Map<String, Tensor> tensors) {

  public NamedTensors {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    if (tensors.isEmpty() || tensors.containsKey(null) || tensors.containsValue(null)) {
      throw new IllegalArgumentException("no tensors: " + tensors.keySet());
    }
  }

  /**
   * Returns a tensor.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public Tensor tensor(String name) {
    if (!tensors.containsKey(name)) {
      throw new IllegalArgumentException("no tensor " + name + " among " + tensors.keySet());
    }
    return tensors.get(name);
  }

  /** Returns these tensors with one exchanged or added. */
  public NamedTensors with(String name, Tensor tensor) {
    var changed = new LinkedHashMap<>(tensors);
    changed.put(name, tensor);
    return new NamedTensors(changed);
  }
}
