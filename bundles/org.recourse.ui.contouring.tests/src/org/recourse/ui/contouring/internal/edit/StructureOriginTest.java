/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.recourse.dicom.write.GenerationAlgorithm.AUTOMATIC;
import static org.recourse.dicom.write.GenerationAlgorithm.MANUAL;
import static org.recourse.dicom.write.GenerationAlgorithm.SEMIAUTOMATIC;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recourse.dicom.write.GenerationAlgorithm;

/** What an RTSTRUCT says of how a structure came about. */
class StructureOriginTest {

  private static final Optional<GenerationAlgorithm> UNKNOWN = Optional.empty();

  @Test
  void whatIsDrawnIsManualUntilSlicesAreInterpolated() {
    assertEquals(
        Optional.of(MANUAL), StructureOrigin.algorithm(StructureOrigin.DRAWN, true, UNKNOWN));
    String interpolated = StructureOrigin.interpolated(StructureOrigin.DRAWN);
    assertEquals("Drawn here, with interpolated slices", interpolated);
    assertEquals(
        Optional.of(SEMIAUTOMATIC), StructureOrigin.algorithm(interpolated, true, UNKNOWN));
    assertEquals(interpolated, StructureOrigin.interpolated(interpolated));
  }

  @Test
  void aRecipeIsSemiautomatic() {
    assertEquals(
        Optional.of(SEMIAUTOMATIC), StructureOrigin.algorithm("GTV grown by 3 mm", true, UNKNOWN));
  }

  @Test
  void whatIsImportedKeepsWhatItsFileSays() {
    assertEquals(Optional.of(MANUAL), StructureOrigin.algorithm("", false, Optional.of(MANUAL)));
    assertEquals(
        Optional.of(AUTOMATIC), StructureOrigin.algorithm("", false, Optional.of(AUTOMATIC)));
    assertEquals(UNKNOWN, StructureOrigin.algorithm("", false, UNKNOWN));
  }

  @Test
  void anAutomaticOneThatWasEditedIsSemiautomatic() {
    assertEquals(
        Optional.of(SEMIAUTOMATIC), StructureOrigin.algorithm("", true, Optional.of(AUTOMATIC)));
    assertEquals(Optional.of(MANUAL), StructureOrigin.algorithm("", true, Optional.of(MANUAL)));
  }

  @Test
  void ofAMaskItIsNotKnown() {
    assertEquals(
        UNKNOWN, StructureOrigin.algorithm(StructureOrigin.ofMask("a.nii.gz", 1), true, UNKNOWN));
  }
}
