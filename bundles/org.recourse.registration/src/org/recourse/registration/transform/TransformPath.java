/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.transform;

import java.util.ArrayList;
import java.util.List;
import org.recourse.grid.finding.Finding;

/**
 * The way from one frame of reference to another. A result that used it keeps {@link #ids}.
 *
 * @param ids transforms used, in order; empty if both frames are the same
 * @param transform their composition
 * @param checks state of quality assurance of each
 */
public record TransformPath(
    List<String> ids, SpatialTransform transform, List<TransformEdge.Check> checks) {

  public TransformPath {
    ids = List.copyOf(ids);
    checks = List.copyOf(checks);
  }

  /** Returns a reservation for every transform that has not passed quality assurance. */
  public List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      switch (checks.get(i)) {
        case PASSED -> {}
        case NOT_DONE ->
            findings.add(
                Finding.warning(
                    "Dose or structures were carried by registration "
                        + id
                        + ", which has had no quality assurance.",
                    id));
        case NEEDS_REVIEW ->
            findings.add(Finding.warning("Registration " + id + " needs a review by eye.", id));
        case FAILED ->
            findings.add(
                Finding.error(
                    "Registration " + id + " failed its quality assurance; do not use it.", id));
      }
    }
    return findings;
  }
}
