/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recourse.radiomics.feature.FeatureValue.Reason;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.ui.radiomics.internal.CaseImage;
import org.recourse.ui.radiomics.internal.FeatureDefinitions;

class FeatureRowTest {

  private static final FeatureSource IMAGE =
      new FeatureSource.OfImage(new CaseImage("1.2", "MR T1", "1.3", "MR"));

  private static List<FeatureRow> rows() {
    var image =
        new FeatureColumn(
            IMAGE,
            FeatureVector.builder()
                .put("original_glcm_Contrast", 2.5)
                .undefined("original_glcm_MCC", Reason.NO_NEIGHBOURS)
                .build(),
            List.of());
    var dose =
        new FeatureColumn(
            new FeatureSource.PhysicalDose(),
            FeatureVector.builder()
                .put("original_glcm_Contrast", 1)
                .put("dvh_MeanGy", 40.125)
                .put("spatial_GradientMeanGyPerMm", 0.6)
                .build(),
            List.of());
    return FeatureRow.of(List.of(image, dose), FeatureDefinitions.load());
  }

  @Test
  void columnsAreJoinedByName() {
    List<FeatureRow> rows = rows();

    assertEquals(
        List.of("GLCM", "GLCM", "Dose-volume", "Dose in space"),
        rows.stream().map(FeatureRow::group).toList());
    assertEquals("2.5000", rows.getFirst().text(0));
    assertEquals("1", rows.getFirst().text(1));
    assertEquals("", rows.get(2).text(0));
    assertEquals("Dmean", rows.get(2).feature());
    assertEquals("Gy", rows.get(2).unit());
    assertEquals("Gy/mm", rows.get(3).unit());
  }

  @Test
  void whatIsNotDefinedSaysWhy() {
    FeatureRow mcc = rows().get(1);

    assertEquals("–", mcc.text(0));
    assertTrue(mcc.toolTip(0).startsWith("Not defined here (no neighbours)"));
  }

  @Test
  void everyRowIsDefined() {
    rows().forEach(row -> assertTrue(row.definition().length() > row.name().length(), row.name()));
  }
}
