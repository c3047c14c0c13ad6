/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.recourse.grid.geometry.Vector3;
import org.recourse.inference.model.ValueRange;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.training.TrainingCase;
import org.recourse.risk.MrSequence;
import org.recourse.training.cohort.CohortFacts;
import org.recourse.training.cohort.DoseBox;
import org.recourse.training.cohort.TrainingCohort;

/** Random patients; the first feature of each sequence goes with the outcome. */
final class TestCohort {

  static final DoseBox BOX = new DoseBox(new NetworkSize(4, 4, 4), new Vector3(4, 4, 4));

  private TestCohort() {}

  static TrainingCohort of(int patients, int featuresOfSequence, boolean synthetic) {
    var names = new ArrayList<String>();
    for (MrSequence sequence : MrSequence.values()) {
      for (int i = 0; i < featuresOfSequence; i++) {
        names.add(sequence + "/original_test_F" + i);
      }
    }
    var random = new Random(4);
    var cases = new ArrayList<TrainingCase>();
    for (int p = 0; p < patients; p++) {
      boolean event = p % 3 == 0;
      double[] features = random.doubles(names.size(), -1, 1).toArray();
      for (int s = 0; s < MrSequence.values().length; s++) {
        features[s * featuresOfSequence] += event ? 1 : 0;
      }
      Tensor dose = Tensor.filled(BOX.size().doseShape(), 50 + p % 10);
      cases.add(new TrainingCase("patient " + p, Optional.of(dose), features, event));
    }
    return new TrainingCohort(
        patients + " made-up patients",
        synthetic,
        "the first feature",
        BOX,
        names,
        cases,
        new CohortFacts(new ValueRange(50, 59), new ValueRange(25, 30), new ValueRange(1.8, 2.2)));
  }

  static TrainingSettings settings() {
    TrainingSettings shipped = TrainingSettings.shipped();
    return new TrainingSettings(shipped.variant(), BOX, 1, 3, 2, 1, List.of(1e-3, 3e-3), 5, 1);
  }
}
