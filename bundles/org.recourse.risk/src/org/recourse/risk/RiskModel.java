/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Predicts one outcome of one patient.
 *
 * <p>Vendors add a model through the extension point {@code org.recourse.risk.riskModels}. An
 * implementation has a public constructor without parameters, is stateless and may be called from
 * several threads at once. It does not touch files, preferences or the user interface. It is given
 * a limited time; what it throws, other than a cancellation, becomes a finding that names its
 * bundle.
 *
 * <p>A model never invents an input: where one is missing, or the patient lies outside the
 * population the model was made from, it returns {@link RiskResult.NotApplicable} and no number.
 *
 * @since 1.0
 */
@ConsumerType
public interface RiskModel {

  /** Says what the model predicts, from what, with which parameters and on which evidence. */
  RiskModelDescription description();

  /**
   * Assesses one patient.
   *
   * @param input everything the model may use; doses are evaluated when asked for
   * @param monitor progress and cancellation
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  RiskResult assess(RiskInput input, IProgressMonitor monitor);
}
