/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.util.List;
import java.util.Objects;
import org.recourse.grid.finding.Finding;

/** Which voxels of the dose drive the number of a model. Immutable. */
public sealed interface VoxelAttribution {

  /** What is asked about the voxels. */
  enum Method {
    /** How much the score changes if the dose of a voxel is changed by a little. */
    GRADIENT,
    /**
     * What each voxel contributes to the difference between the score and that of no dose
     * (Sundararajan 2017, arXiv:1703.01365). Its sum is that difference.
     */
    INTEGRATED_GRADIENTS
  }

  /**
   * There is an answer.
   *
   * @param values one value for each voxel in the frame of the planned dose; per Gy for the
   *     gradient, a pure number for contributions; NaN where the model does not look
   * @param score the score of the model, between 0 and 1
   * @param label what must be shown with it; empty if nothing
   * @param findings reservations
   */
  record Attributed(VoxelValues values, double score, String label, List<Finding> findings)
      implements VoxelAttribution {
    public Attributed {
      Objects.requireNonNull(values, "values");
      Objects.requireNonNull(label, "label");
      findings = List.copyOf(findings);
      if (!(score >= 0 && score <= 1)) {
        throw new IllegalArgumentException("a score lies between 0 and 1: " + score);
      }
    }
  }

  /**
   * There is none.
   *
   * @param sentence what is missing and what can be done
   */
  record NotAvailable(String sentence) implements VoxelAttribution {
    public NotAvailable {
      if (sentence.isBlank()) {
        throw new IllegalArgumentException("what is not available needs a reason");
      }
    }
  }
}
