/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.dvh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DvhSvgTest {

  private static final DvhScale RELATIVE = new DvhScale(false, false);

  @Test
  void theDrawingHasCurvesNamesUnitsAndNotice() {
    var curve = new DvhCurve(new double[] {0, 10, 20}, new double[] {100, 50, 0});
    var line = new DvhLine("1", "Cord <PRV> & more", 0x00ff80, true, curve);

    String svg = DvhSvg.text("Physical dose, Gy", RELATIVE, List.of(line, line));

    assertEquals(2, svg.split("<polyline ").length - 1);
    assertTrue(svg.contains(">Cord &lt;PRV&gt; &amp; more</text>"), svg);
    assertTrue(svg.contains(">Volume (%)<") && svg.contains(">Dose (Gy)<"), svg);
    assertTrue(svg.contains(DvhCsv.NOTICE), svg);
    assertTrue(svg.contains("stroke=\"#00ff80\""), svg);
  }

  @Test
  void aChartWithoutLinesHasAxes() {
    assertTrue(DvhSvg.text("No dose", RELATIVE, List.of()).contains("Dose (Gy)"));
    assertEquals(List.of(0.0, 10.0, 20.0, 30.0, 40.0), DvhSvg.ticks(45));
  }
}
