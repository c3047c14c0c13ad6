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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.dosimetry.dvh.NumericalError;
import org.recourse.dosimetry.dvh.ShapeConvention;
import org.recourse.grid.finding.Finding;

/**
 * The statistics of the {@code dvh} command. The keys are a contract with scripts: a metric keeps
 * its key for ever.
 */
final class DvhTable {

  /** Key in the result and metric, in the order of the file. */
  private static final Map<String, DoseMetric> METRICS = metrics();

  private final PlanNumbers numbers;
  private final JsonResult result;

  DvhTable(PlanNumbers numbers, JsonResult result) {
    this.numbers = numbers;
    this.result = result;
  }

  private static Map<String, DoseMetric> metrics() {
    Map<String, DoseMetric> metrics = new LinkedHashMap<>();
    metrics.put("dMeanGy", new DoseMetric.MeanDose());
    metrics.put("dMinGy", new DoseMetric.MinimumDose());
    metrics.put("dMaxGy", new DoseMetric.MaximumDose());
    for (int percent : new int[] {99, 98, 95, 50, 5, 2, 1}) {
      metrics.put("d" + percent + "Gy", new DoseMetric.DoseAtVolumePercent(percent));
    }
    metrics.put("d0_03ccGy", new DoseMetric.DoseAtVolumeCm3(0.03));
    metrics.put("d0_1ccGy", new DoseMetric.DoseAtVolumeCm3(0.1));
    metrics.put("d1ccGy", new DoseMetric.DoseAtVolumeCm3(1));
    metrics.put("d2ccGy", new DoseMetric.DoseAtVolumeCm3(2));
    return Collections.unmodifiableMap(metrics);
  }

  JsonArray json() {
    var structures = new JsonArray();
    for (StructureNumbers structure : numbers.structures()) {
      structures.add(json(structure));
    }
    return structures;
  }

  private JsonObject json(StructureNumbers structure) {
    String name = structure.structure().name();
    var object = new JsonObject();
    object.addProperty("name", name);
    object.addProperty("roiNumber", structure.structure().roiNumber());
    JsonResult.optional(object, "volumeCm3", structure.volumeCm3());
    Optional<Dvh> dvh = structure.physicalDvh();
    if (dvh.isEmpty()) {
      result.findings(
          List.of(
              Finding.warning("There is no dose inside the structure: no dose figures.", name)));
      return object;
    }
    var errors = new JsonObject();
    METRICS.forEach(
        (key, metric) -> {
          add(object, key, metric, dvh.get(), name);
          metric.error(dvh.get()).ifPresent(error -> errors.add(key, json(error)));
        });
    object.add("numericalErrors", errors);
    result.number(object, "coveredFraction", dvh.get().coveredFraction(), name);
    object.addProperty("shape", shape(dvh.get()));
    object.add("dvh", curve(dvh.get()));
    return object;
  }

  /** What another, equally good choice of samples would change, and how that was found. */
  private static JsonObject json(NumericalError error) {
    var object = new JsonObject();
    object.addProperty("errorGy", error.value());
    object.addProperty("method", error.method().name());
    return object;
  }

  /** What the structure was taken to be between its contours. */
  private static String shape(Dvh dvh) {
    return dvh.shape().map(ShapeConvention::name).orElse("VOXELS");
  }

  private void add(JsonObject object, String key, DoseMetric metric, Dvh dvh, String name) {
    switch (metric.evaluate(dvh)) {
      case MetricValue.Defined defined -> result.number(object, key, defined.value(), name);
      case MetricValue.Undefined(String reason) ->
          result.findings(List.of(Finding.info(reason, name)));
    }
  }

  /** The cumulative curve from 0 Gy to the first bin beyond the maximum, where it is 0. */
  private static JsonObject curve(Dvh dvh) {
    var volumes = new JsonArray();
    int bins = (int) Math.ceil(dvh.maxGy() / Dvh.BIN_GY) + 1;
    for (int bin = 0; bin <= bins; bin++) {
      volumes.add(dvh.volumeAtDoseCm3(bin * Dvh.BIN_GY));
    }
    var curve = new JsonObject();
    curve.addProperty("binGy", Dvh.BIN_GY);
    curve.add("cumulativeVolumeCm3", volumes);
    return curve;
  }

  /**
   * One row per structure; a value that does not exist is an empty cell. The numerical error of
   * every value stands behind all values, with the way it was estimated.
   */
  String csv() {
    var header = new StringJoiner(",");
    header.add("name").add("roiNumber").add("volumeCm3");
    METRICS.keySet().forEach(header::add);
    header.add("coveredFraction").add("shape");
    for (String key : METRICS.keySet()) {
      String stem = key.substring(0, key.length() - "Gy".length());
      header.add(stem + "ErrorGy").add(stem + "ErrorMethod");
    }
    var lines = new StringJoiner(System.lineSeparator());
    lines.add(header.toString());
    numbers.structures().forEach(structure -> lines.add(row(structure)));
    return lines.toString();
  }

  private static String row(StructureNumbers structure) {
    Optional<Dvh> dvh = structure.physicalDvh();
    var row = new StringJoiner(",");
    row.add(quoted(structure.structure().name()));
    row.add(Integer.toString(structure.structure().roiNumber()));
    row.add(
        structure.volumeCm3().isPresent()
            ? Double.toString(structure.volumeCm3().getAsDouble())
            : "");
    METRICS.values().forEach(metric -> row.add(cell(metric, dvh)));
    row.add(dvh.map(d -> Double.toString(d.coveredFraction())).orElse(""));
    row.add(dvh.map(DvhTable::shape).orElse(""));
    for (DoseMetric metric : METRICS.values()) {
      Optional<NumericalError> error = dvh.flatMap(metric::error);
      row.add(error.map(e -> Double.toString(e.value())).orElse(""));
      row.add(error.map(e -> e.method().name()).orElse(""));
    }
    return row.toString();
  }

  private static String cell(DoseMetric metric, Optional<Dvh> dvh) {
    return switch (metric.evaluate(dvh)) {
      case MetricValue.Defined defined -> Double.toString(defined.value());
      case MetricValue.Undefined undefined -> "";
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
