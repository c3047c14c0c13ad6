/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.inference.tensor.Tensor;

/** Where the doses of a cohort come from. Implementations are thread-safe. */
public interface DoseSource {

  /** Returns the names of the patients in the order of the cohort, distinct. */
  List<String> patientIds();

  /**
   * Returns the dose of the re-irradiation inside of the target, Gy, 0 Gy outside of it; empty if
   * the patient has no planned dose.
   *
   * @param grid size and voxels of the volume, which is centred on the target
   * @throws CaseFailure if something is missing or cannot be read; the others go on
   */
  Optional<Tensor> dose(String patientId, DoseVolumeGrid grid, IProgressMonitor monitor)
      throws CaseFailure;

  /** Returns a text that changes when the source gives other doses; part of what is resumed. */
  String fingerprint();
}
