/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.model.StructureType;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.risk.StructureDose;

/** Histograms of one snapshot, and doses of structures for risk models that ask for them. */
final class HistogramRun {

  /** A structure with its sampling, if its place on the dose grid is known. */
  record Sampled(StructureState structure, Optional<StructureSampling> sampling) {

    Optional<Dvh> dvh(DoseGrid dose) {
      return sampling.flatMap(s -> s.dvh(dose));
    }
  }

  private final NumbersRun.Tools tools;
  private final PlanSnapshot snapshot;
  private final CourseIntake.Taken taken;
  private final SubMonitor progress;
  private final Map<Tissue, Eqd2Sum> sums;
  private final Map<KeptNumbers.DoseQuestion, StructureDose> doses;
  private final Set<Finding> findings = new LinkedHashSet<>(); // the same sentence only once

  HistogramRun(
      NumbersRun.Tools tools,
      PlanSnapshot snapshot,
      CourseIntake.Taken taken,
      SubMonitor progress) {
    this(
        tools,
        snapshot,
        taken,
        new KeptNumbers.Histograms(List.of(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>()),
        progress);
  }

  /** Goes on with what is known of the snapshot. */
  HistogramRun(
      NumbersRun.Tools tools,
      PlanSnapshot snapshot,
      CourseIntake.Taken taken,
      KeptNumbers.Histograms known,
      SubMonitor progress) {
    this.tools = tools;
    this.snapshot = snapshot;
    this.taken = taken;
    this.progress = progress;
    sums = known.sums();
    doses = known.doses();
  }

  Map<Tissue, Eqd2Sum> sums() {
    return sums;
  }

  Map<KeptNumbers.DoseQuestion, StructureDose> doses() {
    return doses;
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** The sampling does not know whose it is. */
  static List<Finding> about(StructureState structure, StructureSampling sampling) {
    return sampling.findings().stream()
        .map(finding -> new Finding(finding.severity(), finding.text(), structure.name()))
        .toList();
  }

  List<StructureNumbers> numbers(List<Sampled> sampled, Optional<PlanNumbers.PlanDose> dose) {
    if (dose.isEmpty()) {
      return sampled.stream().map(s -> StructureNumbers.unknown(s.structure())).toList();
    }
    reportMissingAlphaBeta(sampled);
    // Whole grids first, with all threads; then one structure per thread.
    List<Tissue> tissues =
        sampled.stream()
            .map(s -> snapshot.tissue(s.structure()))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    Map<Tissue, Eqd2Sum> planSums = planSums(tissues);
    tissues.forEach(tissue -> report(sum(tissue, progress)));
    StructureNumbers[] numbers = new StructureNumbers[sampled.size()];
    var typedMaxima = new TypedMaxima(snapshot, taken);
    tools
        .executor()
        .forEachSlice(
            numbers.length,
            progress,
            i -> {
              Sampled s = sampled.get(i);
              Optional<Tissue> tissue = snapshot.tissue(s.structure());
              numbers[i] =
                  new StructureNumbers(
                      s.structure(),
                      volumeCm3(s),
                      s.dvh(dose.get().doseGy()),
                      tissue.map(planSums::get).flatMap(sum -> known(s, sum)),
                      tissue.flatMap(t -> cumulative(s, t, typedMaxima)),
                      snapshot.repair(s.structure()));
            });
    findings.addAll(typedMaxima.findings());
    return List.of(numbers);
  }

  private void report(Eqd2Sum sum) {
    switch (sum) {
      case Eqd2Sum.Known known -> findings.addAll(known.findings());
      case Eqd2Sum.Unknown unknown ->
          unknown.reasons().forEach(reason -> findings.add(Finding.error(reason, "")));
    }
  }

  static OptionalDouble volumeCm3(Sampled sampled) {
    return sampled.sampling().isPresent()
        ? OptionalDouble.of(sampled.sampling().get().volumeCm3())
        : OptionalDouble.empty();
  }

  private static Optional<Dvh> known(Sampled sampled, Eqd2Sum sum) {
    return switch (sum) {
      case Eqd2Sum.Known sumOfCourses -> sampled.dvh(sumOfCourses.eqd2());
      case Eqd2Sum.Unknown unknown -> Optional.empty();
    };
  }

  private void reportMissingAlphaBeta(List<Sampled> sampled) {
    String names =
        sampled.stream()
            .map(Sampled::structure)
            .filter(structure -> structure.ratio().isEmpty())
            .filter(structure -> structure.type() != StructureType.EXTERNAL)
            .map(StructureState::name)
            .collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      findings.add(
          Finding.warning(
              "alpha/beta is not set, or not above 0 Gy, so EQD2 is not computed for these"
                  + " structures. Enter it in Structures.",
              names));
    }
  }

  /** EQD2 of the plan alone, once for every tissue. */
  private Map<Tissue, Eqd2Sum> planSums(List<Tissue> tissues) {
    return tissues.stream()
        .collect(
            Collectors.toMap(t -> t, tissue -> tools.summation().ofPlan(taken, tissue, progress)));
  }

  private Eqd2Sum sum(Tissue tissue, IProgressMonitor monitor) {
    Eqd2Sum known = sums.get(tissue);
    if (known == null) { // two models may compute it at once, with equal results
      known = tools.summation().ofAll(taken, tissue, monitor);
      sums.put(tissue, known);
    }
    return known;
  }

  private Optional<CumulativeNumbers> cumulative(
      Sampled sampled, Tissue tissue, TypedMaxima typedMaxima) {
    StructureDose dose = structureDose(sampled, tissue, progress);
    return switch (dose) {
      case StructureDose.Known(Dvh eqd2, List<String> courses, List<Finding> reservations) ->
          Optional.of(
              new CumulativeNumbers(
                  tissue.alphaBeta().gy(),
                  eqd2,
                  courses,
                  typedMaxima.missingCourses(),
                  typedMaxima.of(sampled.structure(), tissue),
                  taken.parts().stream()
                      .flatMap(part -> part.transformIds().stream())
                      .distinct()
                      .toList()));
      case StructureDose.Unknown unknown -> Optional.empty();
    };
  }

  /** Returns the dose of a structure for a tissue, computing the sum if it is not known. */
  StructureDose structureDose(Sampled sampled, Tissue tissue, IProgressMonitor monitor) {
    var question = new KeptNumbers.DoseQuestion(sampled.structure(), tissue);
    StructureDose known = doses.get(question);
    if (known == null) {
      known = answer(sampled, sum(tissue, monitor));
      doses.put(question, known);
    }
    return known;
  }

  private static StructureDose answer(Sampled sampled, Eqd2Sum sum) {
    String name = sampled.structure().name();
    if (sampled.sampling().isEmpty()) {
      return new StructureDose.Unknown(
          List.of("The place of " + name + " on the dose grid is not known."));
    }
    StructureSampling sampling = sampled.sampling().get();
    return switch (sum) {
      case Eqd2Sum.Unknown(List<String> reasons) -> new StructureDose.Unknown(reasons);
      case Eqd2Sum.Known known -> {
        Optional<Dvh> dvh = sampling.dvh(known.eqd2());
        List<Finding> all =
            Stream.concat(about(sampled.structure(), sampling).stream(), known.findings().stream())
                .toList();
        yield dvh.isPresent()
            ? new StructureDose.Known(dvh.get(), known.courses(), all)
            : new StructureDose.Unknown(List.of("No part of " + name + " lies in the dose grid."));
      }
    };
  }
}
