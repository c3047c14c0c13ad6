/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

import java.util.Objects;

/**
 * Where a model may be believed.
 *
 * @param maximumDoseGy largest dose of a volume seen in training, as a range over the patients, in
 *     Gy of the model's dose quantity
 * @param largestFeatureDistance largest root mean square of the scaled features that still counts
 *     as similar to the training data, above 0
 */
public record ValidityDomain(ValueRange maximumDoseGy, double largestFeatureDistance) {

  public ValidityDomain {
    Objects.requireNonNull(maximumDoseGy, "maximumDoseGy");
    if (!(largestFeatureDistance > 0 && largestFeatureDistance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("no feature distance: " + largestFeatureDistance);
    }
  }
}
