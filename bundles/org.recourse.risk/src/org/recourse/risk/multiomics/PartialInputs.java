/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.multiomics;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.TensorSpecification;
import org.recourse.inference.tensor.Tensor;

/** Takes groups of inputs of a network away: one group per MR sequence, and the dose. Immutable. */
record PartialInputs(ModelDescription model) {

  private static final String IMAGE = " image";
  private static final String DOSE = "dose";

  /** Returns the groups in words. */
  List<String> groups() {
    Set<String> groups = new LinkedHashSet<>();
    for (FeatureScaling feature : model.features()) {
      groups.add(group(feature));
    }
    if (model.input(TensorSpecification.Role.DOSE).isPresent()) {
      groups.add(DOSE);
    }
    return List.copyOf(groups);
  }

  private static String group(FeatureScaling feature) {
    return SequenceFeatures.sequence(feature.name()).map(s -> s + IMAGE).orElse(feature.name());
  }

  /** Returns the inputs with only these groups; a scaled feature of 0 is the mean of training. */
  NamedTensors knowing(Set<String> known, NamedTensors inputs) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (TensorSpecification input : model.inputs()) {
      Tensor given = inputs.tensor(input.name());
      if (input.role() == TensorSpecification.Role.DOSE) {
        tensors.put(input.name(), known.contains(DOSE) ? given : Tensor.filled(given.shape(), 0));
      } else {
        float[] values = given.toArray();
        for (int i = 0; i < values.length; i++) {
          values[i] = known.contains(group(model.features().get(i))) ? values[i] : 0;
        }
        tensors.put(input.name(), Tensor.of(given.shape(), values));
      }
    }
    return new NamedTensors(tensors);
  }
}
