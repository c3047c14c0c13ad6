/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureNamingTest {

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "left temporal lobe, Lobe_Temporal_L",
    "Temporal Lobe R, Lobe_Temporal_R",
    "optic nerve left, OpticNrv_L",
    "spinal cord, SpinalCord",
    "brainstem, Brainstem",
    "Parotid_L, Parotid_L",
    "body, External"
  })
  void whatPeopleTypeLeadsToTheStandardName(String typed, String expected) {
    assertEquals(expected, StructureNaming.suggestions(typed).getFirst());
  }

  @Test
  void theOtherSideIsNeverSuggested() {
    assertTrue(
        StructureNaming.suggestions("parotid left").stream().noneMatch(n -> n.endsWith("_R")));
  }

  @Test
  void whatFitsNothingHasNoSuggestion() {
    assertEquals(List.of(), StructureNaming.suggestions("Zz 12"));
    assertEquals(List.of(), StructureNaming.suggestions(""));
  }
}
