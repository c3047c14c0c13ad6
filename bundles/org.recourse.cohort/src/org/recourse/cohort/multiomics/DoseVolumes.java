/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.multiomics;

import java.io.IOException;
import java.util.Optional;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.tensor.Tensor;

/** Dose volumes of patients in the shape of a network, in Gy, 0 outside of PTVnx. */
public interface DoseVolumes {

  /** No patient has one. */
  DoseVolumes NONE = (id, size) -> Optional.empty();

  /**
   * @param patientId name of the patient in the cohort
   * @param size size wanted
   * @return the volume; empty if the patient has none
   * @throws IOException if it exists and cannot be read
   */
  Optional<Tensor> of(String patientId, NetworkSize size) throws IOException;
}
