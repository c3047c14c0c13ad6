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
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.tensor.Tensor;

/**
 * Dose volumes as EQD2 for an α/β of 3 Gy, D (D/n + 3 Gy) / 5 Gy with n fractions, and with the
 * contrast inside of the target raised: a voxel becomes 70 Gy (EQD2 / 70 Gy)^e. Outside of the
 * target a volume is 0 Gy, so most of its contrast is the edge of the target; an exponent above 1
 * leaves the edge where it is and spreads the few per cent by which doses inside differ.
 *
 * @param physical volumes of physical dose
 * @param patients whose clinical values name the number of fractions
 * @param fractions name of that value
 * @param exponent e, above 0; 1 is plain EQD2
 */
public record Eqd2Volumes(
    DoseVolumes physical, CohortTable patients, String fractions, double exponent)
    implements DoseVolumes {

  private static final double ALPHA_BETA_GY = 3;
  private static final double REFERENCE_GY = 2;
  private static final double TYPICAL_GY = 70;

  public Eqd2Volumes {
    if (!(exponent > 0 && exponent < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("exponent must be finite and > 0: " + exponent);
    }
  }

  @Override
  public Optional<Tensor> of(String patientId, NetworkSize size) throws IOException {
    Optional<Tensor> dose = physical.of(patientId, size);
    if (dose.isEmpty()) {
      return dose;
    }
    double count =
        patients
            .find(patientId)
            .map(CohortPatient::clinical)
            .map(clinical -> clinical.get(fractions))
            .map(Double::parseDouble)
            .orElseThrow(() -> new IOException(patientId + " has no " + fractions));
    float[] values = dose.get().toArray();
    for (int i = 0; i < values.length; i++) {
      double eqd2Gy =
          values[i] * (values[i] / count + ALPHA_BETA_GY) / (REFERENCE_GY + ALPHA_BETA_GY);
      values[i] = (float) (TYPICAL_GY * Math.pow(eqd2Gy / TYPICAL_GY, exponent));
    }
    return Optional.of(Tensor.of(dose.get().shape(), values));
  }
}
