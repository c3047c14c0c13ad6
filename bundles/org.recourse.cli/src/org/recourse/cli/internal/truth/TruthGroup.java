/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.util.List;
import org.recourse.phantom.cohort.CohortSettings;
import org.recourse.phantom.cohort.TumourSite;

/**
 * A cohort that a campaign tries.
 *
 * @param name in the log
 * @param settings what its patients are like
 * @param seed decides its patients
 * @param patients how many, from number 0
 */
record TruthGroup(String name, CohortSettings settings, long seed, int patients) {

  private static final long STANDARD_SEED = 91;
  private static final long FOREIGN_SEED = 92;
  private static final int STANDARD_PATIENTS = 215;
  private static final int FOREIGN_PATIENTS = 25;

  /** Returns patients like those of the training, of a seed of their own, and foreign ones. */
  static List<TruthGroup> all() {
    CohortSettings standard = CohortSettings.STANDARD;
    return List.of(
        new TruthGroup(TruthResult.STANDARD, standard, STANDARD_SEED, STANDARD_PATIENTS),
        foreign("scanner", standard.withOtherScanner()),
        foreign("site", standard.withSite(TumourSite.OROPHARYNX)),
        foreign("twiceDaily", standard.withTwiceDaily()));
  }

  private static TruthGroup foreign(String name, CohortSettings settings) {
    return new TruthGroup(name, settings, FOREIGN_SEED, FOREIGN_PATIENTS);
  }
}
