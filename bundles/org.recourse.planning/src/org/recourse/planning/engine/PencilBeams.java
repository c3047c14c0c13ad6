/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.engine;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.planning.influence.InfluenceMatrix;
import org.recourse.planning.influence.PencilBeamEngine;

/** The photon pencil beam of this bundle. Stateless. */
public final class PencilBeams implements DoseEngine {

  /** Id of this engine. */
  public static final String ID = "org.recourse.planning.pencilBeam";

  @Override
  public DoseEngineDescription description() {
    return new DoseEngineDescription(
        ID,
        "1.0.0",
        "Photon pencil beam",
        "Gaussian pencils with depth curves in water at the radiological depth of the voxel.",
        List.of(
            "Scatter is that of water: wrong in and behind lung and air cavities.",
            "Tissue beside the ray does not count.",
            "Dose in the first millimetres below the skin is uncertain."),
        List.of("doi:10.1118/1.596000", "doi:10.1118/1.597070"));
  }

  @Override
  public InfluenceMatrix influence(
      DoseQuestion question, SliceExecutor executor, IProgressMonitor monitor) {
    return new PencilBeamEngine(question.machine(), question.cutOffMm())
        .influence(question.beams(), question.density(), question.scored(), executor, monitor);
  }
}
