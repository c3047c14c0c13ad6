/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.Objects;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.risk.RiskCatalogue;
import org.recourse.risk.RiskParameterValues;

/**
 * What is asked about one open case.
 *
 * @param voxels its images, contours and doses
 * @param risks installed risk models
 * @param protocols clinical protocols
 * @param parameters chosen parameters of risk models
 * @param executor runs the kernels
 */
public record CaseModels(
    CaseVoxels voxels,
    RiskCatalogue risks,
    ProtocolCatalogue protocols,
    RiskParameterValues parameters,
    SliceExecutor executor) {
  public CaseModels {
    Objects.requireNonNull(voxels, "voxels");
    Objects.requireNonNull(risks, "risks");
    Objects.requireNonNull(protocols, "protocols");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(executor, "executor");
  }
}
