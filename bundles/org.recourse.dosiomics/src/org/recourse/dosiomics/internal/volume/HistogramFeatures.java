/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics.internal.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.dosimetry.quality.HomogeneityIndex;
import org.recourse.dosiomics.DoseFeature;
import org.recourse.dosiomics.DosiomicsSettings;
import org.recourse.radiobiology.response.GeneralisedEud;
import org.recourse.radiomics.feature.FeatureValue.Reason;
import org.recourse.radiomics.feature.FeatureVector;

/**
 * Figures of the dose-volume histogram as features. The histogram is that of the planning numbers
 * (sub-voxel sampling), so the same figure is the same number everywhere. Stateless.
 *
 * <p>Worked example, checked by {@code HistogramFeaturesTest}: half of 2 cm³ at 20 Gy and half at
 * 60 Gy have the mean 40 Gy, an integral dose of 80 Gy·cm³ and V50Gy of 50 %.
 */
public final class HistogramFeatures {

  /** What the names of these features begin with. */
  public static final String PREFIX = "dvh_";

  private static final String SPREAD = "StandardDeviationGy";

  private HistogramFeatures() {}

  /** Returns what the features mean, in the order of {@link #addTo}. */
  public static List<DoseFeature> definitions(DosiomicsSettings settings) {
    var all = new ArrayList<DoseFeature>();
    all.add(
        feature(
            "VolumeCm3",
            "Volume",
            "cm³",
            "Volume of the contours, inside and outside of the dose grid",
            "never"));
    for (DoseMetric metric : settings.metrics()) {
      all.add(
          feature(
              name(metric),
              metric.text(),
              metric.unit() == MetricValue.Unit.CM3 ? "cm³" : metric.unit().symbol(),
              meaning(metric),
              "no part in the dose grid, or a region smaller than the part asked for"));
    }
    all.add(
        feature(
            SPREAD,
            "Standard deviation of the dose",
            "Gy",
            "√(∫(D − Dmean)² dV / V) over the histogram",
            "no part in the dose grid"));
    all.add(
        feature(
            "IntegralDoseGyCm3",
            "Integral dose",
            "Gy·cm³",
            "Dmean · volume inside the dose grid",
            "no part in the dose grid"));
    for (double a : settings.eudExponents()) {
      all.add(
          new DoseFeature(
              PREFIX + name(a),
              "gEUD, a = " + plain(a),
              "Gy",
              "(Σ v·D^a)^(1/a) with a = " + plain(a),
              "no part in the dose grid, or a dose below 0 Gy",
              "Wu 2002, doi 10.1016/S0360-3016(01)02585-8"));
    }
    all.add(
        new DoseFeature(
            PREFIX + "HomogeneityIcru83",
            "Homogeneity index (ICRU 83)",
            "",
            "(D2% − D98%) / D50%",
            "D50% of 0 Gy",
            "ICRU Report 83, doi 10.1093/jicru/ndq001"));
    all.add(
        new DoseFeature(
            PREFIX + "HomogeneityD5OverD95",
            "Homogeneity index (D5/D95)",
            "",
            "D5% / D95%",
            "D95% of 0 Gy",
            "Wang 2009, doi 10.1118/1.3219776"));
    return List.copyOf(all);
  }

  private static DoseFeature feature(
      String name, String title, String unit, String formula, String undefined) {
    return new DoseFeature(PREFIX + name, title, unit, formula, undefined, DoseFeature.OWN);
  }

  private static String meaning(DoseMetric metric) {
    return switch (metric) {
      case DoseMetric.DoseAtVolumePercent d ->
          "Largest dose that at least " + plain(d.volumePercent()) + " % of the volume receive";
      case DoseMetric.DoseAtVolumeCm3 d ->
          "Largest dose that at least " + plain(d.volumeCm3()) + " cm³ receive";
      case DoseMetric.VolumePercentAtDose v ->
          "Part of the volume that receives at least " + plain(v.doseGy()) + " Gy";
      case DoseMetric.VolumeCm3AtDose v ->
          "Volume that receives at least " + plain(v.doseGy()) + " Gy";
      case DoseMetric.MeanDose m -> "Mean dose";
      case DoseMetric.MaximumDose m -> "Largest dose";
      case DoseMetric.MinimumDose m -> "Least dose";
      case DoseMetric.MeanOfHottest m -> "Mean dose of the hottest part";
      case DoseMetric.MeanOfColdest m -> "Mean dose of the coldest part";
      case DoseMetric.DoseComplement d -> "Largest dose within the coldest part";
      case DoseMetric.VolumeComplement v ->
          "Volume that receives less than " + plain(v.doseGy()) + " Gy";
    };
  }

  /** Adds the features of a histogram; without one all but the volume are not defined. */
  public static void addTo(
      FeatureVector.Builder vector,
      Optional<Dvh> dvh,
      double volumeCm3,
      DosiomicsSettings settings) {
    vector.put(PREFIX + "VolumeCm3", volumeCm3);
    for (DoseMetric metric : settings.metrics()) {
      switch (metric.evaluate(dvh)) {
        case MetricValue.Defined(double value, MetricValue.Unit unit) ->
            vector.put(PREFIX + name(metric), value);
        case MetricValue.Undefined undefined ->
            vector.undefined(
                PREFIX + name(metric),
                dvh.isEmpty() ? Reason.EMPTY_REGION : Reason.REGION_TOO_SMALL);
      }
    }
    put(vector, SPREAD, dvh.map(HistogramFeatures::standardDeviationGy), Reason.EMPTY_REGION);
    put(
        vector,
        "IntegralDoseGyCm3",
        dvh.map(known -> known.meanGy() * known.coveredVolumeCm3()),
        Reason.EMPTY_REGION);
    for (double a : settings.eudExponents()) {
      put(
          vector,
          name(a),
          dvh.filter(known -> known.minGy() >= 0)
              .map(known -> new GeneralisedEud(a).ofDvhGy(known)),
          dvh.isEmpty() ? Reason.EMPTY_REGION : Reason.DIVISION_BY_ZERO);
    }
    put(vector, "HomogeneityIcru83", homogeneity(dvh, HomogeneityIndex.ICRU_83), reason(dvh));
    put(
        vector,
        "HomogeneityD5OverD95",
        homogeneity(dvh, HomogeneityIndex.D5_OVER_D95),
        reason(dvh));
  }

  private static Reason reason(Optional<Dvh> dvh) {
    return dvh.isEmpty() ? Reason.EMPTY_REGION : Reason.DIVISION_BY_ZERO;
  }

  private static Optional<Double> homogeneity(Optional<Dvh> dvh, HomogeneityIndex index) {
    OptionalDouble value = dvh.isEmpty() ? OptionalDouble.empty() : index.of(dvh.get(), 1);
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  private static void put(
      FeatureVector.Builder vector, String name, Optional<Double> value, Reason otherwise) {
    if (value.isPresent()) {
      vector.put(PREFIX + name, value.get(), otherwise);
    } else {
      vector.undefined(PREFIX + name, otherwise);
    }
  }

  /** The histogram is linear between its points, so each bin has its own variance of width²/12. */
  private static double standardDeviationGy(Dvh dvh) {
    double[] doseGy = dvh.curveDoseGy();
    double[] volume = dvh.curveVolumeCm3();
    double sum = 0;
    double squares = 0;
    for (int i = 1; i < doseGy.length; i++) {
      double part = volume[i - 1] - volume[i];
      double middle = (doseGy[i] + doseGy[i - 1]) / 2;
      double width = doseGy[i] - doseGy[i - 1];
      sum += part * middle;
      squares += part * (middle * middle + width * width / 12);
    }
    double mean = sum / volume[0];
    return Math.sqrt(Math.max(0, squares / volume[0] - mean * mean));
  }

  /** D95% becomes D95PercentGy, D0.03cc D0_03Cm3Gy, V20Gy[%] V20GyPercent, MOH5% MOH5PercentGy. */
  static String name(DoseMetric metric) {
    String text = metric.text().replace(".", "_").replace("cc", "Cm3").replace("[%]", "Percent");
    text = text.replace("[Cm3]", "Cm3").replace("%", "Percent");
    text = text.replace("Dmean", "Mean").replace("Dmax", "Maximum").replace("Dmin", "Minimum");
    return metric.unit() == MetricValue.Unit.GY ? text + "Gy" : text;
  }

  /** Exponent 8 is GeudA8Gy, -10 is GeudAMinus10Gy. */
  static String name(double a) {
    return "GeudA" + plain(a).replace("-", "Minus").replace(".", "_") + "Gy";
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : Double.toString(number);
  }
}
