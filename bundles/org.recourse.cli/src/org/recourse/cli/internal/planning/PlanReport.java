/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.planning;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.BeamState;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.planning.plan.PlanOutcome;

/** Parts of the result file of {@code plan}. Stateless. */
public final class PlanReport {

  private PlanReport() {}

  /** Objective after each iteration. */
  public static JsonArray iterations(List<Double> path) {
    var iterations = new JsonArray();
    for (double value : path) {
      var one = new JsonObject();
      one.addProperty("iteration", iterations.size() + 1);
      one.addProperty("objective", value);
      iterations.add(one);
    }
    return iterations;
  }

  /** Beams as they are delivered. */
  public static JsonArray beams(PlanOutcome outcome) {
    var beams = new JsonArray();
    for (PlanOutcome.OutcomeBeam beam : outcome.beams()) {
      var one = new JsonObject();
      one.addProperty("number", beam.number());
      one.addProperty("name", beam.aim().name());
      one.addProperty("gantryDeg", beam.aim().angles().gantryDeg());
      one.addProperty("patientSupportDeg", beam.aim().angles().patientSupportDeg());
      one.addProperty("collimatorDeg", beam.aim().angles().collimatorDeg());
      one.addProperty("beamlets", beam.beamlets().count());
      one.addProperty("segments", beam.segments().size());
      one.addProperty("monitorUnits", beam.monitorUnits());
      beams.add(one);
    }
    return beams;
  }

  /** Beams with their new weights. */
  public static JsonArray weights(List<BeamState> beams, double[] weights) {
    var list = new JsonArray();
    for (int b = 0; b < weights.length; b++) {
      var one = new JsonObject();
      one.addProperty("number", beams.get(b).number());
      one.addProperty("name", beams.get(b).name());
      one.addProperty("weightBefore", beams.get(b).weight());
      one.addProperty("weight", weights[b]);
      list.add(one);
    }
    return list;
  }

  /** Dose statistics of every structure with contours. */
  public static JsonArray structures(
      Map<String, ContourSet> contoursByName,
      DoseGrid dose,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    var structures = new JsonArray();
    contoursByName.forEach(
        (name, contours) ->
            dvh(contours, dose, executor, monitor)
                .ifPresent(dvh -> structures.add(structure(name, dvh))));
    return structures;
  }

  private static Optional<Dvh> dvh(
      ContourSet contours, DoseGrid dose, SliceExecutor executor, IProgressMonitor monitor) {
    return contours.isEmpty()
        ? Optional.empty()
        : StructureSampling.of(contours, dose.geometry(), executor, monitor).dvh(dose);
  }

  private static JsonObject structure(String name, Dvh dvh) {
    var one = new JsonObject();
    one.addProperty("name", name);
    one.addProperty("volumeCm3", dvh.volumeCm3());
    one.addProperty("dMeanGy", dvh.meanGy());
    one.addProperty("dMaxGy", dvh.maxGy());
    one.addProperty("d95Gy", dvh.doseAtVolumePercentGy(95));
    one.addProperty("d50Gy", dvh.doseAtVolumePercentGy(50));
    one.addProperty("d2Gy", dvh.doseAtVolumePercentGy(2));
    return one;
  }
}
