/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.Settings;

/** Inputs and the shape of the result; no times. */
class RadiomicsBenchTest {

  @ParameterizedTest
  @CsvSource({"tumour, 65199", "ring, 26007", "cube, 1000000"})
  void inputsHaveTheVoxelsOfTheReference(String name, int voxels) {
    assertEquals(voxels, RadiomicsInputs.named(name).region().voxelCount());
  }

  @Test
  void ringAndTumourDoNotOverlap() {
    RadiomicsInputs tumour = RadiomicsInputs.named("tumour");
    RadiomicsInputs ring = RadiomicsInputs.named("ring");
    for (int i = 0; i < tumour.region().geometry().voxelCount(); i++) {
      assertTrue(!tumour.region().contains(i) || !ring.region().contains(i));
    }
  }

  @Test
  void ownImageIsTheCaseCustom() {
    RadiomicsInputs ring = RadiomicsInputs.named("ring");
    var parameters =
        new ExtractionParameters(
            Settings.empty(),
            Map.of("Original", Settings.empty()),
            Map.of("firstorder", Set.of("Mean")));
    var own = new RadiomicsBench.Custom(ring.image(), ring.region(), parameters);
    List<BenchFigure> figures =
        new RadiomicsBench(Optional.of(own)).measureCustom(own, new NullProgressMonitor());
    assertEquals(
        List.of(
            "custom cpuMsWarm 1",
            "custom wallMsWarm 1",
            "custom cpuMsWarm 2",
            "custom wallMsWarm 2"),
        figures.stream()
            .map(figure -> figure.caseName() + " " + figure.metric() + " " + figure.threads())
            .toList());
    assertTrue(figures.stream().allMatch(figure -> figure.min() >= 0));
  }
}
