/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.cohort;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Clinical facts about a synthetic patient, with the frequencies of the first tables of Liu 2023
 * (age, sex, body mass index, diabetes, hypertension, recurrent T, nodal recurrence, histology,
 * disease-free interval, technique, chemotherapy, haemoglobin), Gao 2025 (overall stage) and Hu
 * 2025 (N stage). They have no effect on necrosis of their own; recurrent T follows the volume.
 * Immutable.
 *
 * @param ageYears age at recurrence
 * @param male sex
 * @param bodyMassIndexKgPerM2 body mass index
 * @param diabetes history of it
 * @param hypertension history of it
 * @param recurrentT 1 to 4
 * @param nStage 0 to 3
 * @param overallStage 1 to 4
 * @param nodalRecurrence whether nodes recurred as well
 * @param whoType histology, 1 to 3
 * @param diseaseFreeIntervalMonths time from first course to recurrence
 * @param tumourVolumeCm3 volume of rGTV
 * @param tomotherapy helical tomotherapy instead of IMRT
 * @param chemotherapy whether it was combined with chemotherapy
 * @param haemoglobinGPerL before re-irradiation
 */
public record ClinicalFacts(
    double ageYears,
    boolean male,
    double bodyMassIndexKgPerM2,
    boolean diabetes,
    boolean hypertension,
    int recurrentT,
    int nStage,
    int overallStage,
    boolean nodalRecurrence,
    int whoType,
    double diseaseFreeIntervalMonths,
    double tumourVolumeCm3,
    boolean tomotherapy,
    boolean chemotherapy,
    double haemoglobinGPerL) {

  /** Returns the facts as text by name, units in the names; yes is 1 and no is 0. */
  public Map<String, String> asText() {
    var text = new LinkedHashMap<String, String>();
    text.put("ageYears", rounded(ageYears));
    text.put("male", flag(male));
    text.put("bodyMassIndexKgPerM2", rounded(bodyMassIndexKgPerM2));
    text.put("diabetes", flag(diabetes));
    text.put("hypertension", flag(hypertension));
    text.put("recurrentT", Integer.toString(recurrentT));
    text.put("nStage", Integer.toString(nStage));
    text.put("overallStage", Integer.toString(overallStage));
    text.put("nodalRecurrence", flag(nodalRecurrence));
    text.put("whoType", Integer.toString(whoType));
    text.put("diseaseFreeIntervalMonths", rounded(diseaseFreeIntervalMonths));
    text.put("tumourVolumeCm3", rounded(tumourVolumeCm3));
    text.put("tomotherapy", flag(tomotherapy));
    text.put("chemotherapy", flag(chemotherapy));
    text.put("haemoglobinGPerL", rounded(haemoglobinGPerL));
    return text;
  }

  private static String flag(boolean value) {
    return value ? "1" : "0";
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
