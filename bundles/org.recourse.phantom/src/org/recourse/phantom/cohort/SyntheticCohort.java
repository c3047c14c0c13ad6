/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.cohort;

import java.util.Objects;
import org.recourse.phantom.internal.cohort.PatientMaking;

/**
 * A synthetic cohort of any size: the patient of a number is always the same. Thread-safe; the
 * tissues of the base anatomy are painted once, when an image is first asked for.
 */
public final class SyntheticCohort {

  private final long seed;
  private final CohortSettings settings;
  private final PatientMaking making;

  /**
   * Makes a cohort.
   *
   * @param seed decides everything together with the settings
   */
  public SyntheticCohort(long seed, CohortSettings settings) {
    this.seed = seed;
    this.settings = Objects.requireNonNull(settings, "settings");
    making = new PatientMaking(seed, settings);
  }

  public long seed() {
    return seed;
  }

  public CohortSettings settings() {
    return settings;
  }

  /**
   * Returns a patient with its truth; its images, structures and doses are made when asked for.
   *
   * @param number from 0
   */
  public SyntheticPatient patient(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("patients are counted from 0: " + number);
    }
    return making.patient(number);
  }
}
