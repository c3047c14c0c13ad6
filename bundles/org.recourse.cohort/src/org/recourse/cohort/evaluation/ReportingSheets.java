/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.evaluation;

import static org.recourse.cohort.evaluation.ReportingSheet.item;
import static org.recourse.cohort.evaluation.ReportingSheet.known;

import java.util.ArrayList;
import java.util.List;
import org.recourse.cohort.evaluation.ReportingSheet.Answer;
import org.recourse.cohort.evaluation.ReportingSheet.Item;

/** The sheets of radiomics and prediction studies. */
public final class ReportingSheets {

  private static final double RQS_GREATEST = 36;
  private static final int SAME_INSTITUTE = 2;
  private static final int OTHER_INSTITUTE = 3;
  private static final int NO_VALIDATION = -5;
  private static final int MOST_VALIDATION = 5;

  private ReportingSheets() {}

  /** METRICS, 30 weighted items (Kocak et al. 2024, doi:10.1186/s13244-023-01572-w). */
  public static ReportingSheet metrics(StudyFacts facts) {
    Answer tabular = known(facts.readersCompared());
    List<Item> items = new ArrayList<>();
    items.add(item(1, "checklist or guideline followed", Answer.YES, 0.0368));
    items.add(item(2, "eligibility gives a representative population", real(facts), 0.0735));
    items.add(item(3, "reference standard good and defined", real(facts), 0.0919));
    items.add(item(4, "several centres", known(facts.multiCentre()), 0.0438));
    items.add(item(5, "imaging as used in the clinic", real(facts), 0.0292));
    items.add(item(6, "imaging protocol reported", Answer.OPEN, 0.0438));
    items.add(item(7, "interval between imaging and outcome", Answer.YES, 0.0292));
    items.add(item(8, "segmentation described", Answer.OPEN, 0.0337));
    items.add(item(9, "automatic segmentation evaluated", Answer.NOT_APPLICABLE, 0.0225));
    items.add(item(10, "test structures by a single reader or tool", Answer.OPEN, 0.0112));
    items.add(item(11, "preprocessing appropriate and described", Answer.YES, 0.0622));
    items.add(item(12, "standardised extraction software", Answer.YES, 0.0311));
    items.add(item(13, "extraction parameters reported", Answer.YES, 0.0415));
    items.add(item(14, "features that are not robust removed", tabular, 0.0200));
    items.add(item(15, "redundant features removed", Answer.YES, 0.0200));
    items.add(item(16, "number of features fits number of patients", Answer.OPEN, 0.0300));
    items.add(
        item(
            17,
            "robustness of a network that reads voxels",
            facts.network() ? Answer.NO : Answer.NOT_APPLICABLE,
            0.0200));
    items.add(item(18, "patients divided properly", Answer.YES, 0.0599));
    items.add(item(19, "confounders handled", known(facts.harmonised()), 0.0300));
    items.add(item(20, "figures that fit the task", Answer.YES, 0.0352));
    items.add(item(21, "uncertainty given", Answer.YES, 0.0234));
    items.add(item(22, "calibration assessed", Answer.YES, 0.0176));
    items.add(item(23, "single sequence used, or shown to be worse", Answer.OPEN, 0.0117));
    items.add(item(24, "compared without radiomics", known(facts.clinicalComparison()), 0.0293));
    items.add(
        item(25, "compared with a classical model", known(facts.clinicalComparison()), 0.0176));
    items.add(item(26, "internal test", known(facts.internalTest()), 0.0375));
    items.add(item(27, "external test", known(facts.externalTest()), 0.0749));
    items.add(item(28, "data available", Answer.OPEN, 0.0075));
    items.add(item(29, "code available", Answer.YES, 0.0075));
    items.add(item(30, "model available", Answer.YES, 0.0075));
    return new ReportingSheet("METRICS (doi:10.1186/s13244-023-01572-w)", items, 1);
  }

  /** Radiomics quality score, 36 points (Lambin et al. 2017, doi:10.1038/nrclinonc.2017.141). */
  public static ReportingSheet radiomicsQuality(StudyFacts facts) {
    List<Item> items = new ArrayList<>();
    items.add(item(1, "image protocol documented, public", Answer.OPEN, 2));
    items.add(item(2, "several segmentations", known(facts.readersCompared()), 1));
    items.add(item(3, "phantom study on all scanners", Answer.NO, 1));
    items.add(item(4, "several time points", Answer.NO, 1));
    items.add(item(5, "features reduced or tests adjusted", Answer.YES, 3));
    items.add(item(6, "other than radiomic variables", known(facts.clinicalComparison()), 1));
    items.add(item(7, "biological correlates", Answer.OPEN, 1));
    items.add(item(8, "cut-off analysed", known(facts.cutOff()), 1));
    items.add(item(9, "discrimination with resampling", Answer.YES, 2));
    items.add(item(10, "calibration with resampling", Answer.YES, 2));
    items.add(item(11, "prospective study registered", Answer.NO, 7));
    int validation =
        facts.externalTest()
            ? OTHER_INSTITUTE
            : facts.internalTest() ? SAME_INSTITUTE : NO_VALIDATION;
    items.add(new Item("12", "validation", known(validation > 0), validation, MOST_VALIDATION));
    items.add(item(13, "compared with the gold standard", known(facts.clinicalComparison()), 2));
    items.add(item(14, "clinical utility (decision curve)", known(facts.cutOff()), 2));
    items.add(item(15, "cost-effectiveness", Answer.NO, 1));
    items.add(new Item("16", "open science: scans, regions, code, features", Answer.OPEN, 1, 4));
    return new ReportingSheet(
        "Radiomics quality score (doi:10.1038/nrclinonc.2017.141)", items, RQS_GREATEST);
  }

  /**
   * TRIPOD+AI items that concern method and results (Collins 2024, doi:10.1136/bmj-2023-078378).
   */
  public static ReportingSheet tripodAi(StudyFacts facts) {
    List<Item> items = new ArrayList<>();
    Answer real = real(facts);
    String[] asked = {
      "title names development or evaluation, population, outcome",
      "abstract after TRIPOD+AI for abstracts",
      "background: context, users, health inequalities",
      "objectives: development, evaluation or both",
      "data: sources, dates, representativeness",
      "participants: setting, eligibility, treatments",
      "data preparation and quality checks",
      "outcome: definition, horizon, assessment",
      "predictors: choice, definition, measurement",
      "sample size: how it came about",
      "missing data: how handled",
      "analysis: split, predictors, model, hyperparameters, validation, figures, calibration",
      "class imbalance: method and recalibration",
      "fairness: approaches",
      "model output: probability or class, threshold",
      "training against evaluation: differences",
      "ethical approval",
      "open science: funding, conflicts, protocol, registration, data, code",
      "patient and public involvement",
      "participants: flow and characteristics",
      "model development: participants and events in each analysis",
      "model specification: all that is needed to predict",
      "performance with intervals, subgroups",
      "model updating",
      "interpretation with fairness",
      "limitations",
      "usability: input quality, user interaction, next steps"
    };
    Answer[] answers = {
      Answer.OPEN,
      Answer.OPEN,
      Answer.OPEN,
      Answer.OPEN,
      real,
      real,
      Answer.YES,
      Answer.YES,
      Answer.YES,
      Answer.OPEN,
      Answer.YES,
      Answer.YES,
      Answer.YES,
      Answer.OPEN,
      Answer.YES,
      Answer.OPEN,
      Answer.OPEN,
      Answer.OPEN,
      Answer.NO,
      Answer.OPEN,
      Answer.YES,
      Answer.YES,
      Answer.YES,
      Answer.NOT_APPLICABLE,
      Answer.OPEN,
      Answer.OPEN,
      Answer.OPEN
    };
    for (int i = 0; i < asked.length; i++) {
      items.add(item(i + 1, asked[i], answers[i], 0));
    }
    return new ReportingSheet("TRIPOD+AI (doi:10.1136/bmj-2023-078378)", items, 0);
  }

  /** Made-up patients represent nobody; of real ones only the authors know. */
  private static Answer real(StudyFacts facts) {
    return facts.synthetic() ? Answer.NO : Answer.OPEN;
  }
}
