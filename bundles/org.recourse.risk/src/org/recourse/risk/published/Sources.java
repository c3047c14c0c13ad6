/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.published;

import org.recourse.risk.Evidence;
import org.recourse.risk.Literature;

/** Sources of the published models. */
final class Sources {

  static final Literature YU_2016 =
      new Literature(
          "Yu et al., Chin J Cancer 2016: lethal nasopharyngeal necrosis after re-irradiation, 228"
              + " patients, 31 of 204 at risk (15.2 %); accumulated prescribed dose to the GTV >="
              + " 145.5 Gy (P = 0.043)",
          "doi:10.1186/s40880-016-0124-0", Evidence.ABSTRACT);

  static final Literature GAO_2025 =
      new Literature(
          "Gao et al. 2025, quoting the model of Yu 2016 with a threshold of 141.5 Gy",
          "",
          Evidence.SECONDARY);

  static final Literature LOBE_LYMAN =
      new Literature(
          "The Lyman NTCP model and risk prediction for temporal lobe injury after re-irradiation"
              + " in recurrent nasopharyngeal carcinoma: 103 patients, 206 lobes, two courses of"
              + " IMRT; TD50(1) 107.84 Gy (95 % CI 97.15 to 118.54), m 0.16 (0.14 to 0.19), n 0.04"
              + " (0.01 to 0.06); best predictor cumulative D0.1cc",
          "https://discovery.researcher.life/article/"
              + "the-lyman-normal-tissue-complication-probability-model-and-risk-prediction-for-"
              + "temporal-lobe-injury-after-reirradiation-in-patients-with-recurrent-"
              + "nasopharyngeal-carcinoma/793810b5ff863e089bf5a592c15ab0c4",
          Evidence.ABSTRACT);

  static final Literature GUAN_2024 =
      new Literature(
          "Guan et al., Front Oncol 2024: temporal lobe injury after a second course of IMRT, 78"
              + " patients, 26 (33.3 %) with injury; EQD2 with alpha/beta 3 Gy of the sum dose"
              + " D1.5cc: TD5 65.26 Gy (46.72 to 80.69), TD50 125.25 Gy (89.51 to 152.18), AUC"
              + " 0.8702",
          "doi:10.3389/fonc.2024.1394111", Evidence.ABSTRACT);

  static final Literature YANG_2025 =
      new Literature(
          "Yang et al., BMC Cancer 2025: nasopharyngeal necrosis after primary IMRT, 5798 patients,"
              + " 53 with necrosis; D0.5cc EQD2 cut-off 80.20 Gy, sensitivity 62.3 %, specificity"
              + " 84.2 %",
          "doi:10.1186/s12885-025-14086-z", Evidence.ABSTRACT);

  static final Literature ASSUMED_ALPHA_BETA =
      new Literature(
          "Not stated by the abstract; 3 Gy is the usual value for late reactions and the one Guan"
              + " 2024 used for the temporal lobe",
          "",
          Evidence.ASSUMED);

  private Sources() {}
}
