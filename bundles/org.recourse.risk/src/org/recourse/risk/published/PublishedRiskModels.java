/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.published;

import java.util.List;
import org.recourse.risk.RiskModel;

/** The published models in the order in which they are registered. */
public final class PublishedRiskModels {

  private PublishedRiskModels() {}

  /** Makes all models, for callers without an extension registry. */
  public static List<RiskModel> all() {
    return List.of(
        new AccumulatedGtvDose(),
        new TemporalLobeLyman(),
        new TemporalLobeLogistic(),
        new MucosaCutOff());
  }
}
