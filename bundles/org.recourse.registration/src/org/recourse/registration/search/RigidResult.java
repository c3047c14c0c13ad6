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
import org.recourse.registration.transform.RigidTransform;

/**
 * A rigid transform that was found.
 *
 * @param fixedToMoving maps the fixed to the moving frame
 * @param cost what was made small: ½·ln(1 − r²), or minus the mutual information in nats
 * @param iterations steps over all levels
 * @param findings reservations
 */
public record RigidResult(
    RigidTransform fixedToMoving, double cost, int iterations, List<Finding> findings) {

  public RigidResult {
    findings = List.copyOf(findings);
  }
}
