/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recourse.radiomics.BuiltInFeatures;
import org.recourse.radiomics.feature.FeatureFamily;

class FeatureDefinitionsTest {

  @Test
  void everyFeatureHasASentence() {
    FeatureDefinitions definitions = FeatureDefinitions.load();
    var missing = new ArrayList<String>();
    for (FeatureFamily family : BuiltInFeatures.catalogue().families()) {
      String id = family.description().id();
      if (id.equals("shape2D")) { // not offered in the window
        continue;
      }
      for (String feature : family.description().features()) {
        if (definitions.sentence(id, feature).filter(text -> !text.isBlank()).isEmpty()) {
          missing.add(id + "." + feature);
        }
      }
    }

    assertEquals(List.of(), missing);
  }

  @Test
  void aVendorsFeatureHasNone() {
    assertEquals(Optional.empty(), FeatureDefinitions.load().sentence("vendor", "Magic"));
  }

  @Test
  void formulasAreReadAsUtf8() {
    assertTrue(
        FeatureDefinitions.load().sentence("firstorder", "Entropy").orElseThrow().contains("−Σ"));
  }
}
