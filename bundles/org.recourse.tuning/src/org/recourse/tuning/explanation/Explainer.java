/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.explanation;

import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.tuning.proposal.CaseModels;

/** Explains risks. Thread-safe. */
public final class Explainer {

  private final CaseModels models;

  public Explainer(CaseModels models) {
    this.models = Objects.requireNonNull(models, "models");
  }

  /** Explains the number of one model. */
  public Explanation explain(String modelId, PlanNumbers numbers, IProgressMonitor monitor) {
    return new Explanation.NotAvailable(modelId, numbers.revision(), "To follow.");
  }
}
