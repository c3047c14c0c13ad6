/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterFileTest {

  private static ExtractionParameters read(String text) throws ParameterFileException {
    return new ParameterFile().read(new StringReader(text));
  }

  @Test
  void readsTheThreeSections() throws ParameterFileException {
    ExtractionParameters parameters =
        read(
            """
            setting:
              binWidth: 25
              weightingNorm:
            imageType:
              Original: {}
              LoG:
                sigma: [1.0, 3.0]
            featureClass:
              shape:
              glcm:
                - Contrast
            """);

    assertEquals(25, parameters.settings().number("binWidth", 0));
    assertTrue(!parameters.settings().isSet("weightingNorm"));
    assertEquals(List.of(1.0, 3.0), parameters.imageTypes().get("LoG").numbers("sigma"));
    assertEquals(Set.of("Contrast"), parameters.featureClasses().get("glcm"));
    assertEquals(Set.of(), parameters.featureClasses().get("shape"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"setting: {binwidth: 25}", "setting: {binwidth: }", "settings: {}"})
  void refusesAnUnknownKeyByName(String text) {
    var refusal = assertThrows(ParameterFileException.class, () -> read(text));

    assertTrue(refusal.getMessage().matches(".*(binwidth|settings).*"), refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "setting: {binWidth: wide}",
        "setting: {binWidth: 0}",
        "setting: {binCount: 2.5}",
        "setting: {force2D: 1}",
        "setting: {weightingNorm: cubic}",
        "featureClass: {glcm: Contrast}",
        "setting: [1"
      })
  void refusesAWrongValue(String text) {
    assertThrows(ParameterFileException.class, () -> read(text));
  }
}
