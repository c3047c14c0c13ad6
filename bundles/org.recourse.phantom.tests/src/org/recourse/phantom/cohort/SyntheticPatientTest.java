/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.cohort;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.contour.ContourRasteriser;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.grid.volume.Mask;

class SyntheticPatientTest {

  /** Single precision of doses of some 70 Gy, through the slope of the risk. */
  private static final double RISK_TOLERANCE = 1e-4;

  /** One rough figure of one image; the features of a signature show it better. */
  private static final double LEAST_CORRELATION = 0.45;

  private final SyntheticCohort cohort = new SyntheticCohort(3, CohortSettings.STANDARD);

  @Test
  void sameSeedAndNumberGiveTheSamePatient() {
    SyntheticPatient one = cohort.patient(5);
    SyntheticPatient again = new SyntheticCohort(3, CohortSettings.STANDARD).patient(5);
    assertEquals(one.facts(), again.facts());
    assertArrayEquals(one.plannedDoseAtPlacesGy(), again.plannedDoseAtPlacesGy());
    assertArrayEquals(slice(one, 2), slice(again, 2));
    assertNotEquals(one.facts().clinical(), cohort.patient(6).facts().clinical());
    SyntheticPatient otherSeed = new SyntheticCohort(4, CohortSettings.STANDARD).patient(5);
    assertNotEquals(one.facts().fragility(), otherSeed.facts().fragility());
  }

  private static float[] slice(SyntheticPatient patient, int sequence) {
    ImageVolume image = patient.images(new NullProgressMonitor()).get(sequence);
    float[] slice = new float[image.geometry().sliceVoxelCount()];
    image.copySlice(image.geometry().sizeZ() / 2, slice);
    return slice;
  }

  @Test
  void riskOfTheDoseGridIsTheRiskOfThePatient() {
    for (int number = 0; number < 4; number++) {
      SyntheticPatient patient = cohort.patient(number);
      DoseGrid dose = patient.dose(new NullProgressMonitor());
      assertEquals(patient.riskFraction(), patient.trueRisk().evaluate(dose), RISK_TOLERANCE);
    }
  }

  @Test
  void moreDoseAnywhereNeverLowersTheRisk() {
    SyntheticPatient patient = cohort.patient(1);
    double[] doseGy = patient.plannedDoseAtPlacesGy();
    double before = patient.trueRisk().evaluate(doseGy);
    double all = patient.riskFraction();
    assertEquals(all, before, RISK_TOLERANCE);
    for (int i = 0; i < doseGy.length; i++) {
      double[] more = doseGy.clone();
      more[i] += 10;
      assertTrue(patient.trueRisk().evaluate(more) > before, "place " + i);
    }
  }

  @Test
  void whereTheDoseLiesMattersAtTheSameMeanDose() {
    for (int number = 0; number < 10; number++) {
      TrueRisk risk = cohort.patient(number).trueRisk();
      double middleMm =
          IntStream.range(0, risk.placeCount())
              .mapToDouble(i -> risk.placeMm(i).y())
              .average()
              .orElseThrow();
      double[] back = new double[risk.placeCount()];
      double[] front = new double[risk.placeCount()];
      for (int i = 0; i < back.length; i++) {
        double behindMm = risk.placeMm(i).y() - middleMm; // sums to 0, so the mean dose stays
        back[i] = 62 + 0.3 * behindMm;
        front[i] = 62 - 0.3 * behindMm;
      }
      assertTrue(risk.meanRatio(back) > 1.01 * risk.meanRatio(front), "patient " + number);
    }
  }

  @Test
  void beamWeightsMoveTheDose() {
    SyntheticPatient patient = cohort.patient(0);
    List<DoseGrid> beams = patient.beamDoses(new NullProgressMonitor());
    assertEquals(9, beams.size());
    double[] weights = {1.3, 1.2, 1, 1, 0.7, 0.7, 1, 1, 1.2};
    DoseGrid other = SyntheticPatient.weightedDose(beams, weights);
    assertNotEquals(
        patient.riskFraction(), patient.trueRisk().evaluate(other), 10 * RISK_TOLERANCE);
  }

  @Test
  void targetGetsItsPrescriptionAndReadersDiffer() {
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      SyntheticPatient patient = cohort.patient(3);
      var monitor = new NullProgressMonitor();
      DoseGrid dose = patient.dose(monitor);
      Mask mask = mask(patient, 0, dose.geometry(), executor);
      double sum = 0;
      for (int i = 0; i < dose.geometry().voxelCount(); i++) {
        int inSlice = i % dose.geometry().sliceVoxelCount();
        if (mask.slice(i / dose.geometry().sliceVoxelCount()).get(inSlice)) {
          sum += dose.doseGyAt(i);
        }
      }
      double meanGy = sum / mask.voxelCount();
      double prescribedGy = patient.facts().prescribedGy();
      assertEquals(1.04 * prescribedGy, meanGy, 0.05 * prescribedGy);
      Mask second = mask(patient, 1, dose.geometry(), executor);
      double volumeRatio = second.volumeCm3() / mask.volumeCm3();
      assertTrue(volumeRatio > 0.7 && volumeRatio < 1.4, "volume ratio " + volumeRatio);
      assertNotEquals(second.voxelCount(), mask.voxelCount());
      assertTrue(patient.organs(executor, monitor).size() >= 6);
    }
  }

  private static Mask mask(
      SyntheticPatient patient, int reader, GridGeometry geometry, SliceExecutor executor) {
    var monitor = new NullProgressMonitor();
    return ContourRasteriser.rasterise(
        patient.targets(reader, executor, monitor).planning(), geometry, executor, monitor);
  }

  @Test
  void fragilityShowsInTheGrainOfItsWall() {
    double[] posterior = new double[24];
    double[] grain = new double[posterior.length];
    for (int i = 0; i < posterior.length; i++) {
      SyntheticPatient patient = cohort.patient(i);
      posterior[i] = patient.facts().fragility().posterior();
      grain[i] = Math.log(roughness(patient));
    }
    double correlation = correlation(posterior, grain);
    assertTrue(correlation > LEAST_CORRELATION, "correlation " + correlation);
  }

  /** Mean square difference of T2 over 3 mm within the posterior tumour, relative to its mean. */
  private static double roughness(SyntheticPatient patient) {
    ImageVolume image = patient.images(new NullProgressMonitor()).get(2);
    GridGeometry geometry = image.geometry();
    var centre =
        geometry.toPatientMm(
            geometry.sizeX() / 2.0, geometry.sizeY() / 2.0, geometry.sizeZ() / 2.0);
    double sum = 0;
    double squares = 0;
    int count = 0;
    int step = 4;
    double reachMm = 0.25 * geometry.sizeY() * geometry.spacingMm().y();
    for (int i = 0; i < patient.trueRisk().placeCount(); i++) {
      Vector3 place = patient.trueRisk().placeMm(i);
      if (place.y() > centre.y() && place.minus(centre).norm() < reachMm) {
        Vector3 index = geometry.toIndex(place);
        int x = (int) index.x();
        int y = (int) index.y();
        int z = (int) index.z();
        double difference = image.intensityAt(x + step, y, z) - image.intensityAt(x, y, z);
        sum += image.intensityAt(x, y, z);
        squares += difference * difference;
        count++;
      }
    }
    double mean = sum / count;
    return squares / count / (mean * mean);
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = IntStream.range(0, a.length).mapToDouble(i -> a[i]).average().orElseThrow();
    double meanB = IntStream.range(0, b.length).mapToDouble(i -> b[i]).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void variantsChangeWhatTheySay() {
    SyntheticPatient plain = cohort.patient(7);
    CohortSettings settings = CohortSettings.STANDARD;
    SyntheticPatient twice = new SyntheticCohort(3, settings.withTwiceDaily()).patient(7);
    assertEquals(2, twice.schedule().fractionsPerDay());
    assertTrue(twice.schedule().fractionCount() > 1.5 * plain.schedule().fractionCount());
    SyntheticPatient other = new SyntheticCohort(3, settings.withOtherScanner()).patient(7);
    assertEquals("X", other.facts().centre().name());
    SyntheticPatient below =
        new SyntheticCohort(3, settings.withSite(TumourSite.OROPHARYNX)).patient(7);
    assertTrue(below.mrGeometry().originMm().z() < plain.mrGeometry().originMm().z() - 30);
    SyntheticPatient noise = new SyntheticCohort(3, settings.withoutSignal()).patient(7);
    assertEquals(1.0 / 3, noise.riskFraction(), 1e-12);
    assertArrayEquals(slice(plain, 1), slice(noise, 1));
  }
}
