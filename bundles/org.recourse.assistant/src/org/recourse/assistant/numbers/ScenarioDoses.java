/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.recourse.dosimetry.dvh.DoseReading;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.radiobiology.ledger.CumulativeDose;
import org.recourse.registration.uncertainty.RegistrationUncertainty;

/**
 * Cumulative EQD2 of structures if the earlier courses lay elsewhere. Worst-case readings of
 * earlier courses are kept from edit to edit. Thread-safe; made for one snapshot.
 */
final class ScenarioDoses {

  /** Drawn shifts: enough for the 2.5th percentile to be more than the extreme. */
  static final int SAMPLES = 80;

  private static final long SEED = 20_26L;

  /** Where the earlier courses lie. */
  sealed interface Scenario {

    /** Where the registrations put them. */
    record AsRegistered() implements Scenario {}

    /** At every point where they give most, or least. */
    record Worst(boolean high) implements Scenario {}

    /** At one of the drawn shifts. */
    record Drawn(int index) implements Scenario {}
  }

  /** What no edit of the plan changes. Thread-safe. */
  static final class Kept {

    private static final int READINGS_KEPT = 96;

    /** Grids and samplings have no equality: the same object is the key. */
    private record Key(
        StructureSampling sampling, DoseGrid eqd2, List<Vector3> offsetsMm, boolean high) {}

    private final Recent<Key, DoseReading> worst = new Recent<>(READINGS_KEPT);
  }

  private record Planned(StructureSampling sampling, Tissue tissue) {}

  private final CourseIntake.Taken taken;
  private final Eqd2Summation summation;
  private final Kept kept;
  private final List<List<Vector3>> drawnMm; // by earlier plan, then by sample
  private final Map<Tissue, Eqd2Sum> sums = new ConcurrentHashMap<>();
  private final Map<Planned, DoseReading> planned = new ConcurrentHashMap<>();

  ScenarioDoses(CourseIntake.Taken taken, Eqd2Summation summation, Kept kept) {
    this.taken = taken;
    this.summation = summation;
    this.kept = kept;
    drawnMm = drawn(taken);
  }

  /** Plans that come through the same registrations are misplaced together. */
  private static List<List<Vector3>> drawn(CourseIntake.Taken taken) {
    Map<List<String>, Integer> routes = new LinkedHashMap<>();
    List<List<Vector3>> drawn = new ArrayList<>();
    for (CourseIntake.Part part : taken.parts()) {
      if (!part.assessed()) {
        routes.putIfAbsent(part.transformIds(), routes.size());
        var uncertainty =
            new RegistrationUncertainty(
                part.dose().uncertainty().semiAxesMm(), RegistrationUncertainty.Source.TYPED);
        drawn.add(uncertainty.drawnMm(SAMPLES, SEED + routes.get(part.transformIds())));
      }
    }
    return drawn;
  }

  /** Returns the sum for a tissue, as registered. */
  Eqd2Sum sum(Tissue tissue, IProgressMonitor monitor) {
    Eqd2Sum known = sums.get(tissue);
    if (known == null) { // two structures may compute it at once, with equal results
      known = summation.ofAll(taken, tissue, monitor);
      sums.put(tissue, known);
    }
    return known;
  }

  /**
   * Returns the histogram of a structure; empty if there is no sum or no part of the structure lies
   * in the grid.
   *
   * @param weights what remains of each earlier plan, 1 without recovery; in the order of the sums
   */
  Optional<Dvh> dvh(
      StructureSampling sampling,
      Tissue tissue,
      double[] weights,
      Scenario scenario,
      IProgressMonitor monitor) {
    checkCanceled(monitor);
    if (!(sum(tissue, monitor) instanceof Eqd2Sum.Known known) || known.earlier().isEmpty()) {
      return Optional.empty();
    }
    DoseReading total =
        planned.computeIfAbsent(
            new Planned(sampling, tissue), p -> sampling.read(known.planned(), Vector3.ZERO));
    List<CumulativeDose.Part> parts = known.earlier().get().parts();
    for (int i = 0; i < parts.size(); i++) {
      checkCanceled(monitor); // a reading of a large structure takes milliseconds
      DoseReading part =
          switch (scenario) {
            case Scenario.AsRegistered none -> sampling.read(parts.get(i).eqd2(), Vector3.ZERO);
            case Scenario.Worst(boolean high) -> worst(sampling, parts.get(i), high, monitor);
            case Scenario.Drawn(int index) ->
                sampling.read(parts.get(i).eqd2(), drawnMm.get(i).get(index));
          };
      total = total.plus(part.times(weights[i]));
    }
    checkCanceled(monitor);
    return sampling.dvh(total);
  }

  private DoseReading worst(
      StructureSampling sampling,
      CumulativeDose.Part part,
      boolean high,
      IProgressMonitor monitor) {
    List<Vector3> offsetsMm = part.uncertainty().searchOffsetsMm();
    return kept.worst.get(
        new Kept.Key(sampling, part.eqd2(), offsetsMm, high),
        () -> {
          DoseReading worst = sampling.read(part.eqd2(), Vector3.ZERO);
          for (Vector3 offset : offsetsMm) {
            checkCanceled(monitor);
            DoseReading there = sampling.read(part.eqd2(), offset);
            worst = high ? worst.highest(there) : worst.lowest(there);
          }
          return worst;
        });
  }

  private static void checkCanceled(IProgressMonitor monitor) {
    if (monitor.isCanceled()) { // an edit came, and these intervals would be stale
      throw new OperationCanceledException();
    }
  }

  /** Returns weights for sums without recovery. */
  double[] undiscounted() {
    double[] ones = new double[drawnMm.size()];
    Arrays.fill(ones, 1);
    return ones;
  }
}
