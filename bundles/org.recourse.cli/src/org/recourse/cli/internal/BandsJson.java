/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.recourse.assistant.bands.GoalBand;
import org.recourse.assistant.bands.RiskBand;
import org.recourse.assistant.bands.StructureBand;
import org.recourse.assistant.bands.UncertaintyBands;
import org.recourse.assistant.cases.DeformationLink;
import org.recourse.assistant.cases.FrameTransforms;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.grid.finding.Finding;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;
import org.recourse.registration.uncertainty.DvhBand;
import org.recourse.registration.uncertainty.MetricBand;

/**
 * The intervals that follow from the registrations, as JSON under the key {@value #KEY}. Stateless.
 */
final class BandsJson {

  static final String KEY = "registrationInterval";

  private BandsJson() {}

  /** Adds the intervals of a structure's cumulative EQD2; nothing where it has none. */
  static void add(JsonObject object, StructureState structure, UncertaintyBands bands) {
    bands
        .structure(structure)
        .ifPresent(
            band -> {
              var intervals = new JsonObject();
              intervals.add("eqd2Max", json(band.maximumGy(), "Gy"));
              band.d01ccGy().ifPresent(d -> intervals.add("eqd2D0_1cc", json(d, "Gy")));
              intervals.add("eqd2Mean", json(band.meanGy(), "Gy"));
              intervals.add("dvh", json(band.dvh()));
              intervals.addProperty("samples", bands.samples());
              intervals.add("transformIds", JsonResult.texts(ids(band)));
              object.add(KEY, intervals);
            });
  }

  private static List<String> ids(StructureBand band) {
    return band.maximumGy().transformIds();
  }

  /** Adds the interval of a goal's number, with its verdict at the unfavourable end. */
  static void add(JsonObject object, Optional<GoalBand> goal, String unit) {
    goal.ifPresent(
        band -> {
          JsonObject interval = json(band.band(), unit);
          interval.addProperty("standing", band.standing().name());
          interval.addProperty("verdictAtUnfavourableEnd", band.atUnfavourableEnd().name());
          object.add(KEY, interval);
        });
  }

  /** Adds the interval of a risk model's answer. */
  static void add(JsonObject object, Optional<RiskBand> risk) {
    risk.ifPresent(
        band -> {
          var interval = new JsonObject();
          interval.addProperty("kind", band.kind().name());
          interval.addProperty("nominal", band.nominal());
          interval.addProperty("worstLow", band.worstLow());
          interval.addProperty("worstHigh", band.worstHigh());
          band.sampled()
              .ifPresent(
                  sampled -> {
                    interval.addProperty("sampledMean", sampled.mean());
                    interval.addProperty("percentile2_5", sampled.percentile2());
                    interval.addProperty("percentile97_5", sampled.percentile97());
                  });
          object.add(KEY, interval);
        });
  }

  private static JsonObject json(MetricBand band, String unit) {
    var interval = new JsonObject();
    interval.addProperty("nominal" + unit, band.nominal());
    interval.addProperty("worstLow" + unit, band.worstLow());
    interval.addProperty("worstHigh" + unit, band.worstHigh());
    interval.addProperty("sampledMean" + unit, band.sampledMean());
    interval.addProperty("percentile2_5" + unit, band.percentile2());
    interval.addProperty("percentile97_5" + unit, band.percentile97());
    return interval;
  }

  private static JsonObject json(DvhBand dvh) {
    var object = new JsonObject();
    object.addProperty("binGy", dvh.bins() > 1 ? dvh.doseGy(1) : 0);
    var nominal = new JsonArray();
    var worstLow = new JsonArray();
    var worstHigh = new JsonArray();
    var low = new JsonArray();
    var high = new JsonArray();
    for (int b = 0; b < dvh.bins(); b++) {
      nominal.add(dvh.nominalFraction(b));
      worstLow.add(dvh.lowestFraction(b));
      worstHigh.add(dvh.highestFraction(b));
      low.add(dvh.percentile2Fraction(b));
      high.add(dvh.percentile97Fraction(b));
    }
    object.add("nominalVolumeFraction", nominal);
    object.add("worstLowVolumeFraction", worstLow);
    object.add("worstHighVolumeFraction", worstHigh);
    object.add("percentile2_5VolumeFraction", low);
    object.add("percentile97_5VolumeFraction", high);
    return object;
  }

  /** Returns the registrations of a case that dose may come through; results name them by id. */
  static JsonArray registrations(PlanSnapshot snapshot) {
    var all = new JsonArray();
    for (FrameTransforms.Link link : snapshot.registrations()) {
      all.add(json(link.id(), link.label(), "RIGID", link.uncertainty(), link.reservations()));
    }
    for (DeformationLink link : snapshot.deformations()) {
      JsonObject object =
          json(link.id(), link.label(), "DEFORMABLE", link.uncertainty(), link.reservations());
      object.addProperty("file", link.relativePath());
      all.add(object);
    }
    return all;
  }

  private static JsonObject json(
      String id,
      String label,
      String kind,
      RegistrationUncertainty uncertainty,
      List<Finding> reservations) {
    var object = new JsonObject();
    object.addProperty("transformId", id);
    JsonResult.optional(object, "label", label);
    object.addProperty("kind", kind);
    LedgerStructuresJson.addUncertainty(object, uncertainty);
    object.addProperty("qualityChecked", reservations.isEmpty());
    return object;
  }
}
