/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.search;

import java.util.List;
import org.recourse.grid.finding.Finding;
import org.recourse.registration.transform.SpatialTransform;

/**
 * A deformation that was found.
 *
 * @param fixedToMoving maps the fixed to the moving frame: deformation first, then the affine start
 * @param cost similarity cost plus weighted bending energy
 * @param leastJacobian smallest volume factor over the fixed voxels, always above 0
 * @param iterations steps over all levels
 * @param findings reservations, such as folding that had to be removed
 */
public record DeformableResult(
    SpatialTransform fixedToMoving,
    double cost,
    double leastJacobian,
    int iterations,
    List<Finding> findings) {

  public DeformableResult {
    findings = List.copyOf(findings);
  }
}
