/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.cohort;

import java.util.function.Supplier;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.phantom.cohort.Centre;
import org.recourse.phantom.cohort.ClinicalFacts;
import org.recourse.phantom.cohort.CohortSettings;
import org.recourse.phantom.cohort.HiddenMechanism;
import org.recourse.phantom.cohort.SyntheticOutcomes;
import org.recourse.phantom.cohort.SyntheticPatient;
import org.recourse.phantom.cohort.TrueRisk;
import org.recourse.phantom.internal.cohort.SeededRandom.Purpose;

/** Makes the patients of a cohort. Thread-safe. */
public final class PatientMaking {

  /** Incidence of cohorts without signal. */
  private static final double INCIDENCE = 1.0 / 3;

  private final long seed;
  private final CohortSettings settings;
  private final Supplier<TissueAtlas> atlas = new Once();

  public PatientMaking(long seed, CohortSettings settings) {
    this.seed = seed;
    this.settings = settings;
  }

  /** Paints the tissues when they are first needed. */
  private static final class Once implements Supplier<TissueAtlas> {

    private TissueAtlas atlas; // null until it is needed

    @Override
    public synchronized TissueAtlas get() {
      if (atlas == null) {
        atlas = new TissueAtlas();
      }
      return atlas;
    }
  }

  private SeededRandom random(int number, Purpose purpose) {
    return new SeededRandom(seed, number, purpose);
  }

  /** Returns the patient of a number. */
  public SyntheticPatient patient(int number) {
    PatientDraw draw = PatientDraw.of(random(number, Purpose.TRUTH), settings.twiceDaily());
    var tumour = new TumourShape(random(number, Purpose.TUMOUR), settings.site());
    var warp = new Warp(random(number, Purpose.ANATOMY));
    GridGeometry doseGeometry =
        TargetPlaces.doseGeometry(tumour.targetBox(), settings.doseSpacingMm());
    double[] places = TargetPlaces.inside(tumour.target(), doseGeometry, tumour.volumeCm3());
    var dose = new DoseModel(random(number, Purpose.DOSE), tumour, draw, warp, places);
    var trueRisk = trueRisk(draw, tumour, dose, places);
    SeededRandom clinical = random(number, Purpose.CLINICAL);
    Centre centre = centre(clinical);
    var clinicalDraw = new ClinicalDraw(clinical);
    ClinicalFacts facts = clinicalDraw.facts(tumour.volumeCm3());
    double[] plannedGy = planned(dose, places);
    double risk = settings.signal() ? trueRisk.evaluate(plannedGy) : INCIDENCE;
    SyntheticOutcomes outcomes =
        new ClinicalDraw(random(number, Purpose.OUTCOME))
            .outcomes(risk, settings.signal() ? draw.biology() : 0, facts.nStage());
    return new SyntheticPatient(
        new SyntheticPatient.Facts(
            "synthetic-" + seed + "-" + number,
            number,
            centre,
            facts,
            outcomes,
            draw.fragility(),
            draw.biology(),
            draw.prescribedGy(),
            draw.firstPrescribedGy(),
            draw.firstFractionCount()),
        trueRisk,
        plannedGy,
        new PatientMaterial(
            settings,
            tumour,
            warp,
            dose,
            doseGeometry,
            () ->
                new PatientImages(
                    atlas.get(), warp, tumour, draw, centre, random(number, Purpose.IMAGE)),
            seed * 31 + number));
  }

  private Centre centre(SeededRandom random) {
    double[] shares = settings.centres().stream().mapToDouble(Centre::share).toArray();
    return settings.centres().get(random.among(shares));
  }

  private static double[] planned(DoseModel dose, double[] places) {
    double[] doseGy = new double[places.length / 3];
    float[] beams = new float[DoseModel.BEAMS];
    for (int i = 0; i < doseGy.length; i++) {
      doseGy[i] = dose.beamsAt(places[3 * i], places[3 * i + 1], places[3 * i + 2], beams);
    }
    return doseGy;
  }

  private TrueRisk trueRisk(PatientDraw draw, TumourShape tumour, DoseModel dose, double[] places) {
    HiddenMechanism mechanism = settings.mechanism();
    int count = places.length / 3;
    double[] toleranceGy = new double[count];
    double[] weight = new double[count];
    double[] previousGy = new double[count];
    var first = new TrueRisk.Schedule(draw.firstFractionCount(), 1);
    for (int i = 0; i < count; i++) {
      double share = tumour.posteriorShare(places[3 * i + 1]);
      toleranceGy[i] = mechanism.toleranceGy(draw.fragility(), share);
      weight[i] = mechanism.weight(share);
      float firstGy = (float) dose.firstAt(places[3 * i], places[3 * i + 1], places[3 * i + 2]);
      previousGy[i] = first.eqd2Gy(firstGy);
    }
    return new TrueRisk(
        mechanism,
        places,
        toleranceGy,
        weight,
        previousGy,
        new TrueRisk.Schedule(draw.fractionCount(), settings.twiceDaily() ? 2 : 1));
  }
}
