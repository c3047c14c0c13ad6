/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.organ;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.risk.RiskFixtures;
import org.recourse.risk.RiskStructure;

class OrganNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lobe_Temporal_L",
        "TemporalLobe_L",
        "TemporalLobe_Lt",
        "TemporalLobeL",
        "Temporal_Lobe_Left",
        "Brain_Temporal_L",
        "Brain-Temporal-L",
        "BRAIN_TEMPORAL_L",
        "left temporal lobe",
        "L temporal lobe",
        "TempLobe_L",
        "TEMPORALLOBE_L",
        "LTemporalLobe",
        "TL_L",
        "左颞叶"
      })
  void recognisesTheLeftTemporalLobe(String name) {
    assertEquals(Optional.of(Organ.TEMPORAL_LOBE_LEFT), OrganNames.organOf(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lobe_Temporal_R", "Temporal Lobe Rt", "RIGHT_TEMPORAL_LOBE", "右颞叶"})
  void recognisesTheRightTemporalLobe(String name) {
    assertEquals(Optional.of(Organ.TEMPORAL_LOBE_RIGHT), OrganNames.organOf(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mucosa_Nasopharynx", "Mucosa_NP", "Nasopharyngeal mucosa", "Mucosa"})
  void recognisesTheMucosa(String name) {
    assertEquals(Optional.of(Organ.NASOPHARYNGEAL_MUCOSA), OrganNames.organOf(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lobe_Temporal",
        "Lobe_Temporal_L_PRV03",
        "Bone_Temporal_L",
        "Temporal_L",
        "zTemporalLobe_L",
        "Lobe_Temporal_L~",
        "Lobe_Frontal_L",
        "Lobe_Temporal_L_R",
        "Mucosa_Oral",
        "Brainstem",
        "",
        "PTV_7000"
      })
  void doesNotGuess(String name) {
    assertEquals(Optional.empty(), OrganNames.organOf(name));
  }

  @Test
  void anAssignedNameComesFirstAndHidesTheNameOfTheFile() {
    RiskStructure byFile = RiskFixtures.uniform("TemporalLobe_L", 10);
    RiskStructure assigned =
        new RiskStructure("Organ 7", "Lobe_Temporal_L", RiskStructure.Kind.ORGAN, byFile.doses());
    RiskStructure other =
        new RiskStructure("TemporalLobe_L", "Brainstem", RiskStructure.Kind.ORGAN, byFile.doses());

    assertEquals(
        List.of(assigned, byFile),
        OrganNames.find(Organ.TEMPORAL_LOBE_LEFT, List.of(byFile, other, assigned)));
  }
}
