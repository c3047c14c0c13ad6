/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training.cohort;

import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.training.TrainingException;

/**
 * Makes or reads the patients of a training. Stateless; the same source gives the same patients.
 */
public interface CohortSource {

  /**
   * Returns the patients.
   *
   * @param box volume of the dose to cut out
   * @param monitor progress and cancellation, checked once a patient
   * @throws TrainingException if they cannot be made or read
   */
  TrainingCohort cohort(DoseBox box, IProgressMonitor monitor) throws TrainingException;
}
