/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

import java.util.Objects;

/**
 * What was fitted in one fold.
 *
 * @param preparation scaling and components of its training part
 * @param network the network, for features scaled by it
 */
public record FoldFit(FeaturePreparation preparation, TrainedNetwork network) {

  public FoldFit {
    Objects.requireNonNull(preparation, "preparation");
    Objects.requireNonNull(network, "network");
  }
}
