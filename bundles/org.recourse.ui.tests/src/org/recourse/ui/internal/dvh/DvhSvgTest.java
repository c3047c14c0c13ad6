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

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class DvhSvgTest {

  private static final DvhScale RELATIVE = new DvhScale(false, false);

  @Test
  void theDrawingIsXmlWithCurvesNamesUnitsAndNotice() throws Exception {
    var curve = new DvhCurve(new double[] {0, 10, 20}, new double[] {100, 50, 0});
    var line = new DvhLine("1", "Cord <PRV> & more", 0x00ff80, true, curve);

    String svg = DvhSvg.text("Physical dose, Gy", RELATIVE, List.of(line, line));

    Document drawing =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    String texts = drawing.getDocumentElement().getTextContent();
    assertEquals(2, drawing.getElementsByTagName("polyline").getLength());
    assertTrue(texts.contains("Cord <PRV> & more"), texts);
    assertTrue(texts.contains("Volume (%)") && texts.contains("Dose (Gy)"), texts);
    assertTrue(texts.contains(DvhCsv.NOTICE), texts);
    assertTrue(svg.contains("stroke=\"#00ff80\""), svg);
  }

  @Test
  void aChartWithoutLinesHasAxes() {
    assertTrue(DvhSvg.text("No dose", RELATIVE, List.of()).contains("Dose (Gy)"));
    assertEquals(List.of(0.0, 10.0, 20.0, 30.0, 40.0), DvhSvg.ticks(45));
  }
}
